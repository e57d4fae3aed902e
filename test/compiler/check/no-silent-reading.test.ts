import { describe, expect, test } from "vitest";
import { printCondition } from "./print-program.ts";
import { compileRule } from "./sample-policy.ts";

/** The condition of the one measure of the sentence, or the codes of its errors. */
const meaningOf = (sentence: string): string => {
  const { program, diagnostics } = compileRule(sentence);
  if (program === null) {
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ code }) => code)
      .join(" ");
  }
  return program.decisions
    .flatMap((decision) =>
      decision.kind === "measure"
        ? [`${printCondition(decision.subject)} ⇒ ${printCondition(decision.base)}`]
        : [],
    )
    .join("\n");
};

const NO_PHARMACY = "not(atLeast 1 {v1:定点医药机构 .所在县区=v0.所在县区 | (v1.机构类别 ∈ 定点零售药店)})";

describe("a list behind a place", () => {
  test("is judged within that place", () => {
    expect(
      meaningOf("定点申请所在县区内有下列情形之一的，可以新增定点：\n（一）没有定点零售药店。").replaceAll(
        "（一）",
        "",
      ),
    ).toBe(`true ⇒ ${NO_PHARMACY}`);
    expect(
      meaningOf(
        "每个县区内有下列情形之一的，限期整改：\n（一）没有定点零售药店；\n（二）常住人口不足1万人。",
      ),
    ).toBe(
      "true ⇒ any(not(（一）atLeast 1 {v1:定点医药机构 .所在县区=v0 | （一）(v1.机构类别 ∈ 定点零售药店)}) （二）(v0.常住人口 < 10000人))",
    );
  });

  test.each(["出现下列行为", "有下列情形", "存在下列情况"])("%s的 must say 之一 or 同时", (head) => {
    const items = "\n（一）业务量极少；\n（二）欺诈骗保记录。";
    expect(meaningOf(`定点医药机构${head}的，限期整改：${items}`)).toBe("list-mode-unstated");
    expect(meaningOf(`定点医药机构${head}之一的，限期整改：${items}`)).toContain("any(");
    expect(meaningOf(`定点医药机构${head.replace(/^.*下/, "同时有下")}的，限期整改：${items}`)).toContain(
      "all(",
    );
  });

  test("符合下列条件的 stays all of them", () => {
    expect(
      meaningOf("定点医药机构符合下列条件的，限期整改：\n（一）业务量极少；\n（二）欺诈骗保记录。"),
    ).toContain("all(");
  });
});

test.each([
  "定点医药机构",
  "定点申请所在县区",
  "定点申请所在县区内",
  "每个县区",
  "每个县区内",
  "全市",
  "定点申请步行1公里内",
  "公立定点医疗机构、定点零售药店",
  "定点零售药店具备药品追溯码且",
  "具备药品追溯码的定点零售药店",
  "定点医药机构未提出续签协议申请的，",
])("the list behind %s is judged or refused, never dropped", (front) => {
  const meaning = meaningOf(
    `${front}有下列情形之一的，限期整改：\n（一）没有全市定点零售药店；\n（二）至少有2家全市定点医疗机构。`,
  );
  expect(/^[a-z -]+$/.test(meaning) || (meaning.includes("（一）") && meaning.includes("（二）"))).toBe(true);
});

describe("a place before the first 有", () => {
  test("holds for the second one too", () => {
    expect(meaningOf("定点申请所在县区内没有定点零售药店且没有公立定点医疗机构的，可以新增定点。")).toBe(
      `true ⇒ all(${NO_PHARMACY} not(atLeast 1 {v1:定点医药机构 .所在县区=v0.所在县区 | all((v1.经营性质 ∈ 公立) (v1.机构类别 ∈ 定点医疗机构))}))`,
    );
    expect(
      meaningOf("定点申请步行1公里内没有定点零售药店，且有公立定点医疗机构的，可以新增定点。").match(
        /walking≤1000/g,
      ),
    ).toHaveLength(2);
  });

  test("gives way to 全市 before the second one", () => {
    expect(
      meaningOf("定点申请所在县区内没有定点零售药店且全市没有公立定点医疗机构的，可以新增定点。"),
    ).toContain("everywhere");
  });
});

describe("的 before nouns joined by 、", () => {
  test("values of one field all belong to the noun", () => {
    expect(meaningOf("公立、民营的定点医疗机构，限期整改。")).toBe(
      "any(all((v0.经营性质 ∈ 公立) (v0.机构类别 ∈ 定点医疗机构)) all((v0.经营性质 ∈ 民营) (v0.机构类别 ∈ 定点医疗机构))) ⇒ true",
    );
    expect(meaningOf("定点医药机构有下列情形之一的，限期整改：\n（一）公立、民营的定点医疗机构。")).toBe(
      "true ⇒ any(all(（一）(v0.经营性质 ∈ 公立) （一）(v0.机构类别 ∈ 定点医疗机构)) all(（一）(v0.机构类别 ∈ 定点医疗机构) （一）(v0.经营性质 ∈ 民营)))",
    );
  });

  test.each([
    "对公立、二级以上的定点医疗机构，限期整改。",
    "未提出续签协议申请的公立定点医疗机构、定点零售药店，限期整改。",
    "公立的定点医疗机构、定点零售药店，限期整改。",
    "定点医药机构有下列情形之一的，限期整改：\n（一）未提出续签协议申请的公立定点医疗机构、定点零售药店。",
    "定点医药机构业务量极少的，限期整改，但公立、二级以上的定点医疗机构除外。",
  ])("%s can be read in two ways", (sentence) => {
    expect(meaningOf(sentence)).toBe("two-readings");
  });

  test("the way out is read", () => {
    expect(meaningOf("定点零售药店、未提出续签协议申请的公立定点医疗机构，限期整改。")).toContain(" ⇒ any(");
  });
});

describe("a value before 的", () => {
  test("is the condition, and no following sentence is bound by it", () => {
    expect(meaningOf("定点医药机构公立的，限期整改；主动申请解除协议的，终止医保定点。")).toBe(
      "true ⇒ (v0.经营性质 ∈ 公立)\ntrue ⇒ v0.主动申请解除协议",
    );
    expect(meaningOf("定点零售药店业务量极少的，限期整改；公立的，终止医保定点。")).toBe(
      "(v0.机构类别 ∈ 定点零售药店) ⇒ 业务量极少?(v0)\n(v0.机构类别 ∈ 定点零售药店) ⇒ (v0.经营性质 ∈ 公立)",
    );
  });

  test("names nobody for the following sentence", () => {
    expect(meaningOf("定点零售药店公立的，限期整改；主动申请解除协议的，终止医保定点。")).toBe(
      "subject-missing",
    );
  });
});

describe("不属于A或者B", () => {
  test.each([
    "不属于大型连锁药店或者公立定点医疗机构",
    "不属于大型连锁药店且公立",
    "非公立或者民营",
    "经营性质不为公立或者民营",
  ])("%s can be read in two ways", (condition) => {
    expect(meaningOf(`定点医药机构${condition}的，限期整改。`)).toBe("two-readings");
  });

  test.each(["不属于大型连锁药店、公立定点医疗机构", "不具备药品追溯码、电子处方流转"])(
    "%s does not say how its parts belong together",
    (condition) => {
      expect(meaningOf(`定点医药机构${condition}的，限期整改。`)).toBe("connective-unstated");
      expect(meaningOf(`${condition}的定点医药机构，限期整改。`)).toBe("connective-unstated");
    },
  );

  test("the ways out are read", () => {
    for (const condition of [
      "不属于大型连锁药店且不属于公立定点医疗机构",
      "（不属于大型连锁药店）或者公立",
      "不属于大型连锁药店且具备药品追溯码",
    ]) {
      expect(meaningOf(`定点医药机构${condition}的，限期整改。`)).toContain("not(大型连锁药店?(v0))");
    }
  });
});

test("a proviso has no name but 但书", () => {
  const { program } = compileRule("除公立定点医疗机构外，定点医药机构业务量极少的，限期整改，但公立的除外。");
  expect([...program!.exceptions.values()].map(({ name }) => name)).toEqual(["除外", "但书"]);
});
