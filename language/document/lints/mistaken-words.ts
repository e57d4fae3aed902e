import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { MISTAKEN_WORDS, OLD_WORDS, type MistakenWord } from "./mistaken-words-table.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
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
  check: (text) => {
    const found: Diagnostic[] = [];
    const told = new Set<string>();
    for (const passage of passagesWith(text, ANY)) {
      for (const match of passage.text.matchAll(ANY)) {
        if (found.length === MOST_FINDINGS) return found;
        const diagnostic = read(text, passage, match);
        if (diagnostic === null) continue;
        // What a text writes its own way, it writes so throughout: told once for each word.
        if (diagnostic.code === "old-word" && told.has(match[0])) continue;
        told.add(match[0]);
        found.push(diagnostic);
      }
    }
    return found;
  },
};

const ROWS = [
  ...MISTAKEN_WORDS.map((word) => ({ word, code: "mistaken-word" as const })),
  ...OLD_WORDS.map((word) => ({ word, code: "old-word" as const })),
];

/** One pattern for both tables: the text is gone through once, and the number of the group tells the row. */
const ANY = new RegExp(ROWS.map(({ word }) => `(${word.pattern})`).join("|"), "g");

const read = (text: TextUnderReview, passage: Passage, match: RegExpExecArray): Diagnostic | null => {
  const row = ROWS[match.slice(1).findIndex((group) => group !== undefined)];
  if (row === undefined || isQuoted(passage.text, match.index)) return null;
  const { word, code } = row;
  const range = { passage, from: match.index, to: match.index + match[0].length };
  const right = corrected(match[0], word);
  return right === match[0]
    ? null
    : reportIn(report, text, range, code, { found: match[0], right, reason: word.reason });
};

/** The longer words of a row stand before the characters that they contain. */
const corrected = (found: string, { right }: MistakenWord): string => {
  const wrong = Object.keys(right).find((word) => found.includes(word));
  return wrong === undefined ? found : found.replace(wrong, right[wrong]!);
};
