import { describe, expect, test } from "vitest";
import { readDocument } from "../../language/document/index.ts";
import { ABSENT, corpusTexts, hasCorpus } from "./corpus-folder.ts";

/** Every warning on 120 laws and eight city policies; each was looked at in the text (structure-laws.md). */
const LOOKED_AT: Readonly<Record<string, readonly string[]>> = {
  "jilin-juzhuzheng-2016.txt": ["paragraph-cut 23.2"],
  "东营市黄河三角洲生态保护与修复条例(2021-12-08).md": ["missing-number 第二章"],
  "劳动法(2018-12-29).md": ["paragraph-cut 37.1"],
  "宁波市养犬管理条例(2020-04-09).md": ["term-never-used 6.2"],
  "山东省文物保护条例(2017-09-30).md": ["paragraph-cut 35.1"],
  "山东省禁毒条例(2017-12-01).md": ["missing-number 第二章"],
  "山东省辐射污染防治条例(2014-01-15).md": ["missing-number 第四章"],
  "开封市城市市容和环境卫生管理条例(2019-01-21).md": ["missing-number 第三章"],
  "杭州市渔业资源保护管理规定(2014-04-11).md": ["editor-residue 21.2"],
  "河南省专业技术人员继续教育条例(2010-07-30).md": ["missing-number 19"],
  "河南省实施《森林法》办法(2010-07-30).md": ["missing-number 第二章"],
  "河南省水利工程管理条例(2010-07-30).md": ["missing-number 第二章"],
  "浙江省职工基本养老保险条例(2008-05-30).md": ["term-before-definition 10.1"],
  "著作权法(2020-11-11).md": ["missing-number 第二章"],
  "青岛市城乡规划条例(2017-12-01).md": ["paragraph-without-end 26.4"],
  "飞行基本规则(2007-10-18).md": [11, 28, 43, 64, 79, 89, 98, 104, 112, 116, 121].map(
    (article) => `missing-number ${article}`,
  ),
  "鹤壁市地方立法条例(2017-06-19).md": ["citation-unresolved 16.1", "missing-number 第六章"],
};

describe("findings on real documents", () => {
  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => {
      expect(hasCorpus).toBe(false);
    });
    return;
  }

  test("are few, and each is true", () => {
    const found: Record<string, string[]> = {};
    for (const source of corpusTexts()) {
      const findings = readDocument(source).findings.filter(({ severity }) => severity !== "info");
      if (findings.length > 0)
        found[source.name] = findings.map(({ code, provision }) => `${code} ${provision}`);
    }
    expect(found).toEqual(LOOKED_AT);
  });

  test("cut anywhere they are still read", () => {
    for (const { name, text } of corpusTexts()) {
      for (const share of [0.13, 0.5, 0.71]) {
        const at = Math.floor(text.length * share);
        const parts = [text.slice(0, at), text.slice(at), text.slice(at) + text.slice(0, at)];
        for (const part of parts) expect(readDocument({ name, text: part }).source.text).toBe(part);
      }
    }
  });
});
