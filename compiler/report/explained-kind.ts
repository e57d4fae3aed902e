import type { DiagnosticKind } from "../../language/index.ts";
import { SEVERITY_WORDS } from "./finding.ts";
import { plain, type Paint } from "./tone.ts";
import { visible, wrap } from "./width.ts";

export interface ExplainedLayout {
  readonly width?: number;
  readonly paint?: Paint;
}

/** A kind of finding, and what its bad example is told, where that is known. */
export interface ExplainedKind extends DiagnosticKind {
  readonly toldOfExample: string | null;
}

const DEFAULT_WIDTH = 100;

/** What a kind of finding says, why it matters, an example that has it and one that has not. */
export const explainedKind = (
  code: string,
  { severity, message, why, bad, good, toldOfExample }: ExplainedKind,
  { width = DEFAULT_WIDTH, paint = plain }: ExplainedLayout = {},
): string => {
  const section = (title: string, lines: readonly string[]): string =>
    [paint("strong", title), ...lines.map((line) => `  ${line}`)].join("\n");
  const prose = (words: string): readonly string[] => wrap(visible(words), width - 2);
  const example = (text: string, other: string): readonly string[] =>
    aroundDifference(linesOf(text), linesOf(other));
  return [
    `${paint("strong", code)}  ${SEVERITY_WORDS[severity]}`,
    toldOfExample === null
      ? section("提示的内容", prose(message.replaceAll(/\{\w+\}/gu, "……")))
      : section("提示的内容（以下面第一个例子为例）", prose(toldOfExample)),
    section("为什么", prose(why)),
    section("有这一问题的例子", example(bad, good)),
    section("没有这一问题的例子", example(good, bad)),
  ].join("\n\n");
};

const linesOf = (text: string): readonly string[] => visible(text.replace(/\n+$/u, "")).split("\n");

/** What a long example has before the block in which it differs from the other is the same in both. */
const aroundDifference = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const at = lines.findIndex((line, index) => line !== others[index]);
  const differs = at < 0 ? lines.length - 1 : at;
  const from = lines.findLastIndex((line, index) => index <= differs && BLOCK.test(line));
  return from < LONG ? lines : [SAME, ...lines.slice(from)];
};

const BLOCK = /^(?:【(?!完)|第[^\s条]{1,6}条|[一二三四五六七八九十]+、)/u;

/** So many lines can be read as they stand. */
const LONG = 8;

const SAME = "……（前面的内容，两个例子相同）";
