import { describe, expect, test } from "vitest";
import {
  coverText,
  findNormativeWords,
  lowestProvisions,
  normativeClauses,
  type Covering,
} from "../../../language/document/index.ts";
import { citySource, read } from "./reading.ts";

const words = (text: string): string[] => findNormativeWords(text).map(({ word }) => word);

describe("normative words", () => {
  test.each([
    ["应当予以支持，不得拒绝", ["应当", "支持", "不得"]],
    ["原则上不再新增", ["原则上", "不再"]],
    ["可按规定纳入", ["可", "纳入"]],
    ["可以适当引入", ["可以"]],
    ["也应根据实际情况", ["应"]],
    ["鼓励支持将符合条件的", ["鼓励", "支持"]],
  ])("of %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    "以适应不断变化的医药市场需要",
    "可持续发展的主要要求",
    "供应与应用相应系统",
    "许可证的重要意义",
    "不可抗力",
    "切实可行的举措",
    "可能存在的风险",
    "对应关系和反应机制",
    "摘要、纪要",
    "认可的结业证书",
    "不可移动文物",
  ])("are not found inside other words: %s", (text) => {
    expect(words(text)).toEqual([]);
  });
});

describe("normative clauses", () => {
  test("end at 。 and ；, and run over line ends", () => {
    const document = read("第一条 甲应当全面提高服务水平，筹集基\n金；乙办理。丙不得\n办理。\n");
    const clauses = normativeClauses(document).map(({ span, words }) => [
      document.source.text.slice(span.start, span.end),
      words,
    ]);
    expect(clauses).toEqual([
      ["甲应当全面提高服务水平，筹集基\n金；", ["应当"]],
      ["丙不得\n办理。", ["不得"]],
    ]);
  });

  test("of the two cities are those that a reader marks", () => {
    expect(normativeClauses(read(citySource("mudanjiang")))).toHaveLength(26);
    expect(normativeClauses(read(citySource("yangjiang")))).toHaveLength(17);
  });
});

test("lowest provisions have words of their own; titles and signatures are none", () => {
  expect(lowestProvisions(read(citySource("mudanjiang")))).toHaveLength(28);
  const guide = lowestProvisions(read(citySource("yangjiang"))).map(({ path }) => path);
  expect(guide).toContain("二");
  expect(guide).toContain("四.0");
  expect(guide).not.toContain("四");
  expect(guide).not.toContain("五.三");
});

describe("coverage", () => {
  const document = read(
    "第一条 甲应当办理。乙不得办理。\n丙可以办理。\n第二条 丁应当：\n（一）戊；\n（二）己。\n第三条 庚办理。\n",
  );
  const cover = (...coverings: Covering[]) => coverText(document, coverings);
  const statuses = (...coverings: Covering[]): string[] =>
    cover(...coverings).list.map(({ path, status }) => `${path} ${status}`);

  test("of nothing leaves everything to do", () => {
    expect(cover()).toMatchObject({
      provisions: 6,
      coded: 0,
      declared: 0,
      untreated: 6,
      clauses: { normative: 4, covered: 0 },
    });
  });

  test("a rule without 依据 covers its provision, but its clause only where there is one", () => {
    expect(cover({ path: "1.2", quotes: null, status: "已编码" }).clauses.covered).toBe(1);
    expect(cover({ path: "1.1", quotes: null, status: "已编码" }).clauses.covered).toBe(0);
    expect(statuses({ path: "1.1", quotes: null, status: "已编码" })[0]).toBe("1.1 已编码");
  });

  test("a declared status covers all clauses of its provision", () => {
    const result = cover({ path: "1", quotes: null, status: "程序" });
    expect(result).toMatchObject({ declared: 2, untreated: 4, clauses: { normative: 4, covered: 3 } });
  });

  test("依据 narrows to the clauses and provisions that its words touch", () => {
    const result = cover({ path: "1", quotes: ["乙不得办理"], status: "已编码" });
    expect(result.list.slice(0, 2).map(({ status }) => status)).toEqual(["已编码", "未处理"]);
    expect(result.clauses.covered).toBe(1);
    expect(result.uncoveredClauses.map(({ provision }) => provision)).toEqual(["1.1", "1.2", "2.1"]);
  });

  test("what is left to write shows before what runs", () => {
    expect(
      statuses(
        { path: "3", quotes: null, status: "已编码" },
        { path: "3", quotes: null, status: "未转译" },
      ).at(-1),
    ).toBe("3.1 未转译");
    expect(
      statuses({ path: "3", quotes: null, status: "程序" }, { path: "3", quotes: null, status: "已编码" }).at(
        -1,
      ),
    ).toBe("3.1 已编码");
  });

  test("words and provisions that are not there are named", () => {
    const result = cover(
      { path: "1", quotes: ["辛"], status: "已编码" },
      { path: "9", quotes: null, status: "程序" },
    );
    expect(result.unmatched.map(({ covering, quote }) => [covering.path, quote])).toEqual([
      ["1", "辛"],
      ["9", null],
    ]);
    expect(result.untreated).toBe(6);
  });

  test("an article covers its 项", () => {
    expect(statuses({ path: "2", quotes: null, status: "宣示" }).slice(2, 5)).toEqual([
      "2.1 宣示",
      "2.1.1 宣示",
      "2.1.2 宣示",
    ]);
  });
});
