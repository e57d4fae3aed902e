import { span, type Provision, type Span } from "../../../language/index.ts";
import type { DecisionNode, DecisionText, HeadingNode, UnitNode } from "./nodes.ts";
import { readUnitLabel, type UnitNumber } from "./numbers.ts";
import { placesIn, type NamedPlace } from "./places.ts";
import type { Splice } from "./references.ts";
import type { Statement } from "./statement.ts";
import { findOnce } from "./find-once.ts";

/** What a decision does to each node of the text in force, collected before anything is put together. */
export interface Orders {
  readonly problems: string[];
  readonly deleted: Set<DecisionNode>;
  readonly splices: Map<DecisionNode, Splice[]>;
  readonly given: Map<UnitNode, GivenNumber>;
  readonly added: AddedUnit[];
  readonly givenHeadings: Map<HeadingNode, number>;
  readonly addedHeadings: AddedHeading[];
  readonly addedElements: { readonly after: string; readonly name: string; readonly text: string }[];
  /** 项 and 款 put in or taken out, by what holds them. */
  readonly parts: Map<Provision, PartOrders>;
  adjustsNumbers: boolean;
  adjustsReferences: boolean;
  whole: string | null;
}

export interface GivenNumber {
  readonly number: UnitNumber;
  /** Label in the text in force. */
  readonly chapter: HeadingNode | null;
}

export interface AddedUnit {
  readonly number: UnitNumber;
  readonly chapter: HeadingNode | null;
  readonly text: string;
}

export interface AddedHeading {
  readonly label: string;
  readonly title: string | null;
  readonly before: UnitNumber;
}

export interface PartOrders {
  readonly node: DecisionNode;
  readonly deleted: Set<Provision>;
  readonly added: { readonly number: number; readonly text: string }[];
}

/** Collects what the sentences order; what cannot be done becomes a problem and is left out. */
export const collectOrders = (text: DecisionText, statements: readonly Statement[]): Orders => {
  const orders: Orders = {
    problems: [],
    deleted: new Set(),
    splices: new Map(),
    given: new Map(),
    added: [],
    givenHeadings: new Map(),
    addedHeadings: [],
    addedElements: [],
    parts: new Map(),
    adjustsNumbers: false,
    adjustsReferences: false,
    whole: null,
  };
  const find = placesIn(text);
  for (const statement of statements) new Collector(text, orders, find).take(statement);
  return orders;
};

class Collector {
  readonly #text: DecisionText;
  readonly #orders: Orders;
  readonly #find: (label: string) => NamedPlace | string;

  constructor(text: DecisionText, orders: Orders, find: (label: string) => NamedPlace | string) {
    this.#text = text;
    this.#orders = orders;
    this.#find = find;
  }

  take(statement: Statement): void {
    const orders = this.#orders;
    switch (statement.kind) {
      case "delete":
        for (const target of statement.targets) this.#delete(target);
        return;
      case "rewrite": {
        const place = this.#place(statement.target);
        if (place === null) return;
        if (statement.becomes !== null) this.#give(place, statement.becomes, statement.chapter);
        this.#splice(place.node, bodyOf(place), asBody(place, statement.text));
        return;
      }
      case "renumber": {
        const place = this.#place(statement.target);
        if (place !== null) this.#give(place, statement.becomes, statement.chapter);
        return;
      }
      case "renumberRow":
        this.#renumberRow(statement);
        return;
      case "replace":
        this.#edit(statement.target, statement.before, (found) => ({ ...found, text: statement.after }));
        return;
      case "strike":
        this.#edit(statement.target, statement.words, (found) => ({ ...found, text: "" }));
        return;
      case "insert":
        this.#edit(statement.target, statement.words, ({ start, end }) => {
          const at = statement.side === "behind" ? end : start;
          return { start: at, end: at, text: statement.text };
        });
        return;
      case "add": {
        const chapter = this.#chapter(statement.chapter);
        for (const [index, label] of statement.labels.entries()) {
          const number = this.#number(label);
          if (number !== null) orders.added.push({ number, chapter, text: statement.texts[index] ?? "" });
        }
        return;
      }
      case "addPart":
        this.#addPart(statement.target, statement.part, statement.text);
        return;
      case "split": {
        const [first, ...others] = statement.becomes;
        this.take({
          kind: "rewrite",
          target: statement.target,
          becomes: first ?? null,
          chapter: null,
          text: statement.texts[0] ?? "",
        });
        this.take({ kind: "add", chapter: null, labels: others, texts: statement.texts.slice(1) });
        return;
      }
      case "merge": {
        const [first, ...others] = statement.targets;
        this.take({
          kind: "rewrite",
          target: first ?? "",
          becomes: statement.becomes,
          chapter: null,
          text: statement.text,
        });
        this.take({ kind: "delete", targets: others });
        return;
      }
      case "heading":
        this.#heading(statement);
        return;
      case "deleteHeading":
        this.#delete(statement.target);
        return;
      case "addHeading": {
        const before = this.#number(statement.before);
        if (before !== null) {
          orders.addedHeadings.push({ label: statement.label, title: statement.title, before });
        }
        return;
      }
      case "addElement":
        orders.addedElements.push(statement);
        return;
      case "order":
        orders.adjustsNumbers ||= statement.numbers;
        orders.adjustsReferences ||= statement.references;
        return;
      case "whole":
        orders.whole = statement.text;
        return;
    }
  }

  #place(label: string): NamedPlace | null {
    const place = this.#find(label);
    if (typeof place !== "string") return place;
    this.#orders.problems.push(place);
    return null;
  }

  #number(label: string): UnitNumber | null {
    const number = readUnitLabel(label);
    if (number === null) this.#orders.problems.push(`“${label}”不是条文的序号，没有执行。`);
    return number;
  }

  #chapter(label: string | null): HeadingNode | null {
    if (label === null) return null;
    const node = this.#place(label)?.node ?? null;
    if (node === null || node.kind === "heading") return node;
    this.#orders.problems.push(`“${label}”不是章、节，不能在其中增加条文。`);
    return null;
  }

  #give({ node, part }: NamedPlace, label: string, chapter: string | null): void {
    if (node.kind !== "unit" || part !== null) {
      this.#orders.problems.push(`“${node.label}”没有序号可以改为“${label}”。`);
      return;
    }
    const number = this.#number(label);
    if (number !== null) this.#orders.given.set(node, { number, chapter: this.#chapter(chapter) });
  }

  #renumberRow(row: Extract<Statement, { kind: "renumberRow" }>): void {
    const bounds = [row.first, row.last, row.becomesFirst, row.becomesLast].map((label) =>
      this.#number(label),
    );
    const [first, last, becomesFirst, becomesLast] = bounds.map((bound) => bound?.number ?? 0);
    if (bounds.includes(null)) return;
    if (last! - first! !== becomesLast! - becomesFirst!) {
      this.#orders.problems.push(
        `${row.first}至${row.last}与${row.becomesFirst}至${row.becomesLast}的条数不同，没有执行。`,
      );
      return;
    }
    for (const node of this.#text.nodes) {
      if (node.kind !== "unit" || node.number.insertion !== null) continue;
      if (node.number.number < first! || node.number.number > last!) continue;
      const number = { number: node.number.number - first! + becomesFirst!, insertion: null };
      this.#orders.given.set(node, { number, chapter: null });
    }
  }

  #delete(label: string): void {
    const place = this.#place(label);
    if (place === null) return;
    const { node, part } = place;
    if (part === null) {
      this.#orders.deleted.add(node);
      return;
    }
    this.#splice(node, part.span, "");
    if (part.parent !== null) this.#parts(part.parent, node).deleted.add(part);
  }

  #parts(parent: Provision, node: DecisionNode): PartOrders {
    const known = this.#orders.parts.get(parent);
    if (known !== undefined) return known;
    const made: PartOrders = { node, deleted: new Set(), added: [] };
    this.#orders.parts.set(parent, made);
    return made;
  }

  #addPart(target: string, part: string, text: string): void {
    const place = this.#place(target);
    if (place === null) return;
    const holder = place.part ?? place.node.provision;
    const number = readPartNumber(part);
    if (holder === null || number === null) {
      this.#orders.problems.push(`不能在“${target}”中增加“${part}”。`);
      return;
    }
    // 第八条 with one 款 is that 款 where 项 are added.
    const only = part.endsWith("款") || holder.level !== "article" ? null : (holder.children[0] ?? null);
    this.#parts(only ?? holder, place.node).added.push({ number, text });
  }

  #heading({ target, becomes, title }: Extract<Statement, { kind: "heading" }>): void {
    const node = this.#place(target)?.node;
    if (node === undefined) return;
    if (node.kind !== "heading") {
      this.#orders.problems.push(`“${target}”不是编、章、节，没有执行。`);
      return;
    }
    const number = becomes === null ? null : readPartNumber(becomes);
    if (number !== null) this.#orders.givenHeadings.set(node, number);
    if (title === null) return;
    const at = node.title ?? span(node.marker.end, node.marker.end);
    this.#splice(node, at, title);
  }

  #edit(target: string, words: string, change: (found: Span) => Splice): void {
    const place = this.#place(target);
    if (place === null) return;
    const found = findOnce(this.#text.text, place.part?.span ?? place.node.span, words);
    if (typeof found === "string") this.#orders.problems.push(`${target}中${found}`);
    else {
      const { text, ...at } = change(found);
      this.#splice(place.node, at, text);
    }
  }

  #splice(node: DecisionNode, at: Span, text: string): void {
    const splices = this.#orders.splices.get(node) ?? [];
    const overlaps = splices.some(({ start, end }) => at.start < end && start < at.end);
    if (overlaps) {
      this.#orders.problems.push(`对${node.label}的同一处文字修改了两次，后一次没有执行。`);
      return;
    }
    this.#orders.splices.set(node, [...splices, { start: at.start, end: at.end, text }]);
  }
}

/** Behind the marker for a 条 or part; marker included for a 款 or 项. */
const bodyOf = ({ node, part }: NamedPlace): Span => {
  if (part !== null) return part.span;
  return node.kind === "unit" ? node.body : node.span;
};

const asBody = ({ node, part }: NamedPlace, text: string): string =>
  part === null && node.kind === "unit" ? ` ${text}` : text;

/** The last number of 第八条第（三）项, 第三章第一节. */
const readPartNumber = (label: string): number | null => {
  const last = /第[（(]?([^第（）()]+?)[）)]?(?:编|分编|章|节|款|项|目|点)$/.exec(label)?.[1];
  return last === undefined ? null : (readUnitLabel(`第${last}条`)?.number ?? null);
};
