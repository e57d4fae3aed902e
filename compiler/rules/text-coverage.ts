import {
  ownWords,
  reporter,
  type Block,
  type Diagnostic,
  type DiagnosticTable,
  type PolicyFile,
  type Provision,
  type Span,
} from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";
import type { Lint } from "./lint.ts";

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";
const QUOTING = `${RULE.slice(0, -1)}，依据「业务量过少」。`;
const file = (tail: string, rule = RULE): string => exampleFile(rule, "", tail);

const catalogue = {
  "provision-untreated": {
    severity: "warning",
    message:
      "{place}没有规则，也没有【说明】。请写规则，或者用【说明】写明它是宣示、程序、需裁量、引用还是未转译。",
    why: "每一处原文都要有交代，才知道规则是否完整。",
    bad: file("第二条　本办法由市医疗保障局负责解释。\n"),
    good: file("第二条　本办法由市医疗保障局负责解释。\n【说明】程序。解释机关。\n【完】\n"),
  },
  "nothing-encoded": {
    severity: "info",
    message:
      "这份政策还没有规则和说明，{count}处条款未处理。请在条文下面写【规则】或者【说明】；用 tiaowen coverage 查看清单。",
    why: "刚粘贴的公文可以先看结构，但还不能执行。",
    bad: "【政策】示例办法\n名称：示例办法；\n施行：2025年1月1日。\n【完】\n示例办法\n\n第一条　为加强管理，制定本办法。\n",
    good: "【政策】示例办法\n名称：示例办法；\n施行：2025年1月1日。\n【完】\n示例办法\n\n第一条　为加强管理，制定本办法。\n【说明】宣示。制定目的。\n【完】\n",
  },
  "clause-uncovered": {
    severity: "warning",
    message:
      "{place}中“{words}”一句含有“{normative}”，但没有规则或者说明覆盖它。请用 依据「…」 写明由哪一块处理。",
    why: "一条之内可以有几句要求，漏掉的一句不会有结果，也没有人知道漏了。",
    bad: file(
      "第二条　医药机构应当诚信；不得伪造记录。\n【说明】宣示，依据「应当诚信」。\n【完】\n",
      QUOTING,
    ),
    good: file(
      "第二条　医药机构应当诚信；不得伪造记录。\n【说明】宣示，依据「应当诚信」、「不得伪造记录」。\n【完】\n",
      QUOTING,
    ),
  },
  "provision-untranslated": {
    severity: "info",
    message: "{place}标为未转译：可以写成规则，尚未写。",
    why: "未转译的条文不会执行。",
    bad: file("第二条　医药机构应当具备追溯码。\n【说明】未转译。\n【完】\n"),
    good: file("第二条　医药机构应当具备追溯码。\n【规则】追溯码\n医药机构应当具备追溯码。\n【完】\n"),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);
const LONGEST_QUOTE = 30;

const shortened = ({ source }: PolicyFile, spans: readonly Span[]): string => {
  const text = spans
    .map(({ start, end }) => source.text.slice(start, end))
    .join("")
    .replaceAll(/\s/g, "");
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}……` : text;
};

const answersForText = (block: Block): boolean =>
  block.kind === "rule" ||
  block.kind === "classification" ||
  (block.kind === "note" && block.status !== "不提示");

/** A policy that was only pasted gets one finding, not one for each provision. */
const untouched = ({ blocks, source }: PolicyFile, count: number): readonly Diagnostic[] => {
  const header = blocks.find((block) => block.kind === "metadata" && block.role === "policy");
  if (header === undefined || count === 0) return [];
  return [report("nothing-encoded", source.name, header.segment.headerSpan, { count })];
};

/** What the text says and no block answers. Only for policies: a vocabulary and plain text owe no answer. */
export const textCoverage: Lint = {
  catalogue,
  find: ({ file, coverage }) => {
    if (!file.blocks.some(answersForText)) return untouched(file, coverage.untreated);
    const { document } = file;
    const untreated = new Set<string>();
    const treated = new Set(coverage.list.flatMap(({ path, status }) => (status === "未处理" ? [] : [path])));
    const isPartlyTreated = ({ children }: Provision): boolean =>
      children.some((child) => treated.has(child.path) || isPartlyTreated(child));
    const provisions = coverage.list.flatMap(({ path, status }) => {
      const provision = document.byPath.get(path);
      if (provision === undefined || (status !== "未处理" && status !== "未转译")) return [];
      if (status === "未处理") untreated.add(path);
      const code = status === "未处理" ? "provision-untreated" : "provision-untranslated";
      const span = provision.pieces[0] ?? provision.span;
      // Its items are treated: only the words before them are meant, and not the whole that the label names.
      const place =
        status === "未处理" && isPartlyTreated(provision)
          ? `${provision.label}中“${shortened(file, ownWords(provision))}”`
          : provision.label;
      return [report(code, file.source.name, span, { place }, { provision: path })];
    });
    const clauses = coverage.uncoveredClauses.flatMap((clause) => {
      // The whole provision was just reported.
      if (untreated.has(clause.provision)) return [];
      const words = shortened(file, [clause.span]);
      const place = document.byPath.get(clause.provision)?.label ?? clause.provision;
      return [
        report(
          "clause-uncovered",
          file.source.name,
          clause.span,
          { place, words, normative: [...new Set(clause.words)].join("、") },
          { provision: clause.provision },
        ),
      ];
    });
    return [...provisions, ...clauses];
  },
};
