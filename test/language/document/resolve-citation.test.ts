import { describe, expect, test } from "vitest";
import { findCitations, parseCitation, printCitation } from "../../../language/citation.ts";
import {
  citationOf,
  provisionText,
  resolveCitation,
  type OfficialDocument,
} from "../../../language/document/index.ts";
import { citySource, provision, read } from "./reading.ts";

const resolve = (document: OfficialDocument, text: string, from?: string): readonly string[] | string => {
  const citation = parseCitation(text);
  if (citation === null) throw new Error(`${text} is no citation`);
  const resolution = resolveCitation(
    citation,
    from === undefined ? null : provision(document, from),
    document,
  );
  return resolution.problem ?? resolution.provisions.map(({ path }) => path);
};

const law = read(
  "示例条例\n第一章 总则\n第一条 甲。\n第二条 乙：\n（一）丙；\n（二）丁：\n1.戊；\n2.己。\n庚。\n辛。\n第二条之一 壬。\n第二章 附则\n第三条 癸：\n（一）子。\n丑：\n（一）寅。\n",
);

describe("a citation by numbers", () => {
  test.each([
    ["第一条", ["1"]],
    ["第二条第一款第（二）项第2目", ["2.1.2.2"]],
    ["第二条第（二）项", ["2.1.2"]],
    ["第2条第二项", ["2.1.2"]],
    ["第二条之一", ["2-1"]],
    ["第二章", ["第二章"]],
    ["第二章第三条", ["3"]],
    ["本条例第一条", ["1"]],
    ["《示例条例》第一条", ["1"]],
  ])("%s", (text, expected) => {
    expect(resolve(law, text)).toEqual(expected);
  });

  test("without 条 counts from where it stands", () => {
    expect(resolve(law, "第二款", "2.1")).toEqual(["2.2"]);
    expect(resolve(law, "第（一）项", "2.1.2")).toEqual(["2.1.1"]);
    expect(resolve(law, "第（一）项", "2.2")).toEqual(["2.1.1"]);
    expect(resolve(law, "第1目", "2.1.2.2")).toEqual(["2.1.2.1"]);
  });
});

describe("a relative citation", () => {
  test.each([
    ["本条", "2.2", ["2"]],
    ["本条第一款第（一）项", "2.2", ["2.1.1"]],
    ["前款", "2.2", ["2.1"]],
    ["前款第（一）项", "2.2", ["2.1.1"]],
    ["前两款", "2.3", ["2.1", "2.2"]],
    ["前条", "2.2", ["1"]],
    ["前项", "2.1.2", ["2.1.1"]],
    ["本章", "2.1", ["第一章"]],
    ["本款", "2", "这里不在任何一款之中，“本款”无所指。"],
    ["本款", "1", ["1.1"]],
  ])("%s at %s", (text, from, expected) => {
    expect(resolve(law, text, from)).toEqual(expected);
  });

  test("上述 means the nearest place that has the quoted words", () => {
    const draft = read(citySource("mudanjiang"));
    expect(resolve(draft, "上述“15分钟医保定点服务圈”", "14.1")).toEqual(["10"]);
  });
});

describe("what cannot be told is said", () => {
  test.each([
    ["第九条", undefined, "本文件没有第九条。"],
    ["第二条第九款", undefined, "第二条没有第九款，“第二条第九款”无所指。"],
    [
      "第三条第（一）项",
      undefined,
      "“第三条第（一）项”可以指第三条第一款第（一）项、第三条第二款第（一）项，请写明是第几款。",
    ],
    ["前款", "2.1", "第二条第一款之前没有款，“前款”无所指。"],
    ["第二款", undefined, "“第二款”没有写明是哪一条，这里也不在条文之中，不能确定所指。"],
    ["上述", "2.1", "“上述”没有写明是哪一条款，不能确定所指。"],
    ["本意见", "1", "本文件的名称是“示例条例”，“本意见”与之不符，不能确定所指的文件。"],
    ["《民法典》第三条", undefined, "“《民法典》第三条”是《民法典》的条文，不在本文件之内。"],
  ])("%s", (text, from, message) => {
    expect(resolve(law, text, from)).toBe(message);
  });

  test("of two chapters with one number", () => {
    expect(resolve(read(citySource("mudanjiang")), "第七章")).toBe(
      "本文件有2处第七章，“第七章”不能确定所指的是哪一处。",
    );
  });
});

describe("a text in 一、 （一） 1.", () => {
  const guide = read(citySource("yangjiang"));

  test.each([
    ["四（二）一是", ["四.二.1"]],
    ["五（三）2", ["五.三.2"]],
    ["五（三）2.", ["五.三.2"]],
    ["四、（一）", ["四.一"]],
    ["五（三）2二是", ["五.三.2"]],
  ])("%s", (text, expected) => {
    expect(resolve(guide, text)).toEqual(expected);
  });

  test("is often cited as if it had 条 and 项", () => {
    const flat = read(
      "一、甲。\n二、乙：\n（一）丙；\n（二）丁。\n三、有本办法第二条第（二）项情形的，处理。\n",
    );
    expect(resolve(flat, "第二条第（二）项", "三")).toEqual(["二.二"]);
  });
});

test("every provision of a text is found by its own citation", () => {
  for (const document of [law, read(citySource("mudanjiang")), read(citySource("yangjiang"))]) {
    for (const place of document.provisions) {
      if (place.number === null || place.path.includes("#") || place.level === "chapter") continue;
      if (place.level === "paragraph" && document.form === "headings") continue;
      const resolution = resolveCitation(citationOf(place), null, document);
      const found = resolution.provisions[0];
      expect(
        found === place || found === place.parent,
        `${place.path} ${printCitation(citationOf(place))}`,
      ).toBe(true);
    }
  }
});

test("the citations of the two cities resolve or say why not", () => {
  for (const city of ["mudanjiang", "yangjiang"] as const) {
    const document = read(citySource(city));
    const problems = document.provisions
      .filter(({ children }) => children.length === 0)
      .flatMap((place) =>
        findCitations(provisionText(document, place)).flatMap(({ citation }) => {
          const { problem } = resolveCitation(citation, place, document);
          return problem === null ? [] : [problem];
        }),
      );
    expect(problems).toEqual(
      city === "mudanjiang"
        ? []
        : [
            "本文件的名称是“阳江市医疗保障定点医药机构资源配置工作指引（试行）”，“本意见”与之不符，不能确定所指的文件。",
          ],
    );
  }
});
