import { LineIndex } from "../source.ts";
import type { Level, OfficialDocument, Provision } from "./model.ts";

/** The outline of an official text as plain data. */
export interface StructureSummary {
  /** How many there are of each numbered level: 编 章 节 条 项 目, or 一、 （一） 1. （1）. */
  readonly levels: Readonly<Record<string, number>>;
  /** Articles inserted later: 第十七条之一. */
  readonly insertions: number;
  readonly provisions: readonly ProvisionSummary[];
  /** Article numbers that occur more than once. */
  readonly duplicates: readonly number[];
  /** Article numbers that are left out between the first and the last. */
  readonly gaps: readonly number[];
}

export interface ProvisionSummary {
  readonly path: string;
  readonly label: string;
  readonly title: string | null;
  /** One-based line of the file. */
  readonly line: number;
}

/** Counts what is written: annexes count with their levels, but their articles are numbered by themselves. */
export const summariseStructure = (document: OfficialDocument): StructureSummary => {
  const index = new LineIndex(document.source.text);
  const names = LEVEL_NAMES[document.form];
  const levels: Record<string, number> = {};
  for (const { level, number } of document.provisions) {
    const name = names[level];
    if (name !== undefined && number !== null) levels[name] = (levels[name] ?? 0) + 1;
  }
  const articles = document.provisions.filter(
    (provision) => provision.level === "article" && !isInAnnex(provision),
  );
  return {
    levels,
    insertions: articles.filter(({ insertion }) => insertion !== null).length,
    provisions: document.provisions.map(({ path, label, title, span }) => ({
      path,
      label,
      title,
      line: index.position(span.start).line,
    })),
    ...irregularNumbers(articles),
  };
};

/** Numbers of articles that are repeated or left out, in ascending order. */
export const irregularNumbers = (
  articles: readonly Provision[],
): { readonly duplicates: readonly number[]; readonly gaps: readonly number[] } => {
  const seen = new Set<number>();
  const whole = new Set<string>();
  const duplicates = new Set<number>();
  for (const { number, insertion } of articles) {
    if (number === null) continue;
    const key = `${number}-${insertion ?? 0}`;
    if (whole.has(key)) duplicates.add(number);
    whole.add(key);
    seen.add(number);
  }
  const sorted = [...seen].sort((left, right) => left - right);
  const gaps: number[] = [];
  for (const [index, number] of sorted.entries()) {
    const next = sorted[index + 1] ?? number;
    for (let missing = number + 1; missing < next && gaps.length < MOST_GAPS; missing += 1)
      gaps.push(missing);
  }
  return { duplicates: [...duplicates].sort((left, right) => left - right), gaps };
};

/** A misread number must not turn into millions of gaps. */
const MOST_GAPS = 10_000;

const LEVEL_NAMES: Readonly<Record<OfficialDocument["form"], Partial<Record<Level, string>>>> = {
  articles: {
    book: "编",
    part: "分编",
    chapter: "章",
    section: "节",
    article: "条",
    item: "项",
    subitem: "目",
  },
  headings: {
    book: "编",
    part: "分编",
    chapter: "章",
    section: "节",
    heading1: "一、",
    heading2: "（一）",
    heading3: "1.",
    heading4: "（1）",
  },
  plain: {},
};

const isInAnnex = (provision: Provision): boolean => {
  for (let at = provision.parent; at !== null; at = at.parent) {
    if (at.level === "annex") return true;
  }
  return false;
};
