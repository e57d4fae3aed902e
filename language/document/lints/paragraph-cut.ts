import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import type { LineCut } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { isPageNumber, unjoinedCuts } from "./unjoined-cuts.ts";
import { trimRange } from "../whitespace.ts";
import { isWrapped } from "./wrapped-lines.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "paragraph-cut": {
    severity: "warning",
    message:
      "一句话被断成两行：“{before}”之后没有标点，下一行接着写“{after}”，多半是分页或者换行造成的。系统按同一款读取，原文不改动。",
    why: "断开的后半句容易被当成另外一款，款的序号和引用就会错位。",
    bad: "第一条 提高医药服务精细化管理水平，全面筑牢医保基金安\n\n全防线，不断满足人民需要。\n",
    good: "第一条 提高医药服务精细化管理水平，全面筑牢医保基金安全防线，不断满足人民需要。\n",
  },
  "word-cut": {
    severity: "warning",
    message:
      "一句话被断成两行：前一行写到“{before}”，下一行接着写“{after}”。前一行像标题，系统没有接起来，读成了两段；请对照正式文本，把两行接成一段。",
    why: "断开的前半句会被当成标题，后半句会被当成另外一款，款的序号和引用都会错位。",
    bad: "第一条 各级医疗保障行政部门应\n\n当加强管理，公布结果。\n",
    good: "第一条 各级医疗保障行政部门应当加强管理，公布结果。\n",
  },
  "lines-wrapped": {
    severity: "info",
    message:
      "全文按固定宽度换行，共有{count}处句子断成两行，系统已经接成完整的段落。建议改用每段只在末尾换行的文本。",
    why: "从扫描件或者 PDF 复制的文本每行都有换行，逐处报告没有意义，但是段落的划分需要人工核对一遍。",
    bad: `第一条 为了加强管理，${"规范定点医药机构的协议管理工作\n保障参保人员的合法权益不受侵害\n".repeat(12)}制定本办法。\n`,
    good: "第一条 为了加强定点医药机构管理工作，制定本办法。\n",
  },
} as const;

const report = reporter(catalogue);

/** A sentence that stands on two lines; where nearly every line does, one finding for all. */
export const paragraphCut: TextLint = {
  catalogue,
  check: (text) => {
    const cuts = text.paragraphs.flatMap((paragraph) => paragraph.cuts);
    const known = new Set(cuts.map(({ after }) => after.start));
    if (!isWrapped(text))
      return [
        ...cuts
          .filter((cut) => !hasPageNumber(text, cut))
          .map((cut) => reportCut(text, cut, "paragraph-cut")),
        ...unjoinedCuts(text)
          .filter((cut) => !known.has(cut.after.start) && !hasPageNumber(text, cut))
          .map((cut) => reportCut(text, cut, "word-cut")),
      ];
    const place = span(cuts[0]!.before.end - 1, cuts[0]!.before.end);
    return [report("lines-wrapped", text.document.source.name, place, { count: cuts.length })];
  },
};

/** The page number between the two lines has its own finding, which says that they are one sentence. */
const hasPageNumber = ({ document }: TextUnderReview, { before, after }: LineCut): boolean => {
  if (after.start - before.end > LONGEST_GAP) return false;
  const [start, end] = trimRange(document.source.text, before.end, after.start);
  return start < end && isPageNumber(document.source.text.slice(start, end));
};

const LONGEST_GAP = 80;

const reportCut = (
  text: TextUnderReview,
  { before, after }: LineCut,
  code: "paragraph-cut" | "word-cut",
): Diagnostic => {
  const provision = provisionAt(text.document, before.end - 1);
  const place = span(Math.max(before.start, before.end - 8), Math.min(after.end, after.start + 8));
  return report(
    code,
    text.document.source.name,
    place,
    { before: before.text.slice(-8), after: after.text.slice(0, 8) },
    provision === null ? {} : { provision: provision.path },
  );
};
