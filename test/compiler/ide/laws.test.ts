import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complete, definition, hover, references } from "../../../compiler/ide/index.ts";
import { declaredId } from "../../../compiler/resolve/declared.ts";
import { cities, compileCity } from "../../support/city.ts";
import { accepted, policy, viewOf } from "./cursor.ts";

const RULES = `【说明】程序，依据「药店年度业务量极少」。
【理解】「等情形」
读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。
【规则】整改
药店有下列情形之一的，原则上应当限期整改：
（一）年度业务量低于业务量极少标准，依据「年度业务量极少」；
（二）类别为中药店且未配有药师，限「等情形」读法二。
【例外】放宽
信用等级甲级的便民药店，不受整改限制。
【用例】少
设基准日为2025年6月1日；
设药店「甲」：年度业务量为5笔，类别为中药店，未配有药师；
则「甲」的整改成立，因业务量极少标准。
【完】
第二条　其他。
`;
const WHOLE = policy(RULES);

/** A text as it may be while it is written: cut off, with a piece left out, or with a few characters put in. */
const written = fc
  .tuple(
    fc.nat(WHOLE.length),
    fc.nat(40),
    fc.constantFrom(
      "",
      "",
      "的",
      "依据「",
      "yw",
      "【",
      "【规",
      "（一）",
      "，",
      "\n",
      "低于",
      "」",
      "x".repeat(60),
      "\u{20000}",
    ),
    fc.boolean(),
  )
  .map(([at, length, put, isCut]) => ({
    text: WHOLE.slice(0, at) + put + (isCut ? "" : WHOLE.slice(at + length)),
    offset: at + put.length,
  }));

describe("whatever is written", () => {
  test("completion answers, and what it replaces ends at the cursor", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: -3, max: 30 }), ({ text, offset }, beside) => {
        const view = viewOf(text);
        const at = Math.max(0, Math.min(text.length, offset + beside));
        for (const { replace, label, insertText } of complete(view, at)) {
          expect(replace.end).toBe(at);
          expect(replace.start).toBeGreaterThanOrEqual(0);
          expect(replace.start).toBeLessThanOrEqual(at);
          expect(label).not.toBe("");
          expect(insertText).not.toBe("");
        }
      }),
      { numRuns: 250 },
    );
  });

  test("completion answers for any text at any offset, also outside of it", () => {
    const pieces = fc.constantFrom(
      ..."【规则】对象\n药店为「」（），。；：a1整改政策应当".split(""),
      "【政策】\n",
      "【用例】",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.integer({ min: -5, max: 140 }), (parts, at) => {
        const view = viewOf(parts.join(""));
        for (const { replace } of complete(view, at))
          expect(replace.end).toBeLessThanOrEqual(view.file.source.text.length);
        const card = hover(view, at);
        expect(card === null || card.lines.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("labels are told apart, and the ranks are in order", () => {
    const view = viewOf(WHOLE);
    fc.assert(
      fc.property(fc.nat(WHOLE.length), (offset) => {
        const offered = complete(view, offset);
        expect(new Set(offered.map(({ label }) => label)).size).toBe(offered.length);
        expect(offered.map(({ rank }) => rank)).toEqual(
          offered.map(({ rank }) => rank).toSorted((left, right) => left - right),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe.each(cities)("$folder", (city) => {
  const view = compileCity(city);
  const { text, name } = view.file.source;
  const { byId, all } = view.model.declarations;
  const uses = view.model.uses.filter(({ file }) => file === name);

  test("the definition of every use is its declaration, and its references hold both", () => {
    expect(uses.length).toBeGreaterThan(1000);
    const places = new Map(
      all.map((declared) => [`${declared.place.file} ${declared.place.span.start}`, declaredId(declared)]),
    );
    const wrong = uses.filter(({ span, target }) => {
      const found = definition(view, span.start);
      return !found.some((place) => places.get(`${place.file} ${place.span.start}`) === target);
    });
    expect(wrong.map(({ span }) => text.slice(span.start, span.end))).toEqual([]);
    for (const { span, target } of uses.filter((_, index) => index % 40 === 0)) {
      const found = references(view, span.start).map((place) => `${place.file} ${place.span.start}`);
      expect(found).toContain(`${name} ${span.start}`);
      const { file, span: declared } = byId.get(target)!.place;
      expect(found).toContain(`${file} ${declared.start}`);
    }
  });

  test("hovering over every use tells something of it", () => {
    for (const { span } of uses.filter((_, index) => index % 10 === 0)) {
      const card = hover(view, span.start + 1);
      expect(card?.span).toEqual(span);
      expect(card?.lines.some(({ label }) => label === "使用")).toBe(true);
    }
  });

  test("choosing the name that stands at a use writes it again", () => {
    const words = uses.filter(({ span }) => text[span.start] !== "「");
    const missing = words.flatMap(({ span }, index) => {
      if (index % 7 !== 0) return [];
      const written = text.slice(span.start, span.end);
      const offered = complete(view, span.end).find(({ label }) => label === written);
      return offered !== undefined && accepted(text, offered) === text ? [] : [`${written} ${span.start}`];
    });
    expect(missing).toEqual([]);
  });

  test("half of a name finds it again", () => {
    const words = uses.filter(({ span }) => text[span.start] !== "「" && span.end - span.start > 2);
    const sample = words.filter((_, index) => index % 97 === 0);
    const missing = sample.flatMap(({ span }) => {
      const written = text.slice(span.start, span.end);
      const half = span.start + Math.ceil(written.length / 2);
      const typed = text.slice(0, half) + text.slice(span.end);
      const offered = complete(compileCity(city, typed), half);
      // A denial is offered as one word: 不符合准入标准.
      const isThere = offered.some((each) => each.label.endsWith(written) && accepted(typed, each) === text);
      return isThere ? [] : [`${written} ${span.start}`];
    });
    expect(missing).toEqual([]);
  });
});
