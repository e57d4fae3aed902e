import { reporter, type Diagnostic, type RelatedPlace } from "../../diagnostic.ts";
import type { Provision } from "../model.ts";
import { otherPlace } from "./place-of.ts";
import { markerSpan, numberRows, restartsOf, runsOn, writtenNumber, type NumberRow } from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "number-restart": {
    severity: "warning",
    message:
      "编号没有连着编下去：前面已经编到“{before}”，这里又从“{number}”编起。序号应当连续，请对照正式文本核对：是重新起编，还是把两份文件放在了一起。",
    why: "条的序号全文连续，才能只写“第几条”就知道指哪一处。重新起编以后，同一个序号有两条，引用就分不清。",
    bad: "第一章 总则\n第一条 为了加强管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 管理\n第一条 市医疗保障局负责管理。\n第二条 各县区医疗保障局负责受理。\n",
    good: "第一章 总则\n第一条 为了加强管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 管理\n第三条 市医疗保障局负责管理。\n第四条 各县区医疗保障局负责受理。\n",
  },
  "number-backwards": {
    severity: "warning",
    message: "编号倒退：“{number}”排在“{before}”之后。请对照正式文本核对：是顺序颠倒，还是编号写错。",
    why: "序号倒退，多半是移动条文以后没有改号，或者粘贴时放错了地方；条文之间的引用会跟着出错。",
    bad: "第一条 本办法适用于本市。\n第三条 市医疗保障局负责管理。\n第二条 各单位应当配合。\n第四条 本办法自印发之日起施行。\n",
    good: "第一条 本办法适用于本市。\n第二条 各单位应当配合。\n第三条 市医疗保障局负责管理。\n第四条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** Numbers that should run on and begin anew, or stand behind a higher one. */
export const numberRestart: TextLint = {
  catalogue,
  check: (text) => [
    ...numberRows(text.document).flatMap((row) => checkRow(text, row)),
    ...text.document.provisions.flatMap((provision) => checkItems(text, provision)),
  ],
};

const checkRow = (text: TextUnderReview, row: NumberRow): Diagnostic[] => {
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
    };
    const extras = { provision: provision.path, related: [whereWas(text, previous, values.before)] };
    const place = markerSpan(text.document, provision);
    const file = text.document.source.name;
    if (!isRestart) found.push(report("number-backwards", file, place, values, extras));
    else if (runsOn(provision.level)) found.push(report("number-restart", file, place, values, extras));
  }
  return found;
};

/** A second list in one 款 has a sentence in front of it; （三） that goes on with （一） has none. */
const checkItems = (text: TextUnderReview, { level, children }: Provision): Diagnostic[] => {
  if (level !== "paragraph" || children.length < 4) return [];
  return children.flatMap((item, order) => {
    const previous = children[order - 1];
    if (item.level !== "item" || item.number !== 1 || previous?.level !== "item") return [];
    if (previous.number! < 2 || children[order + 1]?.number !== 2) return [];
    if (!/[；;]$/.test(endOf(text, previous))) return [];
    const values = {
      number: writtenNumber(item.level, 1),
      before: writtenNumber(previous.level, previous.number!),
    };
    const extras = { provision: item.path, related: [whereWas(text, previous, values.before)] };
    return [
      report("number-restart", text.document.source.name, markerSpan(text.document, item), values, extras),
    ];
  });
};

const whereWas = ({ document }: TextUnderReview, previous: Provision, before: string): RelatedPlace =>
  otherPlace(document, markerSpan(document, previous), `“${before}”在这里`);

const endOf = ({ document }: TextUnderReview, { span: { start, end } }: Provision): string =>
  document.source.text.slice(Math.max(start, end - 4), end).trimEnd();

const isBehind = (
  later: { readonly number: number | null; readonly insertion: number | null },
  earlier: { readonly number: number | null; readonly insertion: number | null },
): boolean =>
  later.number! < earlier.number! ||
  (later.number === earlier.number && (later.insertion ?? 0) < (earlier.insertion ?? 0));
