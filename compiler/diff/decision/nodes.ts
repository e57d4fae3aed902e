import {
  printNumeral,
  readDocument,
  span,
  type Furniture,
  type OfficialDocument,
  type Provision,
  type Span,
} from "../../../language/index.ts";
import { isUnitLevel, unitLabel, type UnitLevel, type UnitNumber } from "./numbers.ts";

/** What a decision can name as a whole. `stretch` runs to the next one: together they are the text. */
export type DecisionNode = UnitNode | HeadingNode | ElementNode;

interface NodePlace {
  readonly label: string;
  readonly stretch: Span;
  /** From the marker to the last word. */
  readonly span: Span;
}

/** A 条, or a part of a document without 条. */
export interface UnitNode extends NodePlace {
  readonly kind: "unit";
  readonly provision: Provision;
  readonly level: UnitLevel;
  readonly number: UnitNumber;
  readonly marker: Span;
  /** The words behind the marker. */
  readonly body: Span;
}

/** The line of a 编、章、节. */
export interface HeadingNode extends NodePlace {
  readonly kind: "heading";
  readonly provision: Provision;
  readonly marker: Span;
  readonly title: Span | null;
}

/** Title, 题注, 落款, 前言, 末段, 附件: what has a name and no number. */
export interface ElementNode extends NodePlace {
  readonly kind: "element";
  /** Null for lines of the publication. */
  readonly provision: Provision | null;
}

export interface DecisionText {
  readonly document: OfficialDocument;
  readonly text: string;
  readonly nodes: readonly DecisionNode[];
  /** What stands in front of the first node. */
  readonly head: string;
}

/** Cuts an official text into what a decision names. */
export const readNodes = (text: string): DecisionText => {
  const document = readDocument({ name: "", text });
  const bare = [...document.roots.flatMap((root) => nodesOf(root, text)), ...furnitureOf(document)];
  bare.sort((left, right) => left.span.start - right.span.start);
  const starts: number[] = [];
  for (const [index, node] of bare.entries()) {
    starts.push(Math.max(lineStart(text, node.span.start), index === 0 ? 0 : bare[index - 1]!.span.end));
  }
  const named = new Map<string, number>();
  const nodes = bare.map((node, index): DecisionNode => {
    const stretch = span(starts[index]!, starts[index + 1] ?? text.length);
    if (node.kind !== "element") return { ...node, stretch };
    const times = (named.get(node.label) ?? 0) + 1;
    named.set(node.label, times);
    return { ...node, stretch, label: times === 1 ? node.label : `第${printNumeral(times)}处${node.label}` };
  });
  return { document, text, nodes, head: text.slice(0, starts[0] ?? text.length) };
};

/** The text between the marker of a provision and its first words. */
export const markerOf = (provision: Provision, text: string): Span => {
  const { start, end } = provision.span;
  const words = Math.min(
    provision.pieces[0]?.start ?? Infinity,
    provision.children[0]?.span.start ?? Infinity,
    end,
  );
  return span(start, start + text.slice(start, words).trimEnd().length);
};

/** A node before it is known where the next one begins. */
const NOWHERE: Span = span(0, 0);

const nodesOf = (provision: Provision, text: string): DecisionNode[] => {
  const { level, number } = provision;
  const isHeading = HEADING_LEVELS.has(level) || (level !== "annex" && provision.children.some(holdsArticle));
  if (isHeading) {
    const marker = markerOf(provision, text);
    const { titleSpan } = provision;
    const title = titleSpan !== null && provision.pieces.includes(titleSpan) ? titleSpan : null;
    const own = span(marker.start, title?.end ?? marker.end);
    const heading: HeadingNode = {
      kind: "heading",
      label: provision.label,
      provision,
      stretch: NOWHERE,
      span: own,
      marker,
      title: title !== null && marker.end <= title.start ? title : null,
    };
    return [heading, ...provision.children.flatMap((child) => nodesOf(child, text))];
  }
  if (isUnitLevel(level) && number !== null) {
    const marker = markerOf(provision, text);
    const own = { number, insertion: provision.insertion };
    const body = span(marker.end, provision.span.end);
    return [
      {
        kind: "unit",
        label: unitLabel(own, level),
        provision,
        level,
        number: own,
        stretch: NOWHERE,
        span: provision.span,
        marker,
        body,
      },
    ];
  }
  return [{ kind: "element", label: provision.label, provision, stretch: NOWHERE, span: provision.span }];
};

const HEADING_LEVELS: ReadonlySet<Provision["level"]> = new Set(["book", "part", "chapter", "section"]);

const holdsArticle = (provision: Provision): boolean =>
  provision.level === "article" || provision.children.some(holdsArticle);

/** Lines of one role that follow each other are one element. */
const furnitureOf = (document: OfficialDocument): ElementNode[] => {
  const { furniture, roots, source } = document;
  const elements: ElementNode[] = [];
  let hasTitle = false;
  let root = 0;
  for (const { role, span: own } of furniture) {
    while (root < roots.length && roots[root]!.span.end <= own.start) root += 1;
    if (roots[root] !== undefined && roots[root]!.span.start <= own.start) {
      if (!isBetweenNodes(roots[root]!, own)) continue;
    }
    hasTitle ||= role === "title";
    const isFront = roots[0] === undefined || own.start < roots[0].span.start;
    const isMark = source.text.startsWith("<!--", own.start);
    const label = isMark ? "标记" : role === "note" && hasTitle && isFront ? "题注" : ROLE_NAMES[role];
    const last = elements.at(-1);
    const between = last === undefined ? "" : source.text.slice(last.span.end, own.start);
    if (last?.label === label && !isMark && /^[\s#]*$/.test(between)) {
      elements[elements.length - 1] = { ...last, span: span(last.span.start, own.end) };
    } else {
      elements.push({ kind: "element", label, provision: null, stretch: NOWHERE, span: own });
    }
  }
  return elements;
};

/** Whether a line stands in a 章 but in none of its 条. */
const isBetweenNodes = (provision: Provision, own: Span): boolean => {
  if (!HEADING_LEVELS.has(provision.level) && !provision.children.some(holdsArticle)) return false;
  if (provision.level === "annex") return false;
  const child = provision.children.findLast(({ span: inner }) => inner.start <= own.start);
  return child === undefined || child.span.end <= own.start || isBetweenNodes(child, own);
};

const ROLE_NAMES: Readonly<Record<Furniture["role"], string>> = {
  title: "标题",
  salutation: "抬头",
  signature: "落款",
  date: "日期",
  contact: "联系方式",
  copyTo: "抄送",
  note: "附注",
};

/** Signs of the file in front of the words belong to the line: ## 第一章. */
const lineStart = (text: string, offset: number): number => {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[\s#>*+-]*$/.test(text.slice(start, offset)) ? start : offset;
};
