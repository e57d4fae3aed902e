import { describe, expect, test } from "vitest";
import { findingsOf, foundIn, type Case } from "./finding-places.ts";

describe("the end of a paragraph", () => {
  const after = (words: string): string[] =>
    findingsOf(`第一条 ${words}\n第二条 本办法自印发之日起施行。\n`, "paragraph-without-end").map(
      ({ message }) => message.slice(0, message.indexOf("，句子")),
    );

  test.each<Case>([
    ["单位应当申报，逾期不予受理", ["“报，逾期不予受理”后面没有句号"]],
    ["单位应当申报，逾期", ["“位应当申报，逾期”后面没有句号"]],
    ["单位应当申报，", ["“单位应当申报，”后面没有句号"]],
    ["各级医疗机构应当申报（含卫生院）", ["“申报（含卫生院）”后面没有句号"]],
    ["由市医疗保障局负责解释", ["“疗保障局负责解释”后面没有句号"]],
    ["有下列情形之一的\n（一）甲；\n（二）乙。", ["“有下列情形之一的”后面没有冒号"]],
    ["有下列情形之一的：\n（一）甲；\n（二）有专职人员，并且经过培训", ["“员，并且经过培训”后面没有句号"]],
    ["单位应当申报。", []],
    ["单位应当申报。（2011年删去）", []],
    ["（删去）", []],
    ["保留", []],
    ["应纳税额＝应纳税所得额×适用税率－减免税额", []],
    ["名单如下：\n（一）甲\n（二）乙", []],
  ])("in %s", (words, expected) => expect(after(words)).toEqual(expected));

  test("names the provision", () => {
    const [finding] = findingsOf(
      "第一条 甲应当申报。\n乙应当核对，并公布\n第二条 丙。\n",
      "paragraph-without-end",
    );
    expect(finding).toMatchObject({ provision: "1.2", severity: "warning" });
  });

  test("is no matter where no paragraph has one", () => {
    const rows = Array.from({ length: 12 }, (_, row) => `第${row + 1}条 甲单位负责统计，乙单位负责汇总\n`);
    expect(findingsOf(rows.join(""), "paragraph-without-end")).toEqual([]);
  });
});

describe("words that are commonly mistaken", () => {
  test.each<Case>([
    ["将结果告之申请人。", ["告之"]],
    ["既使逾期，也应当受理。", ["既使"]],
    ["负责设备的按装和维护。", ["按装"]],
    ["做为定点医药机构。", ["做为"]],
    ["报同级权利机关备案。", ["权利机关"]],
    ["由人民检查院提起公诉。", ["人民检查院"]],
    ["末按规定申报的，不予结算。", ["末按规定"]],
    ["自收到之曰起十个工作曰内。", ["之曰起", "工作曰"]],
    ["设过度期，期满退出。", ["过度期"]],
    ["过度使用药品。", []],
    ["自报告之日起三日内，自公告之日起十日内。", []],
    ["年末按规定清算。", []],
    ["按装机容量计算。", []],
    ["既使群众满意，又使基金安全。", []],
    ["知识产权利益受保护，规范筹资行为。", []],
    ["究竟争议由谁处理。", []],
    ["登记薄弱环节。", []],
    ["不得称“告之”。", []],
  ])("in %s", (words, expected) => {
    expect(foundIn(`经办机构${words}`, "mistaken-word")).toEqual(expected);
  });

  test.each<Case>([
    ["其它单位。", ["其它"]],
    ["开立帐户，帐目清楚。", ["帐户", "帐目"]],
    ["搭建帐篷。", []],
    ["非盈利性医疗机构。", ["非盈利性"]],
    ["企业盈利的，应当缴税。", []],
    ["法人代表签字。", ["法人代表"]],
    ["法人代表国家行使权力。", []],
    ["良好象征。", []],
    ["截止到月底，截止2024年12月，截止于期满之日。", ["截止到", "截止2024年"]],
    ["做出处罚决定。", ["做出处罚决定"]],
  ])("and old ones in %s", (words, expected) => {
    expect(foundIn(`由${words}`, "old-word")).toEqual(expected);
  });

  test("say what is right and why", () => {
    const [finding] = findingsOf("第一条 开立帐户。\n", "old-word");
    expect(finding!.message).toContain("“帐户”宜写作“账户”：立法技术规范要求");
  });

  test("old ones are told once for each word", () => {
    expect(foundIn("其它甲、其它乙。\n第二条 其它丙。", "old-word")).toEqual(["其它"]);
  });
});

describe("shares told part by part", () => {
  test.each<Case>([
    ["所需经费由省级承担百分之六十，市级承担百分之三十，县级承担百分之二十。", ["110"]],
    ["所需经费由省级承担60%，市级承担30%。", ["90"]],
    ["补助由省、市、县按照百分之五十、百分之三十和百分之十的比例分担。", ["90"]],
    ["考核指标权重为：数量百分之六十，质量百分之三十，评价百分之二十。", ["110"]],
    ["综合得分中业务量占60%，质量占30%，评价占20%。", ["110"]],
    ["数量权重60%；质量权重30%；评价权重20%。", ["110"]],
    ["所需经费由省级承担百分之六十，市级承担百分之三十，县级承担百分之十。", []],
    ["所需经费由省级承担60%，市级承担30%，其余由县级承担。", []],
    ["所需费用由医保基金承担70%，医疗救助承担20%，剩余部分由个人承担。", []],
    ["由用人单位负担8%，职工负担2%。", []],
    ["以缴费工资为基数，费用由单位负担8%，个人负担2%。", []],
    ["一级医院承担10%，二级医院承担20%。", []],
    ["对一类、二类地区，省级按照60%、50%的比例分担。", []],
    ["男性占60%，党员占70%。", []],
  ])("in %s", (words, expected) => {
    const sums = findingsOf(`第一条 ${words}\n`, "part-shares-mismatch").map(
      ({ message }) => /合计为(\d+)%/.exec(message)![1],
    );
    expect(sums).toEqual(expected);
  });
});
