import type { DiagnosticKind } from "../../language/index.ts";
import { SEVERITY_WORDS } from "./finding.ts";
import { plain, type Paint } from "./tone.ts";
import { visible, wrap } from "./width.ts";

export interface ExplainedLayout {
  readonly width?: number;
  readonly paint?: Paint;
}

const DEFAULT_WIDTH = 100;

/** What a kind of finding says, why it matters, an example that has it and one that has not. */
export const explainedKind = (
  code: string,
  { severity, message, why, bad, good }: DiagnosticKind,
  { width = DEFAULT_WIDTH, paint = plain }: ExplainedLayout = {},
): string => {
  const section = (title: string, lines: readonly string[]): string =>
    [paint("strong", title), ...lines.map((line) => `  ${line}`)].join("\n");
  const prose = (words: string): readonly string[] => wrap(visible(words), width - 2);
  const example = (text: string): readonly string[] => visible(text.replace(/\n+$/u, "")).split("\n");
  return [
    `${paint("strong", code)}  ${SEVERITY_WORDS[severity]}`,
    section("提示的内容", prose(message.replaceAll(/\{\w+\}/gu, "……"))),
    section("为什么", prose(why)),
    section("有这一问题的例子", example(bad)),
    section("没有这一问题的例子", example(good)),
  ].join("\n\n");
};
