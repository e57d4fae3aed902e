import * as fc from "fast-check";
import type { NumberType, Type } from "../../../compiler/model/type.ts";
import { GRADES } from "./schema-world.ts";

/** Texts of cells as people write them, right and nearly right. */

const digits = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(..."0123456789009"), { minLength: 1, maxLength: most }).map((all) => all.join(""));

const SIGNS = ["", "", "", "-", "+", "−", "负"];
const UNITS = [
  "",
  "",
  "",
  "%",
  "％",
  "元",
  "万元",
  "亿元",
  "角",
  "笔",
  "公里",
  "米",
  "里",
  "亩",
  "周",
  "日",
  "分",
  "万",
  "‰",
  "成",
  "e3",
];

/** A number with one of these behind it. */
const numberWith = (units: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...SIGNS),
      fc.oneof(digits(3), digits(17), fc.constantFrom("0", "0", "10", "999999999999999", "1000000000000000")),
      fc.oneof(
        fc.constant(""),
        digits(3).map((places) => `.${places}`),
        digits(20).map((places) => `.${places}`),
        fc
          .tuple(fc.integer({ min: 1, max: 18 }), digits(3))
          .map(([zeros, places]) => `.${"0".repeat(zeros)}${places}`),
      ),
      fc.constantFrom(...units),
    )
    .map((parts) => parts.join(""));

const numberText = numberWith(UNITS);

const wordyNumber = fc.constantFrom(
  "三成",
  "百分之八十点五",
  "一百二十",
  "1,000",
  "1,000.5万元",
  "半数",
  "三分之二",
  "1.5倍",
  "-0",
  "0%",
  "-0.0%",
);

const two = (value: number): string => String(value).padStart(2, "0");
const dateText = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999),
      fc.integer({ min: 0, max: 9999 }),
    ),
    fc.oneof(fc.integer({ min: 0, max: 13 }), fc.constant(2)),
    fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 28, max: 31 })),
    fc.constantFrom("-", "-", "/", "年", "single"),
  )
  .map(([year, month, day, how]) => {
    const years = String(year).padStart(4, "0");
    if (how === "年") return `${years}年${month}月${day}日`;
    return how === "single" ? `${years}-${month}-${day}` : [years, two(month), two(day)].join(how);
  });

const degrees = (low: number, high: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.double({ min: low - 1, max: high + 1, noNaN: true }).map((value) => value.toFixed(15)),
    fc.double({ min: low, max: high, noNaN: true }).map(String),
    fc
      .tuple(fc.integer({ min: low - 1, max: high + 1 }), digits(6))
      .map(([whole, places]) => `${whole}.${places}`),
    fc.constantFrom(String(low), String(high), `${high}.0`, `${high}.000000000000001`),
  );

const coordinateText = fc
  .tuple(degrees(73, 136), degrees(3, 54), fc.constantFrom(",", ",", "，", "、", ", "))
  .map(([longitude, latitude, between]) => `${longitude}${between}${latitude}`);

const namedPlace = fc
  .tuple(degrees(73, 136), degrees(3, 54))
  .map(([east, north]) => `东经${east}度，北纬${north}°`);

const word = fc.oneof(
  fc.constantFrom("是", "否", "true", "False", "1", "0", "未知", "-", "null", "甲乙", "constructor"),
  fc.constantFrom(...GRADES, "A级", "Ａ　级", "三 级"),
);

/** Any characters, lone surrogates and control characters too. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("\ud800", "\u0000", "\ufeff", "\u3000", "\n", " ", "\u2028", "𠮷"),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));

const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const dressed = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.constantFrom("", "", "", "wide", "space"))
    .map(([written, change]) =>
      change === "wide" ? wide(written) : change === "space" ? ` ${written}　` : written,
    );

/** Any kind of text. */
export const cellText: fc.Arbitrary<string> = dressed(
  fc.oneof(
    { weight: 6, arbitrary: numberText },
    { weight: 1, arbitrary: wordyNumber },
    { weight: 3, arbitrary: dateText },
    { weight: 3, arbitrary: coordinateText },
    { weight: 1, arbitrary: namedPlace },
    { weight: 2, arbitrary: word },
    { weight: 2, arbitrary: anyText },
  ),
);

/** A text that mostly looks like a value of the type. */
export const cellTextOf = (type: Type): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: dressed(likely(type)) }, { weight: 1, arbitrary: cellText });

/** A canonical number of few digits, at the last decimal places that the type has. */
const small = ({ scale, share }: NumberType): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 99 }).map((amount) => {
    const places = String(amount).padStart(scale, "0");
    const text = scale === 0 ? places : `${places.slice(0, -scale) || "0"}.${places.slice(-scale)}`;
    return `${text.replace(/\.?0+$/, scale === 0 ? "$&" : "")}${share ? "%" : ""}`;
  });

const likely = (type: Type): fc.Arbitrary<string> => {
  switch (type.kind) {
    case "number":
      return fc.oneof(
        { weight: 1, arbitrary: small(type) },
        {
          weight: 3,
          arbitrary: numberWith(type.share ? ["%", "%", "％", "‰"] : ["", "", type.unit ?? "", ...UNITS]),
        },
      );
    case "date":
      return dateText;
    case "coordinate":
      return coordinateText;
    case "boolean":
    case "enumeration":
      return word;
    case "text":
    case "reference":
      return anyText;
  }
};

/** One small change of a text, after which it may or may not be what it was. */
export const mutated = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.nat(),
      fc.constantFrom("insert", "remove", "replace", "append", "prepend", "wide"),
      fc.constantFrom("0", "9", "1", ".", "-", " ", ",", "%", "e3", "\ud800", "０", "\n", "00", "\u0000"),
    )
    .map(([whole, at, change, piece]) => {
      const place = whole.length === 0 ? 0 : at % whole.length;
      switch (change) {
        case "insert":
          return whole.slice(0, place) + piece + whole.slice(place);
        case "remove":
          return whole.slice(0, place) + whole.slice(place + 1);
        case "replace":
          return whole.slice(0, place) + piece + whole.slice(place + 1);
        case "append":
          return whole + piece;
        case "prepend":
          return piece + whole;
        case "wide":
          return whole.slice(0, place) + wide(whole.slice(place, place + 1)) + whole.slice(place + 1);
      }
    });

/** Values of JSON that are no text. */
export const plainValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    1,
    12.5,
    1e15,
    -1e15,
    999_999_999_999_999,
    -999_999_999_999_999,
    1e21,
    5e-324,
  ),
  fc.constantFrom([], {}, [111.95, 21.85], [1], { "0": 1 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
