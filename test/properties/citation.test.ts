import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absoluteCitation,
  findCitations,
  parseCitation,
  printCitation,
  sameCitation,
  type CitationStep,
} from "../../language/citation.ts";
import type { Level } from "../../language/document/index.ts";

const number = fc.integer({ min: 1, max: 99_999 });

const step = (level: Level): fc.Arbitrary<CitationStep> =>
  number.map((value) => ({ level, number: value, insertion: null }));

const article: fc.Arbitrary<CitationStep> = fc.record({
  level: fc.constant("article" as const),
  number,
  insertion: fc.option(fc.integer({ min: 1, max: 99 })),
});

/** Units in their order, some left out, at least one kept. */
const steps = fc
  .tuple(
    fc.option(step("book")),
    fc.option(step("chapter")),
    fc.option(step("section")),
    fc.option(article),
    fc.option(step("paragraph")),
    fc.option(step("item")),
    fc.option(step("subitem")),
  )
  .map((some) => some.filter((one) => one !== null))
  .filter((some) => some.length > 0);

const title = fc.option(fc.constantFrom("医疗机构医疗保障定点管理暂行办法", "民法典"));
const style = fc.record({ bracketedItems: fc.boolean() });

describe("citations", () => {
  test("of articles come back from 1 to 99,999", () => {
    const wrong: number[] = [];
    for (let value = 1; value <= 99_999; value += 1) {
      const citation = absoluteCitation([{ level: "article", number: value, insertion: null }]);
      const parsed = parseCitation(printCitation(citation));
      if (parsed === null || !sameCitation(parsed, citation)) wrong.push(value);
    }
    expect(wrong).toEqual([]);
  });

  test("come back in either style", () => {
    fc.assert(
      fc.property(title, steps, style, (document, parts, written) => {
        const citation = { ...absoluteCitation(parts), document };
        const parsed = parseCitation(printCitation(citation, written));
        expect(parsed).not.toBeNull();
        expect(sameCitation(parsed!, citation)).toBe(true);
      }),
    );
  });

  test("are found in running text where they stand", () => {
    fc.assert(
      fc.property(steps, style, (parts, written) => {
        const printed = printCitation(absoluteCitation(parts), written);
        const text = `符合，${printed}规定的情形。`;
        const [found, ...others] = findCitations(text);
        expect(others).toEqual([]);
        expect(text.slice(found!.span.start, found!.span.end)).toBe(printed);
      }),
    );
  });

  test.each([
    "第十六条第一款第（三）项",
    "第（三）项",
    "第十七条之一",
    "三（一）1",
    "四（二）一是",
    "本条",
    "前款",
    "前条",
    "上述",
    "前两款",
    "本章",
    "本条第二款",
    "前款第（三）项",
    "上述“服务圈”",
  ])("%s comes back", (text) => {
    const citation = parseCitation(text);
    expect(citation && printCitation(citation)).toBe(text);
  });

  test.each([
    ["第三项", "第（三）项"],
    ["第16条", "第十六条"],
    ["第 十六 条 第 一 款", "第十六条第一款"],
    ["三（一）1.", "三（一）1"],
    ["三、（一）", "三（一）"],
    ["本工作指引", "本指引"],
    ["第十六条第(三)项", "第十六条第三项"],
  ])("%s and %s are the same", (left, right) => {
    expect(sameCitation(parseCitation(left)!, parseCitation(right)!)).toBe(true);
  });

  test.each(["", "第", "第条", "第十六条规定", "第三项第二条", "甲", "《民法典》", "上"])(
    "%j is none",
    (text) => {
      expect(parseCitation(text)).toBeNull();
    },
  );

  test.each([
    ["依照前款第三项、第四项的规定", ["前款第三项", "第四项"]],
    ["违反本法第一百条、第一百零一条的", ["本法第一百条", "第一百零一条"]],
    ["依照企业所得税法第六条第(一)项至第(八)项", ["企业所得税法第六条第(一)项", "第(八)项"]],
    ["依据公司法第三十七条第二款", ["公司法第三十七条第二款"]],
    ["基本法院、本法院、样本项目", []],
    ["见四（二）一是和第五条", ["四（二）一是", "第五条"]],
  ])("%s holds %j", (text, expected) => {
    expect(findCitations(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
  });

  test("of a list share what is said once", () => {
    const [, second] = findCitations("依照本法第六条第一项、第二项");
    expect(printCitation(second!.citation)).toBe("本法第六条第（二）项");
    const [, foreign] = findCitations("依照企业所得税法第六条、第七条");
    expect(foreign!.citation.document).toBe("企业所得税法");
  });

  test("are sought without an error anywhere", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        parseCitation(text);
        for (const { span } of findCitations(text)) expect(span.end).toBeGreaterThan(span.start);
      }),
    );
  });

  test("survive broken ones", () => {
    const broken = fc.stringMatching(/^[第本前上述一二十三（）()条款项目章节《》“”、.1-9是法]{0,40}$/);
    const property = fc.property(broken, (text) => {
      parseCitation(text);
      findCitations(text);
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});
