import { scoreOf, type MutationReport, type PlacedChange, type Survivor } from "../../model/mutation.ts";
import { NO_PROVISION } from "../finding.ts";
import { percent } from "../test-table.ts";

/** Survivors by provision, in the order of the text. */
export const byProvision = (
  survivors: readonly Survivor[],
): readonly { readonly label: string; readonly survivors: readonly Survivor[] }[] => {
  const groups = new Map<string, Survivor[]>();
  for (const survivor of survivors) {
    const label = survivor.provision ?? NO_PROVISION;
    const group = groups.get(label) ?? [];
    group.push(survivor);
    groups.set(label, group);
  }
  return [...groups].map(([label, group]) => ({ label, survivors: group }));
};

/** 规则“限期整改” */
export const ruleInWords = ({ rule }: PlacedChange): string => (rule === null ? "未命名的规则" : `“${rule}”`);

/** How many changes there were and how many were noticed, in one sentence. */
export const summaryInWords = (report: MutationReport): string => {
  const { total, noticed, survivors, equivalent, undecided } = report;
  if (total === 0) return "没有可以改动的规则。";
  const open = undecided === 0 ? "" : `（其中${undecided}处未能判定是否影响结果）`;
  const same =
    equivalent.length === 0 ? "" : `另有${equivalent.length}处改动经证明不影响任何结果和情态，不计入。`;
  return `逐一改动${total}处，用例、性质和断言发现${noticed.length}处，占${percent(scoreOf(report))}；未发现${survivors.length}处${open}。${same}`;
};

export const failingInWords = ({ failing }: MutationReport): string | null =>
  failing.length === 0
    ? null
    : `下列用例、性质现在就未通过，不能发现改动：${failing.map((name) => `“${name}”`).join("、")}。请先用 tiaowen test 查看。`;

/** The survivors at which a 用例 is printed; at the others that it would notice, its name will do. */
export const firstWithCase = (report: MutationReport): ReadonlySet<Survivor> => {
  const first = new Map<string, Survivor>();
  for (const { survivors } of byProvision(report.survivors))
    for (const survivor of survivors)
      if (survivor.witness !== null && !first.has(survivor.witness)) first.set(survivor.witness, survivor);
  return new Set(first.values());
};

export const PASTE_IT = "加上这个用例就能发现：";

/** 前面的用例“…”也能发现。 */
export const pastedAlready = (witness: string): string =>
  `前面的用例“${/^【用例】(.*)$/mu.exec(witness)?.[1] ?? ""}”也能发现。`;
