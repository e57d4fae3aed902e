import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { LineIndex, span } from "../../source.ts";
import type { Provision } from "../model.ts";
import { numberRows, writtenNumber, type NumberRow } from "./number-rows.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "duplicate-number": {
    severity: "warning",
    message:
      "编号重复：“{number}”在第{line}行已经用过。{advice}原文有误的，请按程序更正公文，不要在这里改动原文。",
    why: "编号重复以后，引用这个编号就不知道指的是哪一处。系统用“#2”区分，但是公文之间的引用无法区分。",
    bad: "第一章 总则\n第一条 本办法适用于本市。\n第二章 管理\n第二条 市医疗保障局负责管理。\n第二章 附则\n第三条 本办法自印发之日起施行。\n",
    good: "第一章 总则\n第一条 本办法适用于本市。\n第二章 管理\n第二条 市医疗保障局负责管理。\n第三章 附则\n第三条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** Two 第七章, two 第十条, two （三） in one list. */
export const duplicateNumber: TextLint = {
  catalogue,
  check: (text) => {
    const index = new LineIndex(text.document.source.text);
    return numberRows(text.document).flatMap((row) => checkRow(text, row, index));
  },
};

const checkRow = (text: TextUnderReview, row: NumberRow, index: LineIndex): Diagnostic[] => {
  const first = new Map<string, Provision>();
  const highest = row.reduce((most, { number }) => Math.max(most, number ?? 0), 0);
  const found: Diagnostic[] = [];
  for (const provision of row) {
    const key = `${provision.number}-${provision.insertion ?? 0}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, provision);
      continue;
    }
    if (found.length === MOST_FINDINGS) break;
    const number = writtenNumber(provision.level, provision.number!);
    const place = markerSpan(provision);
    const isLast = provision === row.at(-1) && provision.number === highest;
    const advice = isLast ? `按顺序这里应为“${writtenNumber(provision.level, highest + 1)}”。` : "";
    const file = text.document.source.name;
    found.push(
      report(
        "duplicate-number",
        file,
        place,
        { number, line: index.position(earlier.span.start).line, advice },
        {
          provision: provision.path,
          related: [{ file, span: markerSpan(earlier), message: `“${number}”第一次出现在这里` }],
        },
      ),
    );
  }
  return found;
};

const markerSpan = (provision: Provision) =>
  span(
    provision.span.start,
    Math.min(
      provision.span.end,
      provision.pieces[0]?.end ?? provision.children[0]?.span.start ?? provision.span.end,
    ),
  );
