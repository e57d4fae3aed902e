import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { MISTAKEN_WORDS, OLD_WORDS, type MistakenWord } from "./mistaken-words-table.ts";
import { passagesWith, reportIn } from "./passages.ts";
import { isQuoted } from "./quoted-words.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "mistaken-word": {
    severity: "warning",
    message: "“{found}”多半是“{right}”之误：{reason}请核对正式文本。",
    why: "同音或者形近的字写错，有的只是难看，有的会改变意思：“权利机关”不是“权力机关”，“末缴费”也不是“未缴费”。",
    bad: "第一条 经办机构应当将结果告之申请人。\n",
    good: "第一条 经办机构应当将结果告知申请人。\n",
  },
  "old-word": {
    severity: "info",
    message: "“{found}”宜写作“{right}”：{reason}",
    why: "同一个词有几种写法的，文件和法律写法一致，才便于检索和引用。",
    bad: "第一条 定点医药机构和其它单位应当按时申报。\n",
    good: "第一条 定点医药机构和其他单位应当按时申报。\n",
  },
} as const;

const report = reporter(catalogue);

/** 告之, 既使 and other words that are commonly mistaken, and 其它, 帐户: how laws do not write today. */
export const mistakenWords: TextLint = {
  catalogue,
  check: (text) => [
    ...find(text, MISTAKEN, "mistaken-word"),
    // What a text writes its own way, it writes so throughout: told once for each word.
    ...find(text, OLD, "old-word").filter(isFirst()),
  ],
};

interface Table {
  readonly pattern: RegExp;
  readonly rows: readonly MistakenWord[];
}

/** One pattern for a whole table; the number of the group tells the row. */
const tableOf = (rows: readonly MistakenWord[]): Table => ({
  pattern: new RegExp(rows.map(({ pattern }) => `(${pattern})`).join("|"), "g"),
  rows,
});

const MISTAKEN = tableOf(MISTAKEN_WORDS);
const OLD = tableOf(OLD_WORDS);

const find = (
  text: TextUnderReview,
  { pattern, rows }: Table,
  code: keyof typeof catalogue,
): Diagnostic[] => {
  const found: Diagnostic[] = [];
  for (const passage of passagesWith(text, pattern)) {
    for (const match of passage.text.matchAll(pattern)) {
      const row = rows[match.slice(1).findIndex((group) => group !== undefined)];
      const right = row === undefined ? match[0] : corrected(match[0], row);
      if (row === undefined || right === match[0] || isQuoted(passage.text, match.index)) continue;
      if (found.length === MOST_FINDINGS) return found;
      const range = { passage, from: match.index, to: match.index + match[0].length };
      found.push(reportIn(report, text, range, code, { found: match[0], right, reason: row.reason }));
    }
  }
  return found;
};

/** The longer words of a row stand before the characters that they contain. */
const corrected = (found: string, { right }: MistakenWord): string => {
  const wrong = Object.keys(right).find((word) => found.includes(word));
  return wrong === undefined ? found : found.replace(wrong, right[wrong]!);
};

const isFirst = (): ((finding: Diagnostic) => boolean) => {
  const told = new Set<string>();
  return ({ message }) => !told.has(message) && told.add(message) !== undefined;
};
