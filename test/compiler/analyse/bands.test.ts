import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";
import { classes, codesIn, findingsIn, mendedBy, rule } from "./list-findings.ts";

/** Two bands that meet badly, and the words that mend it. */
const BANDS = [
  ["结算额6000元以下", "结算额0.6万元以上", "band-both-include", ["结算额不满6000元", "结算额超过0.6万元"]],
  ["结算额不满6000元", "结算额超过6000元", "band-both-exclude", ["结算额6000元以下", "结算额6000元以上"]],
  [
    "业务量不高于业务量标准",
    "业务量不低于业务量标准",
    "band-both-include",
    ["业务量不满业务量标准", "业务量超过业务量标准"],
  ],
  [
    "复核日期早于2025年1月1日",
    "复核日期晚于2025年1月1日",
    "band-both-exclude",
    ["复核日期不晚于2025年1月1日", "复核日期不早于2025年1月1日"],
  ],
  [
    "距复核日期不满2年",
    "距复核日期超过2年",
    "band-both-exclude",
    ["距复核日期不超过2年", "距复核日期已满2年"],
  ],
  ["医院等级低于二级", "医院等级高于二级", "band-both-exclude", ["医院等级二级以下", "医院等级二级以上"]],
  ["医院等级二级以下", "医院等级二级以上", "band-both-include", ["医院等级低于二级", "医院等级高于二级"]],
] as const;

describe("bands that meet at one limit", () => {
  test.each(BANDS)("%s / %s", async (lower, upper, code, [lowerMended, upperMended]) => {
    const text = classes(`${lower}，为甲类`, `${upper}，为乙类`);
    const found = (await findingsIn(text)).filter((each) => each.code !== "class-gap");
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]!.witness!.results).toMatchObject([
      { status: code === "band-both-include" ? "冲突" : "未认定" },
    ]);
    expect(mendedBy(text, found[0]!)).toEqual([
      `（一）${lower}，为甲类；\n（二）${upperMended}，为乙类。`,
      `（一）${lowerMended}，为甲类；\n（二）${upper}，为乙类。`,
    ]);
  });

  test("the record stands right at the limit", async () => {
    const [found] = await findingsIn(classes("结算额6000元以下，为甲类", "结算额6000元以上，为乙类"));
    expect(found!.witness!.facts.join()).toContain("结算额为6000元");
  });

  test("one end with its limit and one without meet well", async () => {
    expect(await codesIn(classes("结算额6000元以下，为甲类", "结算额超过6000元，为乙类"))).toEqual([]);
    expect(await codesIn(classes("结算额不满6000元，为甲类", "结算额6000元以上，为乙类"))).toEqual([]);
  });

  test("bands that really overlap, or leave a gap, are told as such", async () => {
    expect(await codesIn(classes("结算额7000元以下，为甲类", "结算额6000元以上，为乙类"))).toEqual([
      "class-overlap",
    ]);
    expect(await codesIn(classes("结算额5000元以下，为甲类", "结算额6000元以上，为乙类"))).toEqual([
      "class-gap",
    ]);
  });

  test("a limit that a third item has is not left out", async () => {
    const text = classes("结算额不满6000元，为甲类", "结算额超过6000元，为乙类", "结算额等于6000元，为丙类");
    expect(await codesIn(text)).toEqual([]);
  });

  test("of 情形之一 both may have the limit, but one of them should", async () => {
    const head = "医药机构有下列情形之一的，应当限期整改：";
    expect(await codesIn(rule(head, "业务量10笔以下", "业务量20笔以上且公立"))).toEqual([]);
    const [found] = await findingsIn(rule(head, "业务量不满10笔且公立", "业务量超过10笔且公立"));
    // What is not as it should be may be meant: this is only pointed out.
    expect([found!.code, found!.severity]).toEqual(["band-both-exclude", "info"]);
  });

  test("rules of one article that order different things meet at their limit", async () => {
    const rules = (lower: string, upper: string): string =>
      exampleFile(
        `【规则】甲\n结算额${lower}的医药机构，应当限期整改。\n【规则】乙\n结算额${upper}的医药机构，应当纳入退出。`,
      );
    expect(await codesIn(rules("6000元以下", "6000元以上"))).toEqual(["band-both-include"]);
    expect(await codesIn(rules("不满6000元", "超过6000元"))).toEqual(["band-both-exclude"]);
    expect(await codesIn(rules("6000元以下", "超过6000元"))).toEqual([]);
  });

  test("a rule of the article about something else does not speak for the limit, one about the same number does", async () => {
    const rules = (third: string): string =>
      exampleFile(
        `【规则】甲\n结算额不满6000元的医药机构，应当限期整改。\n【规则】乙\n结算额超过6000元的医药机构，应当纳入退出。\n【规则】丙\n${third}的医药机构，应当限期整改。`,
      );
    expect(await codesIn(rules("业务量0笔以上"))).toContain("band-both-exclude");
    expect(await codesIn(rules("公立或者结算额为6000元"))).not.toContain("band-both-exclude");
    expect(await codesIn(rules("结算额为6000元"))).not.toContain("band-both-exclude");
  });

  test("rules of several articles meet at their limit where they order and forbid one thing", async () => {
    const rules = (lower: string, upper: string, forbidden = "限期整改"): string =>
      exampleFile(
        `【规则】甲\n结算额${lower}的医药机构，应当限期整改。`,
        "",
        `第二条　其他的。\n【规则】乙\n结算额${upper}的医药机构，不得${forbidden}。\n【完】`,
      );
    expect(await codesIn(rules("不满6000元", "超过6000元"))).toEqual(["band-both-exclude"]);
    expect(await codesIn(rules("6000元以下", "6000元以上"))).toEqual(["band-both-include"]);
    expect(await codesIn(rules("不满6000元", "6000元以上"))).toEqual([]);
  });
});

describe("bands of articles that decide about different things", () => {
  const articles = (first: string, second: string, third = ""): string =>
    exampleFile(
      `【规则】甲\n${first}的医药机构，应当限期整改。`,
      "",
      `第二条　其他的。\n【规则】乙\n${second}的医药机构，可以新增定点。\n${third}【完】`,
    );
  const told = async (...articlesOf: Parameters<typeof articles>): Promise<readonly string[]> =>
    (await findingsIn(articles(...articlesOf))).map(({ code, severity }) => `${severity} ${code}`);

  test("meet at a limit that both have, or neither has", async () => {
    expect(await told("结算额6000元以下", "结算额6000元以上")).toEqual(["info band-both-include"]);
    expect(await told("结算额不满6000元", "结算额超过6000元")).toEqual(["info band-both-exclude"]);
    expect(await told("结算额不满6000元", "结算额6000元以上")).toEqual([]);
    expect(await told("结算额5000元以下", "结算额6000元以上")).toEqual([]);
  });

  test("one edit is enough, at either end", async () => {
    const text = articles("公立且结算额6000元以下", "公立且结算额6000元以上");
    const [found] = await findingsIn(text);
    expect(found!.suggestions).toHaveLength(2);
    for (const { edits } of found!.suggestions) expect(await codesIn(withEdits(text, edits))).toEqual([]);
  });

  test("bands on unlike records do not lie beside each other", async () => {
    expect(await told("公立且结算额6000元以下", "具备追溯码且结算额6000元以上")).toEqual([]);
  });

  test("whoever speaks for the limit anywhere leaves nothing open there", async () => {
    const third = "【规则】丙\n结算额等于6000元的医药机构，应当纳入退出。\n";
    expect(await told("结算额不满6000元", "结算额超过6000元", third)).toEqual([]);
  });

  test("requirements for bands of one number", async () => {
    const required = (lower: string, upper: string): string =>
      exampleFile(
        `【规则】甲\n床位数${lower}的医药机构，应当业务量10笔以上。\n【规则】乙\n床位数${upper}的医药机构，应当业务量50笔以上。`,
      );
    expect(await codesIn(required("不满100张", "超过100张"))).toEqual(["band-both-exclude"]);
    expect(await codesIn(required("100张以下", "200张以上"))).toEqual(["band-between"]);
    expect(await codesIn(required("不满100张", "100张以上"))).toEqual([]);
  });
});

describe("bands of rules that leave a stretch between them", () => {
  const rules = (...bands: readonly string[]): string =>
    exampleFile(
      bands
        .map((band, index) => `【规则】第${index + 1}档\n${band}的医药机构，应当${ORDERS[index]!}。`)
        .join("\n"),
    );
  const ORDERS = ["限期整改", "纳入退出", "新增定点"];
  const between = async (...bands: readonly string[]): Promise<readonly string[]> =>
    (await findingsIn(rules(...bands)))
      .filter(({ code }) => code === "band-between")
      .flatMap(({ witness }) => witness!.facts);

  test("a record between them shows it", async () => {
    const [facts] = await between("结算额1000元以下", "结算额2000元以上");
    expect(facts).toMatch(/结算额为1[0-9]{3}/u);
  });

  test("the stretch that a third rule speaks of is none", async () => {
    expect(
      await between("结算额1000元以下", "结算额超过1000元且结算额不满2000元", "结算额2000元以上"),
    ).toEqual([]);
    expect(await between("结算额1000元以下", "结算额超过1000元")).toEqual([]);
  });

  test("limits on different things are no bands of one scale", async () => {
    expect(await between("结算额1000元以下", "业务量2000笔以上")).toEqual([]);
  });
});
