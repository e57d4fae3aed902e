import { type Provision } from "../../../language/index.ts";
import { longestRise } from "../edits/longest-rise.ts";
import { chaptersOf, type Chapters } from "./chapters.ts";
import { bodyOf, describe, followed, quotable, type Closeness, type DescribeContext } from "./describe.ts";
import type { DecisionNode, DecisionText, ElementNode, HeadingNode, UnitNode } from "./nodes.ts";
import { sameNumber, type UnitNumber } from "./numbers.ts";
import { isNumbered, planNumbers, runsOf, type Numbering } from "./plan-numbers.ts";
import type { NodePairs } from "./pairs.ts";
import { headingItems, type PlacedItem } from "./plan-headings.ts";
import { withPublicationLast, type DecisionPlan } from "./publication.ts";
import { followNumbers, type NewNumber } from "./references.ts";
import type { Statement } from "./statement.ts";
import { bareWords } from "./bare-words.ts";

/** What an earlier attempt, replayed, showed to be too fine. */
export interface Hints {
  /** By right node; "words" where nothing is said. */
  readonly closeness: Map<DecisionNode, Closeness>;
  /** Left headings that are better deleted and put in anew. */
  readonly rebuilt: Set<HeadingNode>;
}

/** The items of a decision in reading order; null where no row of sentences can say it. */
export const planItems = (
  left: DecisionText,
  right: DecisionText,
  pairs: NodePairs,
  hints: Hints,
): DecisionPlan | null => new Planner(left, right, pairs, hints).plan();

class Planner {
  readonly #left: DecisionText;
  readonly #right: DecisionText;
  readonly #pairs: NodePairs;
  readonly #hints: Hints;
  readonly #items: PlacedItem[] = [];
  readonly #at: ReadonlyMap<DecisionNode, number>;
  readonly #leftUnits: readonly UnitNode[];
  readonly #rightUnits: readonly UnitNode[];
  readonly #leftOf = new Map<UnitNode, UnitNode>();
  readonly #leftChapters: Chapters;
  readonly #rightChapters: Chapters;
  readonly #survives: ReadonlySet<HeadingNode>;
  /** Surviving heading of the text in force for a right one. */
  readonly #oldHeading = new Map<HeadingNode, HeadingNode>();

  constructor(left: DecisionText, right: DecisionText, pairs: NodePairs, hints: Hints) {
    this.#left = left;
    this.#right = right;
    this.#pairs = pairs;
    this.#hints = hints;
    this.#at = new Map(right.nodes.map((node, index) => [node, index]));
    this.#leftUnits = left.nodes.filter((node) => node.kind === "unit");
    this.#rightUnits = right.nodes.filter((node) => node.kind === "unit");
    for (const [one, other] of pairs.units) this.#leftOf.set(other, one);
    for (const [one, other] of pairs.headings) {
      if (!hints.rebuilt.has(one)) this.#oldHeading.set(other, one);
    }
    this.#leftChapters = chaptersOf(left);
    this.#rightChapters = chaptersOf(right);
    this.#survives = new Set(this.#oldHeading.values());
  }

  plan(): DecisionPlan | null {
    if (!isNumbered(this.#leftUnits) || !isNumbered(this.#rightUnits)) return null;
    const moved = this.#moved();
    const numbering = this.#numbering(moved);
    const context = this.#context(numbering);
    this.#groups();
    this.#deletions();
    this.#additions();
    this.#contents(context, numbering, moved);
    this.#renumberings(numbering);
    if (!this.#headings(numbering.inOrder)) return null;
    this.#elements(context);
    const numbers = numbering.inOrder;
    const references = context.newNumber !== null;
    if (numbers || references) {
      this.#items.push({ at: Infinity, statements: [{ kind: "order", numbers, references }] });
    }
    const inOrder = this.#items.toSorted((one, other) => (one.at === other.at ? 0 : one.at - other.at));
    return withPublicationLast(inOrder.map(({ statements }) => statements));
  }

  /** Pairs that cross others: they must be told where to go. */
  #moved(): ReadonlySet<UnitNode> {
    const paired = this.#leftUnits.filter((unit) => this.#partner(unit) !== null);
    const place = (unit: UnitNode): number => this.#at.get(this.#partner(unit)!) ?? 0;
    const rise = (units: readonly UnitNode[]): readonly UnitNode[] =>
      longestRise(units, (one, other) => place(one) - place(other));
    const longest = rise(paired);
    // Of two that change places, the one that changes its chapter is the one that goes.
    const inChapter = rise(paired.filter((unit) => !this.#changesChapter(unit)));
    const staying = new Set(inChapter.length === longest.length ? inChapter : longest);
    // A few that go over a chapter's edge are told so; where many do, the heading is what moves.
    const shifted = paired.filter((unit) => staying.has(unit) && this.#changesChapter(unit));
    const goes = new Set(shifted.length <= MOST_SHIFTED ? shifted : []);
    return new Set(paired.filter((unit) => !staying.has(unit) || goes.has(unit)));
  }

  /** Whether both chapters are there before and after. */
  #changesChapter(unit: UnitNode): boolean {
    const other = this.#partner(unit);
    const from = this.#leftChapters.get(unit);
    const to = other === null ? undefined : this.#oldHeading.get(this.#rightChapters.get(other)!);
    return from !== undefined && to !== undefined && to !== from && this.#survives.has(from);
  }

  /** The right unit that a left one goes on as; for a split one the first of them. */
  #partner(unit: UnitNode): UnitNode | null {
    return (
      this.#pairs.units.get(unit) ??
      this.#pairs.splits.find(({ left }) => left === unit)?.right[0] ??
      this.#pairs.merges.find(({ left }) => left[0] === unit)?.right ??
      null
    );
  }

  #isGrouped(unit: UnitNode): boolean {
    return (
      this.#pairs.splits.some(({ left, right }) => left === unit || right.includes(unit)) ||
      this.#pairs.merges.some(({ left, right }) => right === unit || left.includes(unit))
    );
  }

  #numbering(moved: ReadonlySet<UnitNode>): Numbering {
    const staying = this.#leftUnits.filter((unit) => this.#partner(unit) !== null);
    const carried = new Set(staying.map((unit) => this.#partner(unit)));
    return planNumbers({
      staying: staying.map((unit) => ({
        unit,
        wanted: this.#partner(unit)!.number,
        isTold: this.#isGrouped(unit) || moved.has(unit),
        isGrouped: this.#isGrouped(unit) || (moved.has(unit) && this.#changesChapter(unit)),
      })),
      added: this.#rightUnits.filter((unit) => !carried.has(unit)).map(({ number }) => number),
    });
  }

  #context({ inOrder, given }: Numbering): DescribeContext {
    const numbers = new Map<Provision, UnitNumber>();
    for (const unit of this.#leftUnits) {
      const partner = this.#partner(unit);
      if (partner === null || sameNumber(unit.number, partner.number)) continue;
      if (inOrder || given.has(unit)) numbers.set(unit.provision, partner.number);
    }
    for (const [other, one] of this.#oldHeading) {
      const { number, insertion } = other.provision;
      if (number !== null && number !== one.provision.number) {
        numbers.set(one.provision, { number, insertion });
      }
    }
    const paths = new Map<string, string>();
    for (const unit of this.#leftUnits) {
      const partner = this.#partner(unit);
      if (partner !== null) paths.set(unit.provision.path, partner.provision.path);
    }
    for (const [other, one] of this.#oldHeading) paths.set(one.provision.path, other.provision.path);
    const context: DescribeContext = {
      left: this.#left,
      right: this.#right,
      newNumber: numbers.size === 0 ? null : (provision) => numbers.get(provision) ?? null,
      partnerOf: (path) => paths.get(path) ?? null,
    };
    return this.#referencesFollow(context) ? context : { ...context, newNumber: null };
  }

  /** Whether the new text is one whose references followed the numbers. */
  #referencesFollow(context: DescribeContext): boolean {
    if (context.newNumber === null) return false;
    let touched = 0;
    let followedThem = 0;
    let left = 0;
    for (const [one, other] of this.#pairs.units) {
      if (!this.#cites(one, context.newNumber)) continue;
      touched += 1;
      const words = bareWords(this.#right.text.slice(other.body.start, other.body.end));
      if (words === followed(context, one.body)) followedThem += 1;
      else if (words === bareWords(this.#left.text.slice(one.body.start, one.body.end))) left += 1;
    }
    return touched > 0 && followedThem >= left;
  }

  #cites(unit: UnitNode, newNumber: NewNumber): boolean {
    return followNumbers(this.#left.document, unit.body, newNumber).length > 0;
  }

  #groups(): void {
    for (const { left, right } of this.#pairs.splits) {
      this.#put(right[0]!, [
        {
          kind: "split",
          target: left.label,
          becomes: right.map(({ label }) => label),
          texts: right.map((unit) => quotable(this.#right, unit.body)),
        },
      ]);
    }
    for (const { left, right } of this.#pairs.merges) {
      this.#put(right, [
        {
          kind: "merge",
          targets: left.map(({ label }) => label),
          becomes: right.label,
          text: quotable(this.#right, right.body),
        },
      ]);
    }
  }

  #put(other: DecisionNode, statements: readonly Statement[], shift = 0): void {
    this.#items.push({ at: (this.#at.get(other) ?? 0) + shift, statements });
  }

  /** All at the place of the first one, as decisions do. */
  #deletions(): void {
    const gone = this.#leftUnits.filter((unit) => this.#partner(unit) === null && !this.#isGrouped(unit));
    const [first] = gone;
    if (first === undefined) return;
    const before = this.#leftUnits.slice(0, this.#leftUnits.indexOf(first));
    const last = before.findLast((unit) => this.#partner(unit) !== null);
    const at = last === undefined ? -0.5 : (this.#at.get(this.#partner(last)!) ?? 0) + 0.5;
    this.#items.push({ at, statements: [{ kind: "delete", targets: gone.map(({ label }) => label) }] });
  }

  /** Neighbours with numbers in a row stand in one item. */
  #additions(): void {
    let open: { at: UnitNode; chapter: string | null; units: UnitNode[] } | null = null;
    const close = (): void => {
      if (open === null) return;
      const { at, chapter, units } = open;
      const labels = units.map(({ label }) => label);
      const texts = units.map((unit) => quotable(this.#right, unit.body));
      this.#put(at, [{ kind: "add", chapter, labels, texts }]);
      open = null;
    };
    for (const [index, unit] of this.#rightUnits.entries()) {
      if (this.#leftOf.has(unit) || this.#isGrouped(unit)) {
        close();
        continue;
      }
      const chapter = this.#chapterToName(index);
      const previous: UnitNode | undefined =
        open === null ? undefined : (open as { units: UnitNode[] }).units.at(-1);
      const follows =
        previous !== undefined &&
        chapter === null &&
        unit.number.insertion === null &&
        previous.number.number + 1 === unit.number.number;
      if (!follows) close();
      if (open === null) open = { at: unit, chapter, units: [unit] };
      else (open as { units: UnitNode[] }).units.push(unit);
    }
    close();
  }

  /** The chapter in force, where it is another one than that of the 条 in front; a new chapter says it itself. */
  #chapterToName(index: number): string | null {
    const own = this.#rightChapters.get(this.#rightUnits[index]!);
    const before = index === 0 ? undefined : this.#rightChapters.get(this.#rightUnits[index - 1]!);
    if (own === undefined || own === before) return null;
    return this.#oldHeading.get(own)?.label ?? null;
  }

  /** Where a 条 goes that leaves its place: always told where its chapter is another one. */
  #newChapter(one: UnitNode, other: UnitNode): string | null {
    const chapter = this.#oldHeading.get(this.#rightChapters.get(other)!);
    if (chapter !== undefined && chapter !== this.#leftChapters.get(one)) return chapter.label;
    return this.#chapterToName(this.#rightUnits.indexOf(other));
  }

  #contents(context: DescribeContext, numbering: Numbering, moved: ReadonlySet<UnitNode>): void {
    for (const [one, other] of this.#pairs.units) {
      const chapter = moved.has(one) ? this.#newChapter(one, other) : null;
      const isGiven = numbering.given.has(one) && (!sameNumber(one.number, other.number) || chapter !== null);
      const statements = this.#describe(context, one, other);
      const [first] = statements;
      const isWhole = first?.kind === "rewrite" && first.target === one.label;
      const changesNumber = isGiven || (isWhole && !sameNumber(one.number, other.number));
      if (isWhole && changesNumber) {
        this.#put(other, [{ ...first, becomes: other.label, chapter }]);
      } else if (isGiven && moved.has(one)) {
        const renumbered: Statement = { kind: "renumber", target: one.label, becomes: other.label, chapter };
        this.#put(other, [renumbered, ...statements]);
      } else if (statements.length > 0) this.#put(other, statements);
    }
  }

  #describe(context: DescribeContext, one: DecisionNode, other: DecisionNode): readonly Statement[] {
    const allowed = this.#hints.closeness.get(other) ?? "words";
    for (const closeness of CLOSENESS.slice(CLOSENESS.indexOf(allowed))) {
      const statements = describe(context, one, other, closeness);
      if (statements !== null) return statements;
    }
    return [];
  }

  /** Numbers that do not follow from the order, and are told by no other sentence. */
  #renumberings({ given }: Numbering): void {
    const told = new Set(
      this.#items.flatMap(({ statements }) =>
        statements.flatMap((statement) =>
          "becomes" in statement && "target" in statement && statement.becomes !== null
            ? [statement.target]
            : [],
        ),
      ),
    );
    const silent = this.#leftUnits.filter((unit) => {
      const partner = this.#pairs.units.get(unit);
      return (
        partner !== undefined &&
        given.has(unit) &&
        !told.has(unit.label) &&
        !sameNumber(unit.number, partner.number)
      );
    });
    for (const run of runsOf(silent, (unit) => this.#pairs.units.get(unit)!)) {
      const [first] = run;
      const last = run.at(-1)!;
      const becomes = (unit: UnitNode): string => this.#pairs.units.get(unit)!.label;
      const statements: Statement[] =
        run.length < 3
          ? run.map((unit) => ({
              kind: "renumber",
              target: unit.label,
              becomes: becomes(unit),
              chapter: null,
            }))
          : [
              {
                kind: "renumberRow",
                first: first!.label,
                last: last.label,
                becomesFirst: becomes(first!),
                becomesLast: becomes(last),
              },
            ];
      this.#put(this.#pairs.units.get(first!)!, statements, 0.25);
    }
  }

  #headings(inOrder: boolean): boolean {
    const items = headingItems({
      left: this.#left,
      right: this.#right,
      old: this.#oldHeading,
      inOrder,
      placeOf: (node) => this.#at.get(node) ?? 0,
      placeOfGone: (node) => this.#placeBefore(node),
    });
    if (items !== null) this.#items.push(...items);
    return items !== null;
  }

  #elements(context: DescribeContext): void {
    const carried = new Set<DecisionNode>(this.#pairs.elements.values());
    for (const node of this.#left.nodes) {
      if (node.kind !== "element") continue;
      const other = this.#pairs.elements.get(node);
      if (other === undefined) {
        this.#items.push({
          at: this.#placeBefore(node),
          statements: [{ kind: "delete", targets: [node.label] }],
        });
        continue;
      }
      const statements = this.#describeElement(context, node, other);
      if (statements.length > 0) this.#put(other, statements);
    }
    for (const [index, node] of this.#right.nodes.entries()) {
      if (node.kind !== "element" || carried.has(node)) continue;
      const after = this.#right.nodes[index - 1]?.label ?? "文首";
      const text = quotable(this.#right, node.span);
      this.#put(node, [{ kind: "addElement", after, name: node.label, text }]);
    }
  }

  #placeBefore(node: DecisionNode): number {
    const before = this.#left.nodes.slice(0, this.#left.nodes.indexOf(node));
    const last = before.findLast((other) => other.kind === "unit" && this.#partner(other) !== null);
    return last?.kind === "unit" ? (this.#at.get(this.#partner(last)!) ?? 0) + 0.5 : -0.5;
  }

  /** Short lines are written anew; a long 附件 by its changes. */
  #describeElement(context: DescribeContext, one: ElementNode, other: ElementNode): readonly Statement[] {
    const { start, end } = bodyOf(one);
    if (end - start >= LONG_ELEMENT) return this.#describe(context, one, other);
    return describe(context, one, other, "whole") ?? [];
  }
}

const CLOSENESS: readonly Closeness[] = ["words", "parts", "whole"];

const MOST_SHIFTED = 3;

const LONG_ELEMENT = 200;
