import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import type { Level, Provision } from "../model.ts";
import { provisionAt } from "../provision-at.ts";
import { writtenNumber } from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "heading-end-varies": {
    severity: "info",
    message:
      "标题的写法不一：同级的标题多数后面有句号，接着写正文，“{number}{title}”却独占一行、没有句号。请统一写法。",
    why: "同级标题写法不一，目录和层次的自动识别会出错，读的人也会以为层次不同。",
    bad: "一、工作措施\n（一）加强组织领导。各单位应当落实责任。\n（二）健全评估机制。各单位应当定期评估。\n（三）严格监督检查。各单位应当公布结果。\n（四）强化政策落实\n各单位应当及时办理。\n",
    good: "一、工作措施\n（一）加强组织领导。各单位应当落实责任。\n（二）健全评估机制。各单位应当定期评估。\n（三）严格监督检查。各单位应当公布结果。\n（四）强化政策落实。各单位应当及时办理。\n",
  },
  "list-by-words": {
    severity: "info",
    message: "“一是”“二是”分段写的内容没有编号，不便引用。建议改用“1.”“2.”之类的序号。",
    why: "没有序号的段落只能引用成“第几段”，增删以后引用就会错位。",
    bad: "一、工作任务\n（一）优化布局。按照下列要求办理。\n一是周边有同类药店的，不再新增。\n二是没有药店的区域，可以新增。\n",
    good: "一、工作任务\n（一）优化布局。按照下列要求办理。\n1.周边有同类药店的，不再新增。\n2.没有药店的区域，可以新增。\n",
  },
} as const;

const report = reporter(catalogue);

/** Headings of one level written in two ways, and paragraphs that count with 一是, 二是. */
export const headingStyle: TextLint = {
  catalogue,
  check: (text) =>
    text.document.form === "headings"
      ? [...checkEnds(text, "heading2"), ...checkEnds(text, "heading3"), ...checkLists(text)]
      : [],
};

const checkEnds = (text: TextUnderReview, level: Level): Diagnostic[] => {
  const titled = text.document.provisions.filter(
    (provision) => provision.level === level && provision.titleSpan !== null,
  );
  const alone = titled.filter(({ pieces, titleSpan }) => pieces.includes(titleSpan!));
  if (alone.length === 0 || alone.length * 3 > titled.length) return [];
  return alone.map((provision) =>
    report(
      "heading-end-varies",
      text.document.source.name,
      span(provision.span.start, provision.titleSpan!.end),
      { number: writtenNumber(level, provision.number ?? 0), title: provision.title ?? "" },
      { provision: provision.path },
    ),
  );
};

/** The first of several paragraphs; 一是…；二是… in one paragraph is a way of speaking. */
const checkLists = (text: TextUnderReview): Diagnostic[] =>
  text.paragraphs.flatMap((paragraph, order) => {
    if (paragraph.marker !== null || !paragraph.text.startsWith("一是")) return [];
    const next = text.paragraphs[order + 1];
    if (next === undefined || next.marker !== null || !next.text.startsWith("二是")) return [];
    const start = paragraph.pieces[0]!.start;
    const provision: Provision | null = provisionAt(text.document, start);
    const extras = provision === null ? {} : { provision: provision.path };
    return [report("list-by-words", text.document.source.name, span(start, start + 2), {}, extras)];
  });
