import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { LineIndex } from "../../source.ts";
import { markerSpan, numberRows, restartsOf, runsOn, writtenNumber, type NumberRow } from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "number-restart": {
    severity: "warning",
    message:
      "编号没有连着编下去：第{line}行已经编到“{before}”，这里又从“{number}”编起。章、条的序号应当全文连续，请对照正式文本核对：是重新起编，还是把两份文件放在了一起。",
    why: "条的序号全文连续，才能只写“第几条”就知道指哪一处。重新起编以后，同一个序号有两条，引用就分不清。",
    bad: "第一章 总则\n第一条 为了加强管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 管理\n第一条 市医疗保障局负责管理。\n第二条 各县区医疗保障局负责受理。\n",
    good: "第一章 总则\n第一条 为了加强管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 管理\n第三条 市医疗保障局负责管理。\n第四条 各县区医疗保障局负责受理。\n",
  },
  "number-backwards": {
    severity: "warning",
    message:
      "编号倒退：“{number}”排在“{before}”（第{line}行）之后。请对照正式文本核对：是顺序颠倒，还是编号写错。",
    why: "序号倒退，多半是移动条文以后没有改号，或者粘贴时放错了地方；条文之间的引用会跟着出错。",
    bad: "第一条 本办法适用于本市。\n第三条 市医疗保障局负责管理。\n第二条 各单位应当配合。\n第四条 本办法自印发之日起施行。\n",
    good: "第一条 本办法适用于本市。\n第二条 各单位应当配合。\n第三条 市医疗保障局负责管理。\n第四条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** Numbers that should run on and begin anew, or stand behind a higher one. */
export const numberRestart: TextLint = {
  catalogue,
  check: (text) => {
    const index = new LineIndex(text.document.source.text);
    return numberRows(text.document).flatMap((row) => checkRow(text, row, index));
  },
};

const checkRow = (text: TextUnderReview, row: NumberRow, index: LineIndex): Diagnostic[] => {
  const restarts = restartsOf(row);
  const counted = new Set<string>();
  const found: Diagnostic[] = [];
  for (const [order, provision] of row.entries()) {
    const previous = row[order - 1];
    const key = `${provision.number}-${provision.insertion ?? 0}`;
    const isRepeated = counted.has(key);
    counted.add(key);
    if (previous === undefined) continue;
    const isRestart = restarts.has(order);
    if (!isRestart && (isRepeated || !isBehind(provision, previous))) continue;
    const values = {
      number: writtenNumber(provision.level, provision.number!, provision.insertion),
      before: writtenNumber(previous.level, previous.number!, previous.insertion),
      line: index.position(previous.span.start).line,
    };
    const extras = { provision: provision.path };
    const place = markerSpan(provision);
    const file = text.document.source.name;
    if (!isRestart) found.push(report("number-backwards", file, place, values, extras));
    else if (runsOn(provision.level)) found.push(report("number-restart", file, place, values, extras));
  }
  return found;
};

const isBehind = (
  later: { readonly number: number | null; readonly insertion: number | null },
  earlier: { readonly number: number | null; readonly insertion: number | null },
): boolean =>
  later.number! < earlier.number! ||
  (later.number === earlier.number && (later.insertion ?? 0) < (earlier.insertion ?? 0));
