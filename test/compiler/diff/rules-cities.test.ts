import { describe, expect, test } from "vitest";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import { compareTexts } from "../../../compiler/diff/text/index.ts";
import type { RuleChange } from "../../../compiler/model/change.ts";
import { officialText, readDocument, segment } from "../../../language/index.ts";
import { compileCity, mudanjiang, yangjiang, type City } from "../../support/city.ts";
import { asSeenFromBehind, seen } from "./rule-mirror.ts";

const programOf = (city: City) => compileCity(city).program!;
const documentOf = ({ policy }: City) =>
  readDocument({ name: policy.name, text: officialText(segment(policy)) });

const left = programOf(mudanjiang);
const right = programOf(yangjiang);
const words = compareTexts(documentOf(mudanjiang), documentOf(yangjiang));
const compared = compareRules(left, right, words.provisions);
const changes = compared.changes.map(({ change }) => change);

const only = (found: (change: RuleChange) => boolean): RuleChange => {
  const all = changes.filter(found);
  expect(all).toHaveLength(1);
  return all[0]!;
};

describe("牡丹江 against 阳江", () => {
  test("the rules that became each other", () => {
    const pairs = compared.pairs.flatMap((pair) =>
      pair.left === null || pair.right === null ? [] : [[pair.left.id, pair.right.id]],
    );
    expect(pairs).toEqual([
      ["基金运行情形", "基金运行情形"],
      ["总量平衡", "总量平衡"],
      ["稳慎新增", "稳慎新增"],
      ["十五分钟服务圈", "十五分钟服务圈"],
      ["相对不足区域的药店", "无药店区域"],
    ]);
  });

  test("the distance that was open", () => {
    expect(only(({ kind }) => kind === "threshold")).toMatchObject({
      severity: "substantive",
      direction: null,
      before: "服务圈半径（未定）",
      after: "1.5公里",
      message: "“十五分钟服务圈”的距离由“服务圈半径（未定）”改为“1.5公里”。",
      left: { label: "第十条", item: "规则条件（一）1." },
      right: { label: "四、首段", item: "规则条件（一）" },
    });
  });

  test("the key projects that are exempt", () => {
    expect(only(({ kind }) => kind === "exceptionAdded")).toMatchObject({
      severity: "substantive",
      direction: "loosened",
      after: "列入国家重点建设项目或者列入省级重点建设项目或者列入市级重点建设项目",
      right: { name: "重点建设项目", label: "三（一）" },
      reaches: {
        left: ["稳慎新增", "十五分钟服务圈"],
        right: ["稳慎新增", "县级稳慎新增", "新增医疗机构从严控制", "十五分钟服务圈", "药店服务圈"],
      },
    });
  });

  test("纳入 became 可纳入, which is no longer certain", () => {
    expect(only(({ kind }) => kind === "modality")).toMatchObject({
      severity: "substantive",
      direction: "tightened",
      before: "纳入医保定点评估范围",
      after: "可纳入医保定点评估范围",
      left: { label: "第十三条第二款" },
      right: { label: "四（二）二是" },
    });
  });

  test("相对不足 became 没有", () => {
    expect(
      only(
        ({ kind, severity, left: at }) =>
          kind === "conditionChanged" && severity === "substantive" && at?.name === "相对不足区域的药店",
      ),
    ).toMatchObject({ before: "所在区域的定点零售药店相对不足", after: "所在区域内没有定点零售药店" });
  });

  test("who is in the service circle", () => {
    expect(only(({ kind, right: at }) => kind === "subject" && at?.name === "十五分钟服务圈")).toMatchObject({
      direction: "tightened",
      before: "医疗机构",
      after: "定点申请",
    });
    expect(
      only(
        ({ kind, after, before }) =>
          kind === "conditionChanged" && before === "能够满足就医需求" && after !== null,
      ),
    ).toMatchObject({ after: "能够满足就医购药需求", direction: null });
    expect(only(({ kind }) => kind === "conditionRemoved")).toMatchObject({
      before: "定点医疗机构",
      direction: "tightened",
    });
  });

  test("exits and classes that 阳江 lacks", () => {
    const deleted = changes.filter(({ kind }) => kind === "ruleDeleted");
    expect(deleted.map(({ left: at, direction }) => [at?.name, direction])).toEqual([
      ["存量定点取消", "loosened"],
      ["村卫生室定点", "tightened"],
      ["双通道定点零售药店", null],
      ["双通道药店覆盖", "loosened"],
      ["全覆盖复查", "loosened"],
      ["限期整改", "loosened"],
      ["整改后终止", "loosened"],
      ["自然退出", "loosened"],
      ["统一考核排名", null],
      ["分县区考核排名", null],
      ["考核淘汰", "loosened"],
      ["管理类别", null],
    ]);
  });

  test("a direction has a ground, a change of words reaches nothing", () => {
    const summary = changes.map(({ direction, ground, severity, reaches }) => ({
      grounded: (ground !== null) === (direction !== null),
      reached: reaches.left.length + reaches.right.length > 0 === (severity !== "wording"),
    }));
    expect(summary.every(({ grounded }) => grounded)).toBe(true);
    expect(summary.every(({ reached }) => reached)).toBe(true);
  });

  test("of two documents it is told what each has, not what was changed", () => {
    const told = compareRules(left, right, words.provisions, words.relation).changes.map(
      ({ change }) => change.message,
    );
    expect(words.relation).toBe("documents");
    expect(
      told.filter((message) =>
        /删去|新增(规则|例外|参数|理解|定义|认定|指标|排名)|改为|改称|现限于|不再限/u.test(message),
      ),
    ).toEqual([]);
    expect(told).toContain("“十五分钟服务圈”的距离，前者为“服务圈半径（未定）”，后者为“1.5公里”。");
    expect(told).toContain("规则“自然退出”仅前者有。");
    expect(told).toHaveLength(changes.length);
  });

  test("seen from 阳江 it is the same", () => {
    const back = compareRules(
      right,
      left,
      compareTexts(documentOf(yangjiang), documentOf(mudanjiang)).provisions,
    );
    expect(seen(back.changes.map(({ change }) => change))).toEqual(asSeenFromBehind(changes));
  });

  test.each([mudanjiang, yangjiang])("$folder has not changed in relation to itself", (city) => {
    expect(compareRules(programOf(city), programOf(city), []).changes).toEqual([]);
  });
});
