import { describe, expect, test } from "vitest";
import { printDecision } from "./print-program.ts";
import { compileRule, errorsOf } from "./sample-policy.ts";

/** A rule that must not be read as anything, and words of the message that say why. */
const REFUSED: readonly (readonly [sentence: string, says: string])[] = [
  ["定点申请步行1公里以外没有定点零售药店的，新增定点。", "范围只能写“步行1公里以内”"],
  ["定点申请步行1公里以上没有定点零售药店的，新增定点。", "范围只能写“步行1公里以内”"],
  ["定点医药机构考核得分不低于60分以下的，限期整改。", "它与前面的“不低于”说的不是同一个界限"],
  ["定点医药机构考核得分等于60分以上的，限期整改。", "它与前面的“等于”说的不是同一个界限"],
  ["定点医药机构考核得分低于60分以上的，限期整改。", "它与前面的“低于”说的不是同一个界限"],
  ["定点医药机构考核得分超过60分以上的，限期整改。", "它与前面的“超过”说的不是同一个界限"],
  ["定点医药机构床位利用率低于三分之二以上的，限期整改。", "它与前面的“低于”说的不是同一个界限"],
  ["定点医药机构医院等级为三级、二级以上的，限期整改。", "前面列举了几个值"],
  ["定点医药机构医院等级不为三级、二级以上的，限期整改。", "前面列举了几个值"],
  ["定点申请所在县区内至多有2家以上定点零售药店的，新增定点。", "它与前面的“至多有”说的不是同一个界限"],
  ["定点申请所在县区内恰好有2家以上定点零售药店的，新增定点。", "它与前面的“恰好有”说的不是同一个界限"],
  ["定点申请所在县区内有50％以上定点零售药店的，新增定点。", "除以数量"],
  ["定点申请所在县区内至少有1.5家定点零售药店的，新增定点。", "个数应为整数"],
  [
    "定点医药机构符合下列情形中至多1项的，限期整改：\n（一）业务量极少；\n（二）主动申请解除协议。",
    "只能要求“至少”符合几项",
  ],
  [
    "定点医药机构符合下列情形中1.5项的，限期整改：\n（一）业务量极少；\n（二）主动申请解除协议。",
    "个数应为整数",
  ],
];

/** A rule whose limit is easily lost, and the condition that it must become. */
const KEPT: readonly (readonly [sentence: string, condition: string])[] = [
  ["医院等级不为二级以上的定点医疗机构，限期整改。", "not((v0.医院等级 >=ₒ 二级))"],
  ["年度医保业务量不为10笔以上的定点医疗机构，限期整改。", "not((v0.年度医保业务量 >= 10笔))"],
  ["定点医药机构考核得分不为60分以下的，限期整改。", "not((v0.考核得分 <= 60分))"],
  ["定点申请所在县区内至少有2家以上定点零售药店的，新增定点。", "base atLeast 2家"],
  ["定点申请步行1公里以内没有定点零售药店的，新增定点。", "walking≤1000公里"],
];

describe("words that leave the meaning open", () => {
  test.each(REFUSED)("%s", (sentence, says) => {
    const compiled = compileRule(sentence);
    expect(compiled.program).toBeNull();
    expect(errorsOf(compiled).join("\n")).toContain(says);
  });

  test.each(KEPT)("%s is kept", (sentence, condition) => {
    const { program } = compileRule(sentence);
    const decision = program?.decisions.find(({ name }) => name === "规则甲");
    expect(decision === undefined ? "" : printDecision(decision)).toContain(condition);
  });
});
