import type { LineIndex } from "../../../language/index.ts";
import type { AnalysisFinding, FindingPlace } from "../../model/analysis.ts";

/** A clause that a finding is about, as a reader finds it in the text. */
export interface ReportedClause {
  /** Rule and item: “定点类别”规则条件（一）; never an 项 of the law. */
  readonly name: string;
  /** 第十八条; null where it stands under no provision. */
  readonly label: string | null;
  /** Name of the document where it is not the analysed one. */
  readonly document: string | null;
  readonly file: string;
  readonly line: number;
  /** The words of the rule. */
  readonly words: string;
  /** The words of the official text that it rests on, each with its label. */
  readonly quotes: readonly { readonly label: string; readonly quote: string }[];
}

export const clausesOf = (
  { places }: AnalysisFinding,
  linesOf: (file: string) => LineIndex,
  others: ReadonlyMap<string, string>,
): readonly ReportedClause[] =>
  places.map((place) => ({
    name: nameOf(place),
    label: place.label,
    document: others.get(place.origin.file) ?? null,
    file: place.origin.file,
    line: linesOf(place.origin.file).position(place.origin.span.start).line,
    words: plainWords(place.origin.words),
    quotes: place.origin.basis.map(({ label, quote }) => ({ label, quote })),
  }));

/** Without the head and the end of the block and what is quoted beside it: the clause has its name, and the quotation stands below. */
const plainWords = (words: string): string =>
  words
    .replace(/^【[^】\n]*】[^\n]*\n/u, "")
    .replace(/\n【完】\s*$/u, "")
    .replaceAll(/，依据「[^」]*」(?:、「[^」]*」)*/gu, "")
    .replaceAll(/\n\s*\n/gu, "\n")
    .trim()
    .replace(/[；。]$/u, "");

const nameOf = ({ rule, origin: { item } }: FindingPlace): string =>
  `${rule === null ? "" : `“${rule}”`}${item === null ? "" : `规则条件${item}`}`;

/** 《某省办法》第三条，“退出”规则条件（一）. */
export const clauseTitle = ({ document, label, name }: ReportedClause): string =>
  [`${document === null ? "" : `《${document}》`}${label ?? ""}`, name]
    .filter((part) => part !== "")
    .join("，");
