import { CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";

const NUMBERS = "一二三四五六七八九十";

const listed = (items: readonly string[]): string =>
  `${items.map((item, index) => `（${NUMBERS[index]!}）${item}`).join("；\n")}。`;

/** A small policy with one classification. */
export const classes = (...items: readonly string[]): string =>
  exampleFile(`【认定】类别\n医药机构的类别，按照下列规定认定：\n${listed(items)}`);

/** A small policy with one rule that has a list. */
export const rule = (head: string, ...items: readonly string[]): string =>
  exampleFile(`【规则】退出\n${head}\n${listed(items)}`);

const LIST_CHECKS = CHECKS.filter(({ catalogue }) =>
  Object.keys(catalogue).some((code) => /^(?:class|item|band)-/.test(code)),
);

/** What the checks of lists find, with the suggestions that stand their trial. */
export const findingsIn = async (text: string): Promise<readonly AnalysisFinding[]> => {
  const policy = { name: "示例.tiaowen", text };
  const compiled = compile({ policy, vocabularies: [] });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const analysis = await analysePolicy(compiled, {
    at: 20_454,
    limits: { steps: 100_000, milliseconds: 2000 },
    second: null,
    checks: LIST_CHECKS,
    sources: { policy, vocabularies: [] },
  });
  return analysis!.findings;
};

export const codesIn = async (text: string): Promise<readonly string[]> =>
  (await findingsIn(text)).map(({ code }) => code).toSorted();

/** The rule as it stands after each suggestion of a finding. */
export const mendedBy = (text: string, { suggestions }: AnalysisFinding): readonly string[] =>
  suggestions.map(({ edits }) => {
    const edited = withEdits(text, edits);
    return edited.slice(edited.indexOf("（一）"), edited.lastIndexOf("\n【完】"));
  });
