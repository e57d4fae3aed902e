import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { Level, Provision } from "../model.ts";
import {
  markerSpan,
  numberRows,
  restartsOf,
  skippedAfter,
  explainedByKind,
  writtenNumber,
  type NumberRow,
} from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "missing-number": {
    severity: "warning",
    message: "编号不连续：“{number}”之前缺少“{missing}”。{advice}",
    why: "缺号可能是漏排、错号，也可能是粘贴时丢了一段。缺的条文没有读到，也就不会被执行。",
    bad: "第一条 本办法适用于本市。\n第三条 本办法自印发之日起施行。\n",
    good: "第一条 本办法适用于本市。\n第二条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** A number left out between two others, or a list that does not begin with its first. */
export const missingNumber: TextLint = {
  catalogue,
  check: (text) => numberRows(text.document).flatMap((row) => checkRow(text, row)),
};

const checkRow = (text: TextUnderReview, row: NumberRow): Diagnostic[] => {
  const present = new Set(row.map(({ number }) => number));
  const restarts = restartsOf(row);
  const found: Diagnostic[] = [];
  let previous: Provision | null = null;
  for (const [order, provision] of row.entries()) {
    if (restarts.has(order)) previous = null;
    const from: number = previous?.number ?? (beginsAtOne(text, provision) ? 0 : provision.number! - 1);
    const to = provision.number!;
    const missing = missingBetween(from, to, present);
    if (missing !== null && !isToldElsewhere(text, row, order, from))
      found.push(reportGap(text, previous, provision, missing));
    const insertion = missingInsertion(previous, provision);
    if (insertion !== null) found.push(insertionGap(text, provision, insertion));
    if (previous === null || to >= (previous.number ?? 0)) previous = provision;
  }
  return found;
};

/** Other findings say it better: 第九条 between 第二条 and 第三条, a number used twice, 2. in place of （二）. */
const isToldElsewhere = (text: TextUnderReview, row: NumberRow, order: number, from: number): boolean =>
  row[order + 1]?.number === from + 1 ||
  skippedAfter(row, order - 1) !== null ||
  explainedByKind(text.document).has(row[order]!);

/** 第三条之一 and then 第三条之三: the number in between. */
const missingInsertion = (previous: Provision | null, provision: Provision): number | null => {
  if (provision.insertion === null) return null;
  const before = previous?.number === provision.number ? (previous.insertion ?? 0) : 0;
  return provision.insertion - before === 2 ? before + 1 : null;
};

const insertionGap = (text: TextUnderReview, provision: Provision, insertion: number): Diagnostic =>
  report(
    "missing-number",
    text.document.source.name,
    markerSpan(text.document, provision),
    {
      number: writtenNumber(provision.level, provision.number!, provision.insertion),
      missing: writtenNumber(provision.level, provision.number!, insertion),
      advice: "请对照正式文本核对：是漏了内容，还是编号写错。",
    },
    { provision: provision.path },
  );

interface Gap {
  readonly first: number;
  readonly last: number;
}

/**
 * An excerpt may begin at any article or chapter, but a list begins with its first item, and a
 * text that has 第一条 has its first chapter.
 */
const beginsAtOne = ({ document }: TextUnderReview, provision: Provision): boolean =>
  LISTS.has(provision.level) ||
  (provision.level === "chapter" && provision.parent === null && document.byPath.has("1"));

const LISTS: ReadonlySet<Level> = new Set(["item", "subitem", "heading2", "heading3", "heading4"]);

const missingBetween = (from: number, to: number, present: ReadonlySet<number | null>): Gap | null => {
  if (to - from < 2) return null;
  let first = from + 1;
  while (first < to && present.has(first)) first += 1;
  if (first === to) return null;
  let last = first;
  while (last + 1 < to && !present.has(last + 1)) last += 1;
  return { first, last };
};

const reportGap = (
  text: TextUnderReview,
  previous: Provision | null,
  provision: Provision,
  gap: Gap,
): Diagnostic => {
  const first = writtenNumber(provision.level, gap.first);
  const last = writtenNumber(provision.level, gap.last);
  const missing = gap.first === gap.last ? first : `${first}”至“${last}`;
  const { text: source } = text.document.source;
  const start = Math.max(previous?.span.start ?? 0, provision.span.start - LONGEST_LOOK);
  const between = source.slice(start, provision.span.start);
  const inline = [first, last].find((number) => between.indexOf(`。${number}`) >= 0);
  const advice =
    inline === undefined
      ? "请对照正式文本核对：是漏了内容，还是编号写错。"
      : `“${inline}”写在了前一段的行内，没有另起一行，因此未能读出；请核对原文的分行。`;
  return report(
    "missing-number",
    text.document.source.name,
    markerSpan(text.document, provision),
    { number: writtenNumber(provision.level, provision.number!), missing, advice },
    { provision: provision.path },
  );
};

/** How far back a number is looked for that stands inside a line; 第一条 to 第二十条 may all stand there. */
const LONGEST_LOOK = 20_000;
