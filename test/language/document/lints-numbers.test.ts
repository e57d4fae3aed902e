import { describe, expect, test } from "vitest";
import type { OfficialDocument } from "../../../language/document/index.ts";
import { foundIn as found, placesOf, type Case } from "./finding-places.ts";
import { read } from "./reading.ts";

const messageOf = (sentences: string, code: string): string =>
  read(`第一条 ${sentences}\n`).findings.find((finding) => finding.code === code)?.message ?? "";

describe("a note against its limit", () => {
  test.each<Case>([
    ["月费用未达到500元（含500元）的，不予补助。", ["未达到500元（含500元）"]],
    ["超过10人（含10人）的，应当备案。", ["超过10人（含10人）"]],
    ["不满十四周岁（含本数）的，免费。", ["不满十四周岁（含本数）"]],
    ["不低于60分（不含60分）的，通过。", ["不低于60分（不含60分）"]],
    ["不超过五人（包括本数），其中主任一名。", []],
    ["3年以上（含3年）的，可以申请。", []],
    ["3年（含）以上的，可以申请。", []],
    ["不足500元（含税）的，不予补助。", []],
    ["低于三级（含社区卫生服务中心）的，按照规定执行。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "bound-contradiction")).toEqual(expected);
  });

  test.each<Case>([
    ["3年以上（不含3年）的，可以申请。", ["3年以上（不含3年）"]],
    ["3年（不含）以上的，可以申请。", ["3年（不含）以上"]],
    ["3年以上（不含实习期）的，可以申请。", []],
  ])("that is clear, but easily lost, in %s", (sentence, expected) => {
    expect(found(sentence, "bound-override")).toEqual(expected);
  });
});

describe("ranges that hold nothing", () => {
  test.each<Case>([
    ["床位10张以上5张以下的，按照乙类管理。", ["10张以上5张以下"]],
    ["金额五万元以上不满三万元的，从宽处理。", ["五万元以上不满三万元"]],
    ["人数不超过3人以上的，从宽处理。", ["不超过3人以上"]],
    ["人数至少3人以下的，从宽处理。", ["至少3人以下"]],
    ["处三年以上七年以下有期徒刑。", []],
    ["处9000元以上1万元以下的罚款。", []],
    ["处五以上十万元以下的罚款。", []],
    ["拘留六个月以上一年以下。", []],
    ["超过规定标准百分之二十以下的，责令改正。", []],
    ["未达到80分以上的，不予通过。", []],
    ["不少于3人，5人以上的应当备案。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "impossible-range")).toEqual(expected);
  });

  test("two words for one limit", () => {
    expect(found("逾期超过30日以上的，终止协议。", "doubled-bound")).toEqual(["超过30日以上"]);
    expect(found("逾期超过30日的，终止协议。", "doubled-bound")).toEqual([]);
  });
});

describe("bands that meet", () => {
  test.each<Case>([
    ["月费用3万元以下的，减半；3万元以上的，全额。", ["3万元以上"]],
    ["月费用3万元以下的，减半；3万元以上5万元以下的，全额。", ["3万元以上5万元以下"]],
    ["月费用5万元以上的，全额；3万元以上5万元以下的，减半。", ["3万元以上5万元以下"]],
    ["月费用一万元以下的，减半；10000元以上的，全额。", ["10000元以上"]],
    ["月费用3万元以下的，减半；超过3万元的，全额。", []],
    ["月费用不满3万元的，减半；3万元以上的，全额。", []],
    ["月费用3万元以下（不含3万元）的，减半；3万元以上的，全额。", []],
    ["月费用3万元以下的，减半；面积3万平方米以上的，全额。", []],
    ["处1万元以上3万元以下的罚款；情节严重的，处3万元以上5万元以下的罚款。", []],
    ["处三年以下有期徒刑；情节严重的，处三年以上七年以下有期徒刑。", []],
    ["用人单位为3人以下的，由县办理。申请人年龄为3岁以上的，由市办理。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "band-overlap")).toEqual(expected);
  });

  test("as items of one list, the first named as the related place", () => {
    const text =
      "按照下列标准：\n（一）面积60平方米以下的，第一档；\n（二）面积60平方米以上90平方米以下的，第二档。";
    expect(found(text, "band-overlap")).toEqual(["60平方米以上90平方米以下"]);
    const [finding] = read(`第一条 ${text}\n`).findings;
    expect(finding!.related).toHaveLength(1);
    expect(finding!.message).toContain("60平方米");
  });

  test("a document may say that 以下 leaves its number out", () => {
    const bands = "月费用3万元以下的，减半；3万元以上的，全额。";
    expect(found(`${bands}本办法所称以上包括本数，以下不包括本数。`, "band-overlap")).toEqual([]);
  });

  test("one place that leaves its number out does not speak for the others", () => {
    const bands = "费用3万元以下的，甲；3万元以上5万元以下的，乙；5万元以上（不含本数）的，丙。";
    expect(found(bands, "band-overlap")).toEqual(["3万元以上5万元以下"]);
  });

  test.each<Case>([
    ["月费用不满3万元的，减半；超过3万元的，全额。", ["超过3万元"]],
    ["月费用不满3万元的，减半；3万元以上的，全额。", []],
  ])("and leave a hole in %s", (sentence, expected) => {
    expect(found(sentence, "band-hole")).toEqual(expected);
  });

  test.each<Case>([
    ["面积100平方米以下的，减半；面积80平方米以上300平方米以下的，全额。", ["80平方米以上300平方米以下"]],
    ["面积100平方米以下的，减半；面积100平方米以上的，全额。", []],
    ["面积300平方米以下的，备案；面积80平方米以上100平方米以下的，免检。", []],
  ])("and cross in %s", (sentence, expected) => {
    expect(found(sentence, "bands-cross")).toEqual(expected);
  });
});

describe("figures that do not compute", () => {
  const sums = ["sum-mismatch", "sum-incomplete", "parts-exceed-total"] as const;

  test.each<Case>([
    ["共有医院12家，其中三级5家、二级8家。", ["12家，其中三级5家、二级8家"]],
    ["共有医院12家，其中三级5家、二级6家。", ["12家，其中三级5家、二级6家"]],
    ["参保252万人，其中职工36万人、居民210万人。", ["252万人，其中职工36万人、居民210万人"]],
    ["共有医院12家，其中三级5家、二级7家。", []],
    ["参保252万人，其中职工36万人、居民216万人；医院111家。", []],
    ["现有医院120家，其中三级5家、二级8家。", []],
    ["共有医院12家，其中三级5家。", []],
    ["共有医院12家，其中5家开展门诊统筹，平均每家服务8000人。", []],
  ])("sums in %s", (sentence, expected) => {
    expect(found(sentence, ...sums)).toEqual(expected);
  });

  test("the sum is told in the unit of the total", () => {
    const [finding] = read("第一条 补助资金共100万元，其中建设60万元、运营30.5万元。\n").findings;
    expect(finding!.message).toContain("各部分合计90.5万元，");
  });

  test("persons may be counted twice, no more than all of them", () => {
    const told = (words: string): string[] => found(words, "sum-mismatch");
    expect(told("专班共12人，其中女性7人、党员8人。")).toEqual([]);
    expect(told("专班共12人，其中女性7人、党员13人。")).toEqual(["12人，其中女性7人、党员13人"]);
  });

  test.each<Case>([
    ["全市医院111家，其中三级7家，占9.5%。", ["111家，其中三级7家，占9.5%"]],
    ["全市医院111家，其中三级7家，占6.3%。", []],
    ["全市医院111家，其中三级7家，占6.31%。", []],
    ["全市医院111家，其中三级7家，占6%。", []],
  ])("a share in %s", (sentence, expected) => {
    expect(found(sentence, "share-mismatch")).toEqual(expected);
  });

  test.each<Case>([
    ["由省、市、县分别承担50%、30%、30%。", ["分别承担50%、30%、30%"]],
    ["由三项组成，分别占50%、30%、30%。", ["分别占50%、30%、30%"]],
    ["由省、市、县分别承担50%、30%、20%。", []],
    ["甲、乙两市的老年人口分别占18%、13%。", []],
    ["报销比例分别为90%、80%、70%。", []],
    ["对东部、西部项目，省级财政分别承担50%、80%。", []],
  ])("shares of one whole in %s", (sentence, expected) => {
    expect(found(sentence, "shares-mismatch")).toEqual(expected);
  });

  test.each<Case>([
    [
      "常住人口262.47万人，医院111家，平均每家医院服务常住人口2.32万人。",
      ["平均每家医院服务常住人口2.32万人"],
    ],
    ["常住人口262.47万人，医院111家，平均每家医院服务常住人口2.36万人。", []],
    ["常住人口262.47万人，药店674家，平均每家药店服务常住人口3894人。", []],
    ["常住人口262.47万人，户籍人口300万人，医院111家，平均每家医院服务人口9万人。", []],
  ])("an average in %s", (sentence, expected) => {
    expect(found(sentence, "average-mismatch")).toEqual(expected);
  });

  test("an average names both numbers and what they give", () => {
    const message = messageOf(
      "常住人口262.47万人，医院111家，平均每家医院服务常住人口2.32万人。",
      "average-mismatch",
    );
    expect(message).toContain("262.47万人和111家，相除得2.36万人");
  });

  test.each<Case>([
    ["药店由100家增加到120家，增长30%。", ["100家增加到120家，增长30%"]],
    ["药店由120家减少到90家，下降20%。", ["120家减少到90家，下降20%"]],
    ["药店由100家增加到120家，增长20%。", []],
    ["报销比例由50%提高到60%，提高10%。", []],
    ["药店由100家增加到120家，同比增长30%。", []],
  ])("a growth rate in %s", (sentence, expected) => {
    expect(found(sentence, "growth-mismatch")).toEqual(expected);
  });
});

describe("dates that cannot be", () => {
  test.each<Case>([
    ["截止到2025年2月30日。", ["2025年2月30日"]],
    ["截止到2023年2月29日。", ["2023年2月29日"]],
    ["每年13月1日申报。", ["13月1日"]],
    ["每年6月31日前申报。", ["6月31日"]],
    ["自二〇二五年四月三十一日起受理。", ["二〇二五年四月三十一日"]],
    ["自20025年3月1日起受理。", ["20025年3月1日"]],
    ["截止到2024年2月29日，每年2月29日除外。", []],
    ["处有期徒刑十三年六月。", []],
    ["农历二月三十日放假。", []],
    ["期限为13个月，至次年1月31日。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "impossible-date")).toEqual(expected);
  });

  test("below a signature", () => {
    const text = "某市工作指引\n\n一、各单位应当落实。\n\n某市医疗保障局\n2025年2月30日\n";
    expect(placesOf(read(text), ["impossible-date"])).toEqual(["2025年2月30日"]);
  });

  test.each<Case>([
    ["自2025年9月1日至2025年6月30日受理。", ["2025年9月1日至2025年6月30日"]],
    ["本办法自2025年1月1日起施行，有效期至2024年12月31日。", ["2025年1月1日起施行，有效期至2024年12月31日"]],
    ["自2025年9月1日至2026年6月30日受理。", []],
    ["自每年11月1日至次年3月31日供暖。", []],
  ])("periods in %s", (sentence, expected) => {
    expect(found(sentence, "end-before-begin")).toEqual(expected);
  });

  const signed = (effect: string): string =>
    `某市管理办法\n\n第一条 为规范管理，制定本办法。\n第二条 ${effect}\n\n某市医疗保障局\n2025年3月1日\n`;

  test.each<Case>([
    ["本办法自2025年1月1日起施行。", ["2025年1月1日"]],
    ["本办法（试行）自2024年12月1日起执行。", ["2024年12月1日"]],
    ["本办法自2025年4月1日起施行。", []],
    ["本办法自2025年3月1日起施行。", []],
    ["《某条例》自2020年1月1日起施行，本办法依照执行。", []],
  ])("in force before signed: %s", (effect, expected) => {
    expect(placesOf(read(signed(effect)), ["effective-before-issued"])).toEqual(expected);
  });
});

describe("validity", () => {
  const codes = ["validity-too-short", "validity-only-one-cycle", "validity-mismatch"] as const;
  const told = (rule: string, validity: string): (readonly [string, string])[] =>
    read(`第一条 ${rule}\n第二条 ${validity}\n`)
      .findings.filter(({ code, related }) => related === undefined && codes.some((one) => one === code))
      .map(({ code, severity }) => [code, severity]);
  const TWO_YEARS = "本细则自印发之日起执行，有效期2年。";

  test("shorter than a cycle, as long as one, and long enough", () => {
    const round = "原则上2年实现一轮全覆盖复查。";
    expect(told("每三年对实施情况组织一次评估。", TWO_YEARS)).toEqual([["validity-too-short", "warning"]]);
    expect(told(round, TWO_YEARS)).toEqual([["validity-only-one-cycle", "info"]]);
    expect(told(round, TWO_YEARS.replace("2年", "5年"))).toEqual([]);
    expect(told("每年对实施情况组织一次评估。", TWO_YEARS)).toEqual([]);
    expect(told("每3年换发证书，每18个月完成一轮检查。", "本办法有效期为2年。")).toEqual([]);
    expect(told("每30个月组织一次检查。", "本办法有效期为2年。")).toEqual([
      ["validity-too-short", "warning"],
    ]);
  });

  test("is told at both places", () => {
    const { findings } = read(`第一条 每三年组织一次评估。\n第二条 ${TWO_YEARS}\n`);
    expect(findings.map(({ code, provision }) => [code, provision])).toEqual([
      ["validity-too-short", "1.1"],
      ["validity-too-short", "2.1"],
    ]);
  });

  test.each<Case>([
    ["本指引自印发之日起执行。", ["本指引自印发之日起执行"]],
    ["本指引自2025年1月1日起施行，至2026年12月31日止。", []],
    ["本指引自印发之日起执行，有效期2年。", []],
  ])("on trial: %s", (effect, expected) => {
    const text = (title: string): OfficialDocument => read(`${title}\n\n一、各单位应当落实。\n${effect}\n`);
    expect(placesOf(text("某市资源配置指引（试行）"), ["trial-without-end"])).toEqual(expected);
    expect(placesOf(text("某市资源配置指引"), ["trial-without-end"])).toEqual([]);
  });

  test("of a licence is another matter", () => {
    expect(told("许可证有效期2年，每3年组织一次评估。", "本办法自印发之日起施行。")).toEqual([]);
  });

  test("and the dates it is written with", () => {
    const dated = (length: string, end: string): (readonly [string, string])[] =>
      told("每年组织一次评估。", `本办法自2025年1月1日起施行，有效期${length}，至${end}止。`);
    expect(dated("2年", "2026年12月31日")).toEqual([]);
    expect(dated("2年", "2027年1月1日")).toEqual([]);
    expect(dated("5年", "2026年12月31日")).toEqual([["validity-mismatch", "warning"]]);
  });
});
