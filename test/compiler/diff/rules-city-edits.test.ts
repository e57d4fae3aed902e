import { describe, expect, test } from "vitest";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import { compileCity, mudanjiang, yangjiang, type City } from "../../support/city.ts";
import { asSeenFromBehind, seen } from "./rule-mirror.ts";
import { rowOf, type ChangeRow } from "./rule-pair.ts";

interface Edit {
  readonly from: string;
  readonly to: string;
  readonly change: ChangeRow;
  readonly reaches: readonly string[];
}

/** One thing changed in the rules of a city, as a drafter would. */
const MUDANJIANG: readonly Edit[] = [
  {
    from: "距上次复核日期已满2年",
    to: "距上次复核日期已满3年",
    change: ["threshold", "substantive", "loosened", "2年", "3年"],
    reaches: ["全覆盖复查"],
  },
  {
    from: "（四）主动申请解除协议，依据「主动申请解除协议」；\n",
    to: "",
    change: ["itemRemoved", "substantive", "loosened", "主动申请解除协议", null],
    reaches: ["自然退出"],
  },
  {
    from: "医疗机构有下列情形之一的，原则上不再新增医保定点，依据",
    to: "医疗机构有下列情形之一的，不得新增医保定点，依据",
    change: ["modality", "substantive", "tightened", "原则上不再新增医保定点", "不得新增医保定点"],
    reaches: ["十五分钟服务圈"],
  },
  {
    from: "1.步行服务圈半径内有机构类型相同且能够满足就医需求的",
    to: "1.步行服务圈半径内有能够满足就医需求的",
    change: ["conditionRemoved", "substantive", "tightened", "机构类型相同", null],
    reaches: ["十五分钟服务圈"],
  },
  {
    from: "1.直线服务圈半径内有机构类型相同且能够满足就医需求的",
    to: "1.直线服务圈半径内有能够满足就医需求的",
    change: ["conditionRemoved", "conditional", "tightened", "机构类型相同", null],
    reaches: ["十五分钟服务圈"],
  },
  {
    from: "（七）单体定点零售药店，为C类",
    to: "（七）单体定点零售药店，为B类",
    change: ["classValue", "substantive", null, "C类", "B类"],
    reaches: ["管理类别"],
  },
  {
    from: "是指具有双通道资格的定点零售药店",
    to: "是指具有双通道资格且具有门诊统筹资格的定点零售药店",
    change: ["conditionAdded", "substantive", "tightened", null, "具有门诊统筹资格"],
    reaches: ["双通道定点零售药店", "双通道药店覆盖"],
  },
  {
    from: "排名；仍相同的，需裁量。\n\n【排名】分县区",
    to: "排名；仍相同的，并列。\n\n【排名】分县区",
    change: ["formula", "substantive", null, "需裁量", "并列"],
    reaches: ["统一考核排名", "考核淘汰"],
  },
  {
    from: "统一考核排名位于后排名靠后比例",
    to: "统一考核排名位于后5％",
    change: ["threshold", "substantive", null, "排名靠后比例（未定）", "5％"],
    reaches: ["考核淘汰"],
  },
  {
    from: "（一）本期新增定点机构数不超过本期退出定点机构数；",
    to: "（一）本期新增定点机构数少于本期退出定点机构数；",
    change: ["boundWord", "substantive", "tightened", "不超过", "少于"],
    reaches: ["总量平衡"],
  },
  {
    from: "（一）上一年度医保基金当期结余低于0元，",
    to: "（一）上一年度医保基金当期结余低于1000万元，",
    change: ["threshold", "substantive", "tightened", "0元", "1000万元"],
    reaches: ["基金运行情形", "总量平衡", "稳慎新增"],
  },
  {
    from: "【规则】限期整改\n定点医药机构",
    to: "【规则】限期整改\n定点医疗机构",
    change: ["subject", "substantive", "loosened", "定点医药机构", "定点医疗机构"],
    reaches: ["限期整改"],
  },
];

const UNRESTRICTED = ["稳慎新增", "县级稳慎新增", "新增医疗机构从严控制", "十五分钟服务圈", "药店服务圈"];

const YANGJIANG: readonly Edit[] = [
  {
    from: "或者列入市级重点建设项目的定点申请，不受本指引限制",
    to: "的定点申请，不受本指引限制",
    change: [
      "exceptionChanged",
      "substantive",
      "tightened",
      "列入国家重点建设项目或者列入省级重点建设项目或者列入市级重点建设项目",
      "列入国家重点建设项目或者列入省级重点建设项目",
    ],
    reaches: UNRESTRICTED,
  },
  {
    from: "采读法一，状态为暂拟。\n\n【例外】",
    to: "采读法二，状态为暂拟。\n\n【例外】",
    change: [
      "reading",
      "substantive",
      null,
      "读法一：即本指引，本文件他处自称本指引或者本工作指引",
      "读法二：所指文件不明",
    ],
    reaches: UNRESTRICTED,
  },
  {
    from: "经办机构要开展阶段评估",
    to: "经办机构应当开展阶段评估",
    change: ["wording", "wording", null, "要", "应当"],
    reaches: [],
  },
  {
    from: "经办机构要开展阶段评估",
    to: "经办机构可以开展阶段评估",
    change: ["modality", "substantive", "loosened", "要", "可以"],
    reaches: ["阶段评估"],
  },
];

const edited = (city: City, { from, to }: Edit) => {
  expect(city.policy.text.split(from)).toHaveLength(2);
  return compileCity(city, city.policy.text.replace(from, to)).program!;
};

describe.each([
  { city: mudanjiang, edits: MUDANJIANG },
  { city: yangjiang, edits: YANGJIANG },
])("$city.folder", ({ city, edits }) => {
  const before = compileCity(city).program!;
  test.each(edits)("$from → $to", (edit) => {
    const after = edited(city, edit);
    const changes = compareRules(before, after, []).changes.map(({ change }) => change);
    expect(changes.map(rowOf)).toEqual([edit.change]);
    expect(changes[0]!.reaches.left).toEqual(edit.reaches);
    const back = compareRules(after, before, []).changes.map(({ change }) => change);
    expect(seen(back)).toEqual(asSeenFromBehind(changes));
  });
});
