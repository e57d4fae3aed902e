import type { Block, PolicyFile } from "../language/index.ts";
import type { GeneratedCase } from "./analyse/cases/index.ts";

/** Cases that belong behind one block. */
export interface CasesOfBlock {
  readonly block: Block;
  /** 第十六条; null where the block stands under no provision. */
  readonly label: string | null;
  readonly rule: string;
  readonly cases: readonly GeneratedCase[];
}

/** Generated cases by the rule whose result they expect, in the order of the text. */
export const casesByBlock = (file: PolicyFile, cases: readonly GeneratedCase[]): readonly CasesOfBlock[] => {
  const groups = new Map<Block, GeneratedCase[]>();
  for (const each of cases) {
    const block = blockOf(file, each);
    if (block !== null) groups.set(block, [...(groups.get(block) ?? []), each]);
  }
  return [...groups]
    .toSorted(([first], [second]) => first.segment.span.start - second.segment.span.start)
    .map(([block, own]) => {
      const { decision } = own[0]!;
      const { provision } = decision.origin;
      const label = provision === null ? null : (file.document.byPath.get(provision)?.label ?? null);
      return { block, label, rule: decision.name, cases: own };
    });
};

/** Cases of rules that are written in another file, such as a vocabulary. */
export const casesElsewhere = (file: PolicyFile, cases: readonly GeneratedCase[]): readonly GeneratedCase[] =>
  cases.filter((each) => blockOf(file, each) === null);

/** The text of the file with every case behind the block of its rule; nothing else is touched. */
export const withCases = (file: PolicyFile, cases: readonly GeneratedCase[]): string => {
  let { text } = file.source;
  for (const { block, cases: own } of casesByBlock(file, cases).toReversed()) {
    const at = endOf(file, block);
    const added = own.map((each) => `\n\n${each.text}`).join("");
    text = `${text.slice(0, at)}${added}${text.slice(at)}`;
  }
  return text;
};

const blockOf = (file: PolicyFile, { decision: { origin } }: GeneratedCase): Block | null =>
  origin.file === file.source.name
    ? (file.blocks.find(({ segment: { headerSpan, bodySpan } }) => {
        const { start } = origin.span;
        return headerSpan.start <= start && start <= bodySpan.end;
      }) ?? null)
    : null;

/** Behind the last character of the body that is no blank. */
const endOf = (file: PolicyFile, { segment: { headerSpan, bodySpan } }: Block): number => {
  const body = file.source.text.slice(headerSpan.start, bodySpan.end).trimEnd();
  return Math.max(headerSpan.start + body.length, headerSpan.end);
};
