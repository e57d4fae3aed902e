import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumeral, parseQuantity, printNumeral, scanQuantity } from "../../language/numerals.ts";
import { equals, printRational, rational } from "../../language/rational.ts";

describe("numerals", () => {
  test("come back from 1 to 99,999", () => {
    const wrong: number[] = [];
    for (let number = 1; number <= 99_999; number += 1) {
      if (parseNumeral(printNumeral(number)) !== number || parseNumeral(String(number)) !== number)
        wrong.push(number);
    }
    expect(wrong).toEqual([]);
  });

  test("come back from 1 to 99,999,999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(parseNumeral(printNumeral(number))).toBe(number);
      }),
    );
  });

  test("come back up to the largest safe integer", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(parseNumeral(printNumeral(number))).toBe(number);
      }),
    );
  });

  test.each([
    ["一百二十", 120],
    ["十五", 15],
    ["一十五", 15],
    ["一百零五", 105],
    ["一百〇五", 105],
    ["两百", 200],
    ["一万零五", 10_005],
    ["三千二百", 3200],
    ["一亿二千万", 120_000_000],
    ["二〇二五", 2025],
    ["二○一○", 2010],
    ["120", 120],
    ["１２０", 120],
    ["零", 0],
  ])("%s is %d", (text, number) => {
    expect(parseNumeral(text)).toBe(number);
  });

  test.each([
    "",
    "百",
    "一百零",
    "零一百",
    "一万五",
    "二百三百",
    "十百",
    "三四",
    "一百二",
    "万",
    "一百零零五",
    "甲",
    "1.5",
    "一万万亿万",
  ])("%j is none", (text) => expect(parseNumeral(text)).toBeNull());

  test("never throw and print what they read", () => {
    const property = fc.property(
      fc.stringMatching(/^[零〇一二两三四五六七八九十百千万亿]{1,40}$/),
      (text) => {
        const number = parseNumeral(text);
        return number === null || parseNumeral(printNumeral(number)) === number;
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });
});

describe("quantities", () => {
  test.each([
    ["15", "15"],
    ["1.5", "1.5"],
    ["1,000", "1000"],
    ["1,234,567.5", "1234567.5"],
    ["15％", "0.15"],
    ["15%", "0.15"],
    ["百分之八十点五", "0.805"],
    ["百分之百", "1"],
    ["百分之80.5", "0.805"],
    ["千分之三", "0.003"],
    ["三分之二", "2/3"],
    ["半数", "0.5"],
    ["一百二十", "120"],
    ["两", "2"],
    ["3万", "30000"],
    ["1.2亿", "120000000"],
    ["三成", "0.3"],
    ["1.5倍", "1.5"],
    ["１．５", "1.5"],
    ["二百五十点五", "250.5"],
    ["三万", "30000"],
    ["2.32万", "23200"],
    ["262.47万", "2624700"],
  ])("%s is %s", (text, value) => {
    const quantity = parseQuantity(text);
    expect(quantity && printRational(quantity)).toBe(value);
  });

  test("leave what follows the number alone", () => {
    expect(scanQuantity("三成为A类", 0)).toMatchObject({ end: 1 });
    expect(scanQuantity("15分钟", 0)).toMatchObject({ end: 2 });
    expect(scanQuantity("（100,200）", 1, { thousands: false })).toMatchObject({ end: 4 });
    expect(scanQuantity("12,34", 0)).toMatchObject({ end: 2 });
    expect(scanQuantity("十五分钟", 0)).toMatchObject({ end: 2 });
    expect(scanQuantity("甲", 0)).toBeNull();
    expect(scanQuantity("", 0)).toBeNull();
  });

  test("read decimals exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const text = digits.toString().padStart(places + 1, "0");
        const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
        expect(equals(parseQuantity(decimal)!, rational(BigInt(digits), 10n ** BigInt(places)))).toBe(true);
      }),
    );
  });

  test("are scanned without an error anywhere", () => {
    const property = fc.property(fc.string({ unit: "binary" }), fc.nat(20), (text, at) => {
      const scanned = scanQuantity(text, at);
      return scanned === null || scanned.end > at;
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});
