import { describe, expect, test } from "vitest";
import {
  locateQuote,
  provisionAt,
  provisionBefore,
  provisionText,
} from "../../../language/document/index.ts";
import { citySource, provision, read } from "./reading.ts";

const draft = read(citySource("mudanjiang"));

const quoted = (path: string, quote: string): string[] | null =>
  locateQuote(draft, provision(draft, path), quote)?.map(({ start, end }) =>
    draft.source.text.slice(start, end),
  ) ?? null;

describe("the text of a provision", () => {
  test("leaves out its own marker and joins its lines", () => {
    expect(provisionText(draft, provision(draft, "12"))).toBe(
      "对于特殊医疗机构，如传染病医院、精神病医院、老年病医院等，应根据疾病防治需要开展资资源配置和布局。",
    );
    expect(provisionText(draft, provision(draft, "12"), { space: "kept" })).toContain("开展资\n资源配置");
  });

  test("holds the markers of the levels below", () => {
    const document = read("第一条 甲：\n（一）乙 丙；\n（二）丁。\n");
    expect(provisionText(document, provision(document, "1"))).toBe("甲：（一）乙丙；（二）丁。");
    expect(provisionText(document, provision(document, "1.1.1"))).toBe("乙丙；");
  });
});

describe("a quotation", () => {
  test("is found over the end of a line", () => {
    expect(quoted("12", "开展资资源配置")).toEqual(["开展资", "资源配置"]);
  });

  test("is compared without white space on either side", () => {
    expect(quoted("18", "按照A类管理")).toEqual(["按照 A 类管理"]);
    expect(quoted("18", "对 A类、B类、C类")).toEqual(["对 A 类、B 类、C 类"]);
  });

  test("must be in that provision", () => {
    expect(quoted("11", "按照A类管理")).toBeNull();
    expect(quoted("18", " ")).toBeNull();
  });
});

describe("a block belongs to", () => {
  const text =
    "第一章 总则\n第一条 甲：\n（一）乙；\n（二）丙。\n丁。\n第二条 戊：\n（一）己；\n（二）庚。\n第二章 附则\n第三条 辛。\n壬。\n";
  const document = read(text);
  const before = (words: string): string | undefined => provisionBefore(document, text.indexOf(words))?.path;

  test.each([
    ["第一条", "第一章"],
    ["（一）乙", "1.1"],
    ["（二）丙", "1.1.1"],
    ["丁", "1.1"],
    ["第二条", "1"],
    ["（二）庚", "2.1.1"],
    ["第二章", "2"],
    ["壬", "3.1"],
  ])("what stands before %s", (words, path) => {
    expect(before(words)).toBe(path);
  });

  test("nothing in front of the text, the last article behind it", () => {
    expect(provisionBefore(document, 0)).toBeNull();
    expect(provisionBefore(document, text.length)?.path).toBe("3");
  });

  test("the whole heading behind the last of its paragraphs", () => {
    const guide = citySource("yangjiang");
    const headings = read(guide);
    expect(provisionBefore(headings, guide.indexOf("二、指导思想"))?.path).toBe("一");
    expect(provisionBefore(headings, guide.indexOf("二是对目前"))?.path).toBe("四.二.1");
    expect(provisionBefore(headings, guide.indexOf("五、工作措施"))?.path).toBe("四.二");
    expect(provisionBefore(headings, guide.indexOf("本工作指引自"))?.path).toBe("五.三.3");
  });
});

test("a place in the text has its deepest provision", () => {
  const text = "第一条 甲：\n（一）乙；\n丙。\n";
  const document = read(text);
  expect(provisionAt(document, text.indexOf("乙"))?.path).toBe("1.1.1");
  expect(provisionAt(document, text.indexOf("丙"))?.path).toBe("1.2");
});
