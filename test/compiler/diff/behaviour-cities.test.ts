import { beforeAll, describe, expect, test } from "vitest";
import { mirrorBehaviour } from "../../../compiler/diff/mirror.ts";
import { runCases } from "../../../compiler/index.ts";
import type { BehaviourChange, Witness } from "../../../compiler/model/change.ts";
import { compileCity, mudanjiang, yangjiang, type City } from "../../support/city.ts";
import { behaviourOf, type Behaviour } from "./behaviour-pair.ts";

/** 牡丹江 against 阳江: what a legal reader has to find, with an ordinary record for each. */
describe("two cities", () => {
  let found: Behaviour;

  beforeAll(async () => {
    found = await behaviourOf(compileCity(mudanjiang).program!, compileCity(yangjiang).program!);
  }, 60_000);

  const pairOf = (rule: string): BehaviourChange =>
    found.changes.find(({ left, right }) => left?.name === rule || right?.name === rule)!;

  const rowsOf = (rule: string) =>
    everyWitness(pairOf(rule)).map(({ facts, left, right }) => ({
      facts,
      left: left.status,
      right: right.status,
    }));

  test("the same fund rules are equivalent, and proved so", () => {
    expect([pairOf("基金运行情形").verdict, pairOf("总量平衡").verdict]).toEqual([
      "equivalent",
      "equivalent",
    ]);
  });

  test("a key project is exempt on the right, and only this differs", () => {
    expect(pairOf("稳慎新增").verdict).toBe("looser");
    expect(rowsOf("稳慎新增")).toEqual([
      {
        facts: [
          "定点申请「甲」：列入国家重点建设项目，不符合稳慎新增要求，所在统筹地区为「乙」",
          "统筹地区「乙」：预计本年度可能存在当期收不抵支风险，相关情况未得到改善",
        ],
        left: "不符合",
        right: "不适用",
      },
    ]);
    expect(rowsOf("十五分钟服务圈")).toContainEqual({
      facts: [
        "定点申请「甲」：申请类别为医疗机构，机构类型为综合医院，列入国家重点建设项目",
        "定点医药机构「乙」：机构类别为定点医疗机构，机构类型为综合医院，能够满足就医需求，能够满足就医购药需求",
        "「甲」至「乙」步行距离为1.5公里",
        "服务圈半径为1.5公里",
      ],
      left: "成立",
      right: "不适用",
    });
  });

  test("the distance that nobody has laid down is open on the left and 1.5公里 on the right", () => {
    expect(rowsOf("十五分钟服务圈")).toContainEqual({
      facts: [
        "定点申请「甲」：申请类别为医疗机构，机构类型为综合医院，未列入国家重点建设项目，未列入省级重点建设项目，未列入市级重点建设项目",
        "定点医药机构「乙」：机构类别为定点医疗机构，机构类型为综合医院，能够满足就医需求，能够满足就医购药需求",
        "「甲」至「乙」步行距离为1.5公里",
      ],
      left: "需裁量",
      right: "成立",
    });
  });

  test("纳入 against 可纳入, and too few against none", () => {
    const pharmacy = "定点申请「甲」：申请类别为零售药店，规划期内新开设，符合规划要求，所在区域为";
    expect(rowsOf("无药店区域")).toEqual([
      { facts: [`${pharmacy}「乙」`, "规划区域「乙」：定点零售药店相对不足"], left: "成立", right: "成立" },
      {
        facts: [`${pharmacy}「乙」`, "规划区域「乙」：定点零售药店相对不足为否"],
        left: "不成立",
        right: "成立",
      },
      {
        facts: [
          `${pharmacy}「丙」`,
          "定点医药机构「乙」：机构类别为定点零售药店，所在区域为「丙」",
          "规划区域「丙」：定点零售药店相对不足",
        ],
        left: "成立",
        right: "不成立",
      },
    ]);
    const { witness } = pairOf("无药店区域");
    expect([witness!.left.modality, witness!.right.modality]).toEqual([null, "可"]);
  });

  test.each([
    ["自然退出", "定点医药机构「甲」：年度医保业务量为0笔", "成立"],
    ["存量定点取消", "定点医药机构「甲」：存在欺诈骗保行为", "成立"],
    ["限期整改", "定点医药机构「甲」：不符合准入标准", "成立"],
    ["整改后终止", "定点医药机构「甲」：不符合准入标准，整改后仍不符合准入标准", "成立"],
    ["双通道药店覆盖", "县区「甲」", "不符合"],
  ])("%s is not there on the right: looser, with one ordinary record", (rule, facts, left) => {
    expect([pairOf(rule).verdict, pairOf(rule).proof]).toEqual(["looser", "structure"]);
    expect(rowsOf(rule)).toEqual([{ facts: [facts], left, right: null }]);
  });

  test("the classes that the right side lacks have a record", () => {
    expect(pairOf("管理类别").verdict).toBe("incomparable");
    expect(pairOf("管理类别").witness!.left.value).toBe("A类");
  });

  test("nothing stays undecided, and every witness shows a change of the rules", () => {
    expect(found.changes.filter(({ verdict }) => verdict === "undecided").map(({ about }) => about)).toEqual(
      [],
    );
    const idle = found.changes.flatMap((change) =>
      everyWitness(change).filter(({ changes }) => changes.length === 0),
    );
    expect(idle).toEqual([]);
  });

  test.each([
    ["left", mudanjiang],
    ["right", yangjiang],
  ] as const)("every case passes where it is pasted: %s", (side, city) => {
    const texts = found.changes.flatMap((change) =>
      everyWitness(change).flatMap(({ cases }) => cases[side] ?? []),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(outcomesOf(city, texts)).toEqual(texts.map((text) => [/^【用例】(.*)$/m.exec(text)![1]!, true]));
  });

  test("from the other side everything is mirrored", async () => {
    const turned = await behaviourOf(compileCity(yangjiang).program!, compileCity(mudanjiang).program!);
    const told = (change: BehaviourChange): unknown => ({
      about: change.about,
      verdict: change.verdict,
      proof: change.proof,
      witnesses: everyWitness(change).map(({ facts, left, right, cases }) => ({ facts, left, right, cases })),
    });
    const mirrored = turned.changes.map((change) => mirrorBehaviour(change));
    const byAbout = new Map(mirrored.map((change) => [change.about, told(change)]));
    expect(found.changes.map(({ about }) => byAbout.get(about))).toEqual(found.changes.map(told));
  }, 60_000);
});

const everyWitness = ({ witness, witnesses }: BehaviourChange): readonly Witness[] =>
  witness === null ? witnesses : [witness, ...witnesses];

const outcomesOf = (city: City, texts: readonly string[]): readonly (readonly [string, boolean])[] => {
  const { program, diagnostics } = compileCity(city, `${city.policy.text.trimEnd()}\n${texts.join("\n")}\n`);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const names = new Set(texts.map((text) => /^【用例】(.*)$/m.exec(text)![1]!));
  return runCases(program!)
    .cases.filter((each) => names.has(each.case.name))
    .map((each) => [each.case.name, each.passed] as const);
};
