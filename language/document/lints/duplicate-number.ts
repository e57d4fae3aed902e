import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { Provision } from "../model.ts";
import {
  markerSpan,
  numberRows,
  restartsOf,
  skippedAfter,
  writtenNumber,
  type NumberRow,
} from "./number-rows.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "duplicate-number": {
    severity: "warning",
    message: "编号重复：“{number}”前面已经用过。{advice}原文有误的，请按程序更正公文，不要在这里改动原文。",
    why: "编号重复以后，引用这个编号就不知道指的是哪一处。系统读取时给后一处加注“#2”，公文里的引用却无法区分。",
    bad: "第一章 总则\n第一条 本办法适用于本市。\n第二章 管理\n第二条 市医疗保障局负责管理。\n第二章 附则\n第三条 本办法自印发之日起施行。\n",
    good: "第一章 总则\n第一条 本办法适用于本市。\n第二章 管理\n第二条 市医疗保障局负责管理。\n第三章 附则\n第三条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** Two 第七章, two 第十条, two （三） in one list. */
export const duplicateNumber: TextLint = {
  catalogue,
  check: (text) => numberRows(text.document).flatMap((row) => checkRow(text, row)),
};

const checkRow = (text: TextUnderReview, row: NumberRow): Diagnostic[] => {
  const first = new Map<string, Provision>();
  const restarts = restartsOf(row);
  const highest = row.reduce((most, { number }) => Math.max(most, number ?? 0), 0);
  const found: Diagnostic[] = [];
  for (const [order, provision] of row.entries()) {
    if (restarts.has(order)) first.clear();
    const key = `${provision.number}-${provision.insertion ?? 0}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, provision);
      continue;
    }
    if (isInserted(text, provision)) continue;
    if (found.length === MOST_FINDINGS) break;
    const number = writtenNumber(provision.level, provision.number!, provision.insertion);
    const isLast = order === row.length - 1 && provision.number === highest;
    const expected = isLast ? highest + 1 : skippedAfter(row, order);
    const advice = expected === null ? "" : `按顺序这里应为“${writtenNumber(provision.level, expected)}”。`;
    const file = text.document.source.name;
    found.push(
      report(
        "duplicate-number",
        file,
        markerSpan(text.document, provision),
        { number, advice },
        {
          provision: provision.path,
          related: [
            { file, span: markerSpan(text.document, earlier), message: `“${number}”第一次出现在这里` },
          ],
        },
      ),
    );
  }
  return found;
};

/** 第三章之一 is inserted behind 第三章; only articles are read with that number. */
const isInserted = ({ document }: TextUnderReview, { level, span: { start } }: Provision): boolean =>
  level !== "article" &&
  /^第[^第之]{1,8}[编章节]之[一二三四五六七八九十]/.test(document.source.text.slice(start, start + 16));
