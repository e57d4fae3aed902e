import { compile } from "../../compiler/index.ts";
import type { DiagnosticKind, DiagnosticTable, Severity } from "../../language/index.ts";

const SEVERITIES = { error: "错误", warning: "警告", info: "提示" } as const satisfies Record<
  Severity,
  string
>;

/** The reference page of all findings: message, why, a text that has it and one that has not. */
export const diagnosticsPage = (kinds: DiagnosticTable, ofAnalysis: DiagnosticTable): string =>
  [
    "# 提示信息",
    "本页由程序从提示目录生成，请勿手工修改。错误须改正后才能执行；警告和提示不影响执行。",
    "[文字和规则的检查](#文字和规则的检查)由 `tiaowen lint` 和网页列出，[规则的分析](#规则的分析)由 `tiaowen analyse` 列出。",
    "## 文字和规则的检查",
    ...section(kinds),
    "## 规则的分析",
    "分析问的是规则合起来说了什么：哪些情形没有规定、哪些情形有两种结果、哪些条件不起作用。怎样阅读、把握程度怎样，见[分析规则](analysis.md)。",
    ...section(ofAnalysis),
    "",
  ].join("\n\n");

const section = (kinds: DiagnosticTable): readonly string[] => {
  const codes = Object.keys(kinds).sort();
  return [
    codes.map((code) => `- [${code}](#${code})：${SEVERITIES[kinds[code]!.severity]}`).join("\n"),
    ...codes.map((code) => {
      const { severity, why, bad, good } = kinds[code]!;
      return [
        `### ${code}`,
        `**${SEVERITIES[severity]}**　${messageOf(code, kinds[code]!)}`,
        why,
        "有此问题：",
        fence(around(bad, good)),
        "没有此问题：",
        fence(around(good, bad)),
      ].join("\n\n");
    }),
  ];
};

/** The template, or where that has hardly a word of its own, what the bad example is told. */
const messageOf = (code: string, { message, bad }: DiagnosticKind): string => {
  const told = OWN_WORDS.test(message.replaceAll(/\{\w+\}/g, ""))
    ? undefined
    : compile({ policy: { name: "示例.tiaowen", text: bad }, vocabularies: [] }).diagnostics.find(
        (found) => found.code === code,
      );
  return told === undefined ? message.replaceAll(/\{(\w+)\}/g, "…") : `${told.message}（以下例为例）`;
};

const OWN_WORDS = /(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){10}/;

/** Lines of the two samples around the place where they differ: the rest is the same in both. */
const around = (sample: string, other: string): string => {
  // A sample may hold NUL to show what is no text; the page shows its sign.
  const lines = sample.replaceAll("\0", "␀").trimEnd().split("\n");
  const others = other.replaceAll("\0", "␀").trimEnd().split("\n");
  const most = Math.min(lines.length, others.length);
  let head = 0;
  while (head < most && lines[head] === others[head]) head += 1;
  let tail = 0;
  while (tail < most - head && lines.at(-1 - tail) === others.at(-1 - tail)) tail += 1;
  const from = Math.max(0, head - CONTEXT);
  const to = Math.min(lines.length, lines.length - tail + 1);
  const shown = lines
    .slice(from, to)
    .map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}……` : line));
  if (shown.length > MOST) shown.splice(MOST, shown.length, "……");
  return [...(from > 0 ? ["……"] : []), ...shown, ...(to < lines.length ? ["……"] : [])].join("\n");
};

const CONTEXT = 2;
const LONGEST = 120;
const MOST = 30;

const fence = (sample: string): string => `\`\`\`\`\n${sample}\n\`\`\`\``;
