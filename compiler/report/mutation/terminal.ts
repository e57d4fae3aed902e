import { OPERATOR_NAMES, type MutationReport, type Survivor } from "../../model/mutation.ts";
import { wholeLayout, type Layout, type WholeLayout } from "../layout.ts";
import { visible, wrap } from "../width.ts";
import {
  byProvision,
  failingInWords,
  firstWithCase,
  PASTE_IT,
  pastedAlready,
  ruleInWords,
  summaryInWords,
} from "./words.ts";

/** What nobody noticed, provision by provision: as it is, as it would be, and a 用例 to paste. */
export const mutationTerminal = (report: MutationReport, given: Layout = {}): string => {
  const layout = wholeLayout(given);
  const failing = failingInWords(report);
  const first = firstWithCase(report);
  return [
    layout.paint("strong", visible(`${report.policy}　改动检验`)),
    ...(failing === null ? [] : [wrap(visible(failing), layout.width).join("\n")]),
    ...byProvision(report.survivors).map(({ label, survivors }) =>
      [
        layout.paint("strong", visible(label)),
        ...survivors.map((each) => survivorLines(each, first.has(each), layout).join("\n")),
      ].join("\n\n"),
    ),
    wrap(summaryInWords(report), layout.width).join("\n"),
  ].join("\n\n");
};

const survivorLines = (survivor: Survivor, isFirst: boolean, layout: WholeLayout): readonly string[] => {
  const { operator, file, line, before, after, witness, reason } = survivor;
  const { paint } = layout;
  return [
    `  ${paint("strong", "◆")} ${visible(ruleInWords(survivor))}　${OPERATOR_NAMES[operator]}　${paint("muted", visible(`${file}:${line}`))}`,
    ...signed("－", before, "bad", layout),
    ...signed("＋", after, "good", layout),
    ...(reason === null ? [] : wrap(reason, layout.width - 4).map((words) => `    ${words}`)),
    ...(witness === null ? [] : caseLines(witness, isFirst, layout)),
  ];
};

const caseLines = (witness: string, isFirst: boolean, { width }: WholeLayout): readonly string[] =>
  isFirst
    ? // What is to be pasted is not broken into lines.
      [`    ${PASTE_IT}`, ...witness.split("\n").map((words) => `      ${visible(words)}`)]
    : wrap(visible(pastedAlready(witness)), width - 4).map((words) => `    ${words}`);

const signed = (
  sign: string,
  words: string,
  tone: "bad" | "good",
  { width, paint }: WholeLayout,
): readonly string[] =>
  wrap(visible(words), width - 7).map(
    (line, at) => `    ${paint(tone, at === 0 ? sign : "　")} ${paint(tone, line)}`,
  );
