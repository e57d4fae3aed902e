import type { RuleChangeKind } from "../../compiler/model/change.ts";
import type { Decision, Program } from "../../compiler/model/ir.ts";
import { blocksOf, spliced, withoutBlock, type PolicyBlock } from "./policy-blocks.ts";

/** One way of changing one thing in a policy: the changed text, and where that must be found. */
export interface Way {
  readonly text: string;
  /** Where it is told as something else than the mutation is for: a limit inside an exception. */
  readonly kind?: RuleChangeKind;
  /** Block in which it stands, on each side; null where that side has none. */
  readonly left: string | null;
  readonly right: string | null;
}

/** Every way in which one thing can be changed in a text, of which this is the program. */
export type Ways = (text: string, program: Program) => readonly Way[];

export type Rewrite = readonly [pattern: RegExp, put: (match: RegExpMatchArray) => string];

/** Each place that a pattern finds in blocks of some kinds, outside 「」. */
export const everywhere =
  (keywords: readonly string[], ...rewrites: readonly Rewrite[]): Ways =>
  (text) =>
    blocksOf(text)
      .filter(({ keyword }) => keywords.includes(keyword))
      .flatMap((block) =>
        rewrites.flatMap(([pattern, put]) =>
          // The header names the block; it is not what the block says.
          [...block.covered.matchAll(pattern)]
            .filter(({ index }) => index > block.covered.indexOf("\n"))
            .map((match): Way => {
              const start = block.start + match.index;
              const way = wayIn(block, spliced(text, start, start + match[0].length, put(match)));
              return isExcepting(block, match.index) ? { ...way, kind: "exceptionChanged" } : way;
            }),
        ),
      );

/** In a 【例外】, or behind 但 in the sentence of a rule. */
const isExcepting = ({ keyword, covered }: PolicyBlock, at: number): boolean => {
  const before = covered.slice(0, at);
  return keyword === "例外" || before.lastIndexOf("，但") > before.search(/[。：][^。：]*$/u);
};

/** A reading is called by the words that it reads. */
const wayIn = ({ keyword, name }: PolicyBlock, text: string): Way => {
  const rule = keyword === "理解" ? name.replaceAll(/[「」]/gu, "") : name;
  return { text, left: rule, right: rule };
};

export const inBlocks = (
  text: string,
  keywords: readonly string[],
  change: (block: PolicyBlock) => readonly string[],
): readonly Way[] =>
  blocksOf(text)
    .filter(({ keyword }) => keywords.includes(keyword))
    .flatMap((block) =>
      change(block).map((body) => wayIn(block, spliced(text, block.start, block.end, body))),
    );

/** Blocks with their one decision; those that say several things are left aside. */
export const inRules = (
  text: string,
  program: Program,
  change: (block: PolicyBlock, decision: Decision) => readonly string[],
): readonly Way[] =>
  inBlocks(text, ["规则", "认定"], (block) => {
    const own = program.decisions.filter(({ name }) => name === block.name);
    return own.length === 1 ? change(block, own[0]!) : [];
  });

/** Each block of a kind taken out as a whole. */
export const wholeBlocks = (text: string, keyword: string): readonly Way[] =>
  blocksOf(text)
    .filter((block) => block.keyword === keyword)
    .map((block) => ({ text: withoutBlock(text, block), left: block.name, right: block.name }));

/** The name wherever some kinds of blocks say it, outside quotations; official text keeps its words. */
export const renamedIn = (text: string, from: string, keywords: readonly string[], before = ""): Way => {
  const to = `新${from}`;
  const renamed = blocksOf(text)
    .filter(({ keyword }) => keywords.includes(keyword))
    .toReversed()
    .reduce((all, { covered, start }) => {
      const places = [...covered.matchAll(new RegExp(`${before}${from}`, "gu"))].map(({ index }) => index);
      return places
        .toReversed()
        .reduce((changed, at) => spliced(changed, start + at, start + at + from.length, to), all);
    }, text);
  return { text: renamed, left: from, right: to };
};
