import type { Comparison, Impact, ImpactChange } from "../../model/change.ts";
import { dayInChinese } from "../day.ts";
import { textTable, type Cell } from "../text-table.ts";
import { visible } from "../width.ts";
import { NOMINAL_HEAD, OPEN_HEAD, partsOfImpact } from "./section-words.ts";
import { sectionText, type WholeLayout } from "./terminal-section.ts";

/** For each rule how many records change from what to what, and who they are; open results apart. */
export const impactSection = ({ impact }: Comparison, layout: WholeLayout): readonly string[] => {
  if (impact === null) return [];
  const { decided, open, nominal } = partsOfImpact(impact.changes);
  const body = [
    `  ${judgedInWords(impact)}`,
    ...(impact.changes.length === 0 ? ["  没有记录的结果改变。"] : []),
    ...tableOf(decided, layout),
    ...(open.length === 0 ? [] : ["", `  以下记录${OPEN_HEAD}：`, ...tableOf(open, layout)]),
    ...(nominal.length === 0 ? [] : ["", `  以下记录${NOMINAL_HEAD}：`, ...tableOf(nominal, layout)]),
    ...(impact.unchangedRules.length === 0
      ? []
      : ["", `  结果没有改变的规则：${impact.unchangedRules.map(visible).join("；")}`]),
  ];
  return [sectionText("对现有记录的影响", body.join("\n"), layout)];
};

const judgedInWords = ({ at, records }: Impact): string =>
  `基准日${dayInChinese(at)}，核对${Object.entries(records)
    .map(([object, count]) => `${object}${count}条`)
    .join("、")}。`;

const tableOf = (changes: readonly ImpactChange[], layout: WholeLayout): readonly string[] =>
  changes.length === 0
    ? []
    : [
        textTable(
          [
            { title: "规则" },
            { title: "由" },
            { title: "变为" },
            { title: "记录数", align: "right", fixed: true },
            { title: "分布" },
            { title: "编号" },
          ],
          changes.map((change) => rowOf(change, layout)),
          { ...layout, indent: "  " },
        ),
      ];

const SHOWN_RECORDS = 5;
const SHOWN_VALUES = 3;

const rowOf = (change: ImpactChange, { all }: WholeLayout): Cell[] => {
  const shown = all ? change.records : change.records.slice(0, SHOWN_RECORDS);
  const [group] = change.groups;
  const values = all ? (group?.counts ?? []) : (group?.counts.slice(0, SHOWN_VALUES) ?? []);
  return [
    change.rule,
    change.from,
    change.to,
    change.count,
    group === undefined
      ? ""
      : `${group.field}：${values.map(({ value, count }) => `${value}（${count}）`).join("、")}${values.length < group.counts.length ? "等" : ""}`,
    shown.join("、") + (shown.length < change.count ? "等" : ""),
  ];
};
