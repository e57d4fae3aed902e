import { span, withoutSpace, type Level, type Provision } from "../../../language/index.ts";
import { arrange, type Arranged } from "./arrange.ts";
import { headingNumbers, type HeadingNumber } from "./heading-numbers.ts";
import type { DecisionNode, DecisionText } from "./nodes.ts";
import { markerWith, sameNumber, unitLabel, type UnitNumber } from "./numbers.ts";
import { collectOrders, type Orders } from "./orders.ts";
import { partSplices } from "./part-numbers.ts";
import { followNumbers, spliced, type NewNumber, type Splice } from "./references.ts";
import type { Statement } from "./statement.ts";

export interface Replayed {
  readonly text: string;
  readonly nodes: readonly ReplayedNode[];
  readonly problems: readonly string[];
}

export interface ReplayedNode {
  readonly kind: DecisionNode["kind"];
  readonly label: string;
  readonly text: string;
}

/** Does to the text in force what the statements order. */
export const replay = (text: DecisionText, statements: readonly Statement[]): Replayed => {
  const orders = collectOrders(text, statements);
  if (orders.whole !== null) return { text: orders.whole, nodes: [], problems: orders.problems };
  const arranged = arrange(text.nodes, orders);
  const repeated = repeatedNumbers(arranged);
  if (repeated.length > 0) orders.problems.push(`修改后有不止一个${repeated.join("、")}。`);
  const headings = headingNumbers(arranged, orders);
  const newNumber = numbersOf(arranged, headings);
  for (const [holder, parts] of orders.parts) {
    const known = orders.splices.get(parts.node) ?? [];
    orders.splices.set(parts.node, [...known, ...partSplices(text, holder, parts)]);
  }
  const nodes = arranged.map((item, index) => nodeOf(text, orders, item, headings[index] ?? null, newNumber));
  const placed = withElements(nodes, orders);
  return {
    text: joined([text.head, ...placed.map((node) => node.text)]),
    nodes: placed,
    problems: orders.problems,
  };
};

const repeatedNumbers = (arranged: readonly Arranged[]): string[] => {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const item of arranged) {
    if (item.kind !== "unit") continue;
    const label = unitLabel(item.number, item.node?.level ?? "article");
    if (seen.has(label)) repeated.push(label);
    seen.add(label);
  }
  return repeated;
};

const numbersOf = (
  arranged: readonly Arranged[],
  headings: readonly (HeadingNumber | null)[],
): NewNumber | null => {
  const numbers = new Map<Provision, UnitNumber>();
  for (const [index, item] of arranged.entries()) {
    if (item.kind === "unit" && item.node !== null && !sameNumber(item.node.number, item.number)) {
      numbers.set(item.node.provision, item.number);
    }
    const number = headings[index]?.number ?? null;
    if (item.kind !== "heading" || item.node === null || number === null) continue;
    if (number !== item.node.provision.number) {
      numbers.set(item.node.provision, { number, insertion: item.node.provision.insertion });
    }
  }
  return numbers.size === 0 ? null : (provision) => numbers.get(provision) ?? null;
};

const nodeOf = (
  text: DecisionText,
  orders: Orders,
  item: Arranged,
  heading: HeadingNumber | null,
  newNumber: NewNumber | null,
): ReplayedNode => {
  if (item.kind === "unit") {
    const level = item.node?.level ?? text.nodes.find(({ kind }) => kind === "unit")?.kind;
    const unitLevel = item.node?.level ?? levelOf(text);
    const label = unitLabel(item.number, unitLevel);
    if (item.node === null || level === undefined)
      return newUnit(text, item.number, label, item.added?.text ?? "");
    const marker = item.node.marker;
    const own: Splice[] = sameNumber(item.node.number, item.number)
      ? []
      : [{ ...marker, text: markerWith(text.text.slice(marker.start, marker.end), item.number) }];
    return { kind: "unit", label, text: changed(text, orders, item.node, own, newNumber) };
  }
  if (item.kind === "element") {
    return { kind: "element", label: item.node.label, text: changed(text, orders, item.node, [], newNumber) };
  }
  const label = heading?.label ?? item.node?.label ?? "";
  if (item.node === null) {
    const ownLabel = /(?:第[^第]+|附则)$/.exec(label)?.[0] ?? label;
    const line = `${fileMark(text, heading?.level ?? "chapter")}${ownLabel} ${item.added?.title ?? ""}\n\n`;
    return { kind: "heading", label, text: line };
  }
  const { provision, marker } = item.node;
  const number = heading?.number ?? provision.number;
  const own: Splice[] =
    number === null || number === provision.number
      ? []
      : [
          {
            ...marker,
            text: markerWith(text.text.slice(marker.start, marker.end), {
              number,
              insertion: provision.insertion,
            }),
          },
        ];
  return { kind: "heading", label, text: changed(text, orders, item.node, own, newNumber) };
};

const levelOf = (text: DecisionText): Parameters<typeof unitLabel>[1] =>
  text.nodes.find((node) => node.kind === "unit")?.level ?? "article";

const newUnit = (text: DecisionText, number: UnitNumber, label: string, words: string): ReplayedNode => {
  const model = text.nodes.find((node) => node.kind === "unit");
  const mark = model === undefined ? "" : text.text.slice(model.stretch.start, model.span.start);
  const marker =
    model === undefined ? label : markerWith(text.text.slice(model.marker.start, model.marker.end), number);
  return { kind: "unit", label, text: `${mark}${marker} ${words}\n\n` };
};

/** Signs of the file in front of a heading: those of another one of its level, or one # more than above. */
const fileMark = (text: DecisionText, level: Level): string => {
  const headings = text.nodes.filter((node) => node.kind === "heading");
  const markOf = (node: DecisionNode): string => text.text.slice(node.stretch.start, node.span.start);
  const model = headings.find(({ provision }) => provision.level === level);
  if (model !== undefined) return markOf(model);
  const above = headings.find(({ provision }) => LEVELS.indexOf(provision.level) < LEVELS.indexOf(level));
  const mark = above === undefined ? "" : markOf(above);
  return mark.includes("#") ? mark.replace("#", "##") : mark;
};

const LEVELS: readonly Level[] = ["book", "part", "chapter", "section"];

const changed = (
  text: DecisionText,
  orders: Orders,
  node: DecisionNode,
  own: readonly Splice[],
  newNumber: NewNumber | null,
): string => {
  const ordered = orders.splices.get(node) ?? [];
  const followed =
    orders.adjustsReferences && newNumber !== null
      ? followNumbers(text.document, span(node.span.start, node.stretch.end), newNumber)
      : [];
  const fixed = [...own, ...ordered];
  const free = followed.filter(({ start, end }) =>
    fixed.every((splice) => end <= splice.start || splice.end <= start),
  );
  const splices = [...fixed, ...free].toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  );
  return spliced(text.text, node.stretch, splices);
};

const withElements = (nodes: readonly ReplayedNode[], orders: Orders): readonly ReplayedNode[] => {
  const placed = [...nodes];
  for (const { after, name, text } of orders.addedElements) {
    const element = { kind: "element", label: name, text: `${text}\n\n` } as const;
    const at = placed.findLastIndex(({ label }) => withoutSpace(label) === withoutSpace(after));
    if (at >= 0) placed.splice(at + 1, 0, element);
    else if (after === "文首") placed.unshift(element);
    else orders.problems.push(`没有找到“${after}”，不能在其后增加文字。`);
  }
  return placed;
};

/** Every node begins on a line of its own. */
const joined = (parts: readonly string[]): string => {
  let text = "";
  for (const part of parts) text += text === "" || text.endsWith("\n") || part === "" ? part : `\n${part}`;
  return text;
};
