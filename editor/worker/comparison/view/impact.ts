import type { Comparison, ImpactChange } from "../../../../compiler/model/change.ts";
import { groupLines, impactSections } from "../../../../compiler/report/comparison/section-words.ts";
import { dayInChinese } from "../../../../compiler/report/day.ts";
import type { ImpactChangeView, ImpactSectionView, ImpactView } from "../view-model.ts";

/** Whom the change reaches, by rule; what is certain, open, or only called otherwise apart. */
export const impactView = ({ impact }: Comparison): ImpactView | null => {
  if (impact === null) return null;
  const records = Object.entries(impact.records).map(([object, count]) => `${object}${count}条`);
  return {
    judged: `基准日${dayInChinese(impact.at)}，核对${records.join("、")}。`,
    sections: impactSections(impact.changes).map(({ rule, places, total, unit, decided, open, nominal }) => {
      const [first] = [...decided, ...open, ...nominal];
      return {
        rule,
        places,
        total,
        unit,
        object: first?.object ?? "",
        decisions: { left: first?.left?.name ?? null, right: first?.right?.name ?? null },
        changes: [
          ...decided.map((change) => changeView(change, "decided")),
          ...open.map((change) => changeView(change, "open")),
          ...nominal.map((change) => changeView(change, "nominal")),
        ],
      } satisfies ImpactSectionView;
    }),
    unchanged: impact.unchangedRules,
    uncounted: impact.uncountedRules ?? [],
  };
};

const changeView = (change: ImpactChange, kind: ImpactChangeView["kind"]): ImpactChangeView => ({
  kind,
  from: change.from,
  to: change.to,
  count: change.count,
  groups: groupLines(change),
  records: change.records,
});
