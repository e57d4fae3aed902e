import {
  ownWords,
  parseNumeral,
  reporter,
  type Diagnostic,
  type DiagnosticTable,
  type MetadataBlock,
  type PolicyFile,
  type Span,
} from "../../language/index.ts";
import type { Day } from "../model/value.ts";
import { lastDayOfPeriod, printDay, readDay } from "../resolve/calendar.ts";
import { exampleFile } from "../resolve/example.ts";
import { readPolicyInfo } from "../resolve/metadata.ts";
import type { Lint } from "./lint.ts";

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";
const dated = (fields: string, tail = ""): string =>
  exampleFile(RULE, "", tail).replace("名称：示例办法。", `名称：示例办法；\n${fields}。`);
const START = "第二条　本办法自2025年1月1日起施行，有效期2年。\n【说明】程序。\n【完】\n";

const catalogue = {
  "no-effective-date": {
    severity: "warning",
    message:
      "【政策】没有写施行日期，任何基准日都按有效执行。{hint}请写“施行：自……起”；尚未印发的，写“阶段：征求意见稿”。",
    why: "没有施行日期，施行以前和失效以后的事也会照这份文件判断。",
    bad: exampleFile(RULE),
    good: dated("施行：2025年1月1日"),
  },
  "effective-date-differs": {
    severity: "warning",
    message: "原文写的是自{written}起施行，【政策】写的是自{declared}起。请按原文改正【政策】。",
    why: "文件从哪一天起有效以原文为准；写错的，前后几天的结果全部不对。",
    bad: dated("施行：2025年2月1日；\n有效期：2年", START),
    good: dated("施行：2025年1月1日；\n有效期：2年", START),
  },
  "last-day-differs": {
    severity: "warning",
    message: "按原文“{words}”，有效期至{written}，【政策】{declared}。请按原文改正【政策】。",
    why: "有效期届满的文件不再适用，写错的，届满前后的结果全部不对。",
    bad: dated("施行：2025年1月1日；\n有效期：3年", START),
    good: dated("施行：2025年1月1日；\n有效期：2年", START),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);

/** Whether the day from which a policy is in force is declared, and is the one that its text states. */
export const effectiveDate: Lint = {
  catalogue,
  find: ({ file }) => {
    const block = file.blocks.find((each): each is MetadataBlock => each.kind === "metadata");
    if (block === undefined || !file.blocks.some(({ kind }) => RUN.has(kind))) return [];
    const { info } = readPolicyInfo(file);
    const found: Diagnostic[] = [];
    const start = startWritten(file);
    if (info.effectiveFrom === null && info.issuedOn === null && !info.trial) {
      const hint = start === null ? "" : `原文写的是自${printDay(start.day)}起施行。`;
      found.push(report("no-effective-date", file.source.name, block.segment.headerSpan, { hint }));
    }
    if (start !== null && info.effectiveFrom !== null && start.day !== info.effectiveFrom) {
      const dates = { written: printDay(start.day), declared: printDay(info.effectiveFrom) };
      found.push(report("effective-date-differs", file.source.name, start.span, dates, provisionOf(start)));
    }
    const end = lastDayWritten(file, start?.day ?? info.effectiveFrom);
    // A wrong first day moves the last one too, and was just reported.
    if (end === null || end.day === info.lastDay || found.length > 0) return found;
    const declared = info.lastDay === null ? "没有写有效期" : `写的是至${printDay(info.lastDay)}`;
    const values = { words: end.words, written: printDay(end.day), declared };
    return [...found, report("last-day-differs", file.source.name, end.span, values, provisionOf(end))];
  },
};

const RUN: ReadonlySet<string> = new Set(["rule", "classification", "exception"]);

interface Written {
  readonly day: Day;
  readonly words: string;
  readonly span: Span;
  readonly provision: string;
}

const provisionOf = ({ provision }: Written): { readonly provision: string } => ({ provision });

/** Only what the text says of itself: 《…》自…起施行 is another document. */
const STARTS = /本[^，。；《》\s]{1,8}自(\d{4}年\d{1,2}月\d{1,2}日)起(?:开始|正式)?(?:施行|实施|执行|生效)/;
const ENDS = /有效期(?:限)?(?:至(\d{4}年\d{1,2}月\d{1,2}日)|为?([0-9一二两三四五六七八九十]+)年)/;

const startWritten = (file: PolicyFile): Written | null =>
  firstWritten(file, STARTS, (match) => readDay(match[1]!));

const lastDayWritten = (file: PolicyFile, start: Day | null): Written | null => {
  const ownEnd = new RegExp(`${STARTS.source}[^。《》]{0,12}?${ENDS.source}`);
  return firstWritten(file, ownEnd, (match) => {
    if (match[2] !== undefined) return readDay(match[2]);
    const years = parseNumeral(match[3]!);
    return start === null || years === null ? null : lastDayOfPeriod(start, years * 12);
  });
};

const firstWritten = (
  file: PolicyFile,
  pattern: RegExp,
  dayOf: (match: RegExpExecArray) => Day | null,
): Written | null => {
  for (const provision of file.document.provisions) {
    for (const piece of ownWords(provision)) {
      const match = pattern.exec(file.source.text.slice(piece.start, piece.end));
      const day = match === null ? null : dayOf(match);
      if (match === null || day === null) continue;
      const start = piece.start + match.index;
      const words = match[0].slice(match[0].indexOf("有效期") < 0 ? 0 : match[0].indexOf("有效期"));
      return { day, words, span: { start, end: start + match[0].length }, provision: provision.path };
    }
  }
  return null;
};
