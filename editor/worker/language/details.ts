import {
  foldingRanges,
  inlayHints,
  officialLines,
  outline,
  ruleLenses,
} from "../../../compiler/ide/index.ts";
import { readPolicyInfo } from "../../../compiler/resolve/metadata.ts";
import type { Day } from "../../../compiler/model/value.ts";
import { dayInChinese } from "../../../compiler/report/day.ts";
import type { Details, PolicyCard } from "../worker-api.ts";
import type { View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";

/** What the page shows beside the text; it is asked for when the typing rests. */
export const detailsOf = (view: View): Details => ({
  path: view.path,
  version: view.version,
  title: view.file.document.title,
  outline: orEmpty("目录", () => outline(view), []),
  officialLines: orEmpty("正文版式", () => officialLines(view), []),
  lenses: orEmpty("规则标记", () => ruleLenses(view), []),
  hints: orEmpty("行内提示", () => inlayHints(view), []),
  folding: orEmpty("折叠", () => foldingRanges(view), []),
  coverage: {
    provisions: view.coverage.provisions,
    treated: view.coverage.provisions - view.coverage.untreated,
    untreated: view.coverage.untreated,
  },
  policy: policyCard(view),
});

const policyCard = ({ file }: View): PolicyCard | null => {
  if (!file.blocks.some(({ kind }) => kind === "metadata")) return null;
  const { info } = readPolicyInfo(file);
  return {
    name: info.name,
    region: info.region,
    stage: info.stage,
    trial: info.trial,
    effectiveFrom: dayInWords(info.effectiveFrom),
    lastDay: dayInWords(info.lastDay),
  };
};

const dayInWords = (day: Day | null): string | null => (day === null ? null : dayInChinese(day));
