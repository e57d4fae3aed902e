import { OPERATOR_NAMES, type MutationReport, type Survivor } from "../../model/mutation.ts";
import { fenced, line } from "../markdown-cells.ts";
import {
  byProvision,
  failingInWords,
  firstWithCase,
  PASTE_IT,
  pastedAlready,
  ruleInWords,
  summaryInWords,
} from "./words.ts";

/** The same as Markdown: to be sent, or put under another text. */
export const mutationMarkdown = (report: MutationReport): string => {
  const failing = failingInWords(report);
  const first = firstWithCase(report);
  return [
    `# ${line(report.policy)}　改动检验`,
    summaryInWords(report),
    ...(failing === null ? [] : [line(failing)]),
    ...byProvision(report.survivors).flatMap(({ label, survivors }) => [
      `## ${line(label)}`,
      ...survivors.map((each) => survivorText(each, first.has(each))),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
};

const survivorText = (survivor: Survivor, isFirst: boolean): string => {
  const { operator, file, line: at, before, after, witness, reason } = survivor;
  return [
    `### ${line(ruleInWords(survivor))}　${OPERATOR_NAMES[operator]}`,
    [`- 位置：${line(`${file}:${at}`)}`, `- 原文：${line(before)}`, `- 改为：${line(after)}`].join("\n"),
    ...(reason === null ? [] : [reason]),
    ...(witness === null
      ? []
      : isFirst
        ? [PASTE_IT, fenced("tiaowen", witness)]
        : [line(pastedAlready(witness))]),
  ].join("\n\n");
};
