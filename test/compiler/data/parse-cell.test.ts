import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, parseCell } from "../../../compiler/data/index.ts";
import type { Type } from "../../../compiler/model/type.ts";
import { printRational, rational } from "../../../language/index.ts";
import { count, level, number, share } from "./schema.ts";

const read = (text: string, type: Type): string => {
  const parsed = parseCell(text, { type });
  if (parsed.kind === "empty") return "空";
  if (parsed.kind === "bad") return `应为${parsed.expected}`;
  const { value } = parsed;
  if (value.kind === "number") return printRational(value.value);
  if (value.kind === "coordinate") return `${value.longitude} ${value.latitude}`;
  return value.kind === "reference" ? `${value.object}/${value.id}` : String(value.value);
};

const length = number({ dimension: "length", unit: "公里", scale: 3 });
const money = number({ dimension: "money", unit: "元", scale: 2 });
const tenThousand = number({ dimension: "money", unit: "万元", scale: 2 });

describe("numbers", () => {
  test.each([
    ["5", count, "5"],
    ["５笔", count, "5"],
    ["1,000 笔", count, "1000"],
    ["一百二十", count, "120"],
    ["-3", count, "-3"],
    ["1.5公里", length, "1500"],
    ["1500米", length, "1500"],
    ["1.5", length, "1500"],
    ["3万元", money, "30000"],
    ["1.2亿", money, "120000000"],
    ["12.5", tenThousand, "125000"],
    ["3万元", tenThousand, "30000"],
    ["300元", tenThousand, "300"],
    ["80%", share, "0.8"],
    ["85.25％", share, "0.8525"],
    ["百分之八十", share, "0.8"],
    ["", count, "空"],
    ["　", count, "空"],
    ["999999999999999", count, "999999999999999"],
  ])("%s", (text, type, expected) => expect(read(text, type)).toBe(expected));

  test.each([
    ["5家", count],
    ["5.5", count],
    ["1,00", count],
    ["12,34,567", count],
    ["0x10", count],
    ["1e3", count],
    ["=1+1", count],
    ["5%", count],
    ["五六", count],
    ["NaN", count],
    ["Infinity", count],
    ["1000000000000000", count],
    ["1.2345公里", length],
    ["1500.5毫米", length],
    ["2小时", length],
    ["3万", tenThousand],
    ["0.85", share],
    ["85", share],
    ["85.1234567%", share],
    ["三分之一", share],
    ["9".repeat(10_000), count],
  ])("refuses %s", (text, type) => expect(read(text, type)).toMatch(/^应为/));

  test("says what is missing", () => {
    expect(read("0.85", share)).toBe("应为百分比（应写明％，如85％，至多6位小数）");
    expect(read("五家", count)).toBe("应为整数（笔）");
    expect(read("1.23456", length)).toBe("应为数值（公里，至多3位小数）");
    expect(read("10000000000000万元", money)).toBe("应为数值（元，至多2位小数），绝对值小于10000000000000");
  });

  test("are exact", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999_999_999n, max: 999_999_999n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const value = rational(digits, 10n ** BigInt(places));
          expect(read(printRational(value), number())).toBe(printRational(value));
        },
      ),
    );
  });
});

describe("yes and no", () => {
  const boolean: Type = { kind: "boolean" };
  test.each(["是", "true", "TRUE", "1", "１", " 是 "])("%s", (text) =>
    expect(read(text, boolean)).toBe("true"),
  );
  test.each(["否", "false", "False", "0", "０"])("%s", (text) => expect(read(text, boolean)).toBe("false"));
  test.each(["有", "没", "Y", "不", "2", "对"])("refuses %s", (text) =>
    expect(read(text, boolean)).toBe("应为是或者否"),
  );
});

describe("dates", () => {
  const date: Type = { kind: "date" };
  const day = String(dayOf(2025, 1, 24));
  test.each(["2025-01-24", "2025年1月24日", "2025/1/24", "２０２５－０１－２４", "2025 年 1 月 24 日"])(
    "%s",
    (text) => expect(read(text, date)).toBe(day),
  );
  test.each([
    "2025-02-29",
    "2024-13-01",
    "2025-00-10",
    "24/1/2025",
    "20250124",
    "2025-1/24",
    "1900-02-29",
    "昨天",
  ])("refuses %s", (text) => expect(read(text, date)).toMatch(/^应为日期/));
  test("a leap day is a day", () => expect(read("2024-02-29", date)).toBe(String(dayOf(2024, 3, 1)! - 1)));

  test("count like the calendar", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          const expected = Math.floor(date.getTime() / 86_400_000);
          expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(expected);
        },
      ),
    );
  });
});

describe("enumerations", () => {
  test("width and spaces do not matter", () => {
    const kinds: Type = { kind: "enumeration", name: "x", values: ["A类", "B类"], ascending: null };
    expect(read("Ａ 类", kinds)).toBe("A类");
    expect(read("a类", kinds)).toMatch(/^应为/);
  });
  test("a near miss is named", () =>
    expect(read("未定及", level)).toBe("应为“三级”、“二级”、“一级”、“未定级”之一，是否指“未定级”？"));
});

describe("coordinates", () => {
  const place: Type = { kind: "coordinate", system: "CGCS2000" };
  test.each([
    "111.95,21.85",
    "111.95，21.85",
    "东经111.95，北纬21.85",
    "东经111.95°，北纬21.85°",
    "经度111.95，纬度21.85",
    "东经111.95度、北纬21.85度",
  ])("%s", (text) => expect(read(text, place)).toBe("111.95 21.85"));
  test.each([
    "21.85,111.95",
    "111.95",
    "0,0",
    "12400000,2400000",
    "111°57′,21°51′",
    "西经111.95，北纬21.85",
    "111.95 21.85 0",
  ])("refuses %s", (text) => expect(read(text, place)).toMatch(/^应为坐标/));
});

describe("other text", () => {
  test("formulas and odd names are plain text", () => {
    expect(read('=HYPERLINK("x")', { kind: "text" })).toBe('=HYPERLINK("x")');
    expect(read("__proto__", { kind: "reference", object: "县区" })).toBe("县区/__proto__");
  });
  test("no text makes it throw", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ..."0195.,，%％-负万亿百分之点成年月日/公里元笔是否东经北纬 　=\ud800\u0000__",
          ),
        }),
        fc.constantFrom<Type>(
          count,
          share,
          length,
          level,
          { kind: "date" },
          { kind: "boolean" },
          { kind: "coordinate", system: null },
        ),
        (text, type) => {
          expect(["value", "empty", "bad"]).toContain(parseCell(text, { type }).kind);
        },
      ),
    );
  });
});
