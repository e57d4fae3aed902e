import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format, type PolicyView } from "../../../compiler/ide/index.ts";
import { officialText } from "../../../language/index.ts";
import { applyEdits, edits } from "../../generators/policy-text.ts";
import { cityViews } from "./city-views.ts";
import { viewOf } from "./view.ts";

const POLICY = `【政策】示例
名称：示例办法;
施行:2025年1月1日。
【对象】医药机构
业务量:整数(笔)；具备追溯码：是否。
【措施】
退出、整改。
【完】
示例办法
第一条　医药机构 业务量过少的,应当退出。
【规则】退出
医药机构有下列情形之一的,退出:(一)业务量低于５笔;(二)未具备追溯码。
【完】
第二条　本办法由市局解释 。
【规则】整改
医药机构业务数低于５笔的,整改.
【完】
`;

const formatted = (view: PolicyView): string =>
  format(view)
    .toReversed()
    .reduce(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
      view.file.source.text,
    );

describe("formatting", () => {
  test("writes blocks in canonical form, one edit for each", () => {
    const view = viewOf(POLICY);
    const text = formatted(view);
    expect(text).toContain(
      "医药机构有下列情形之一的，退出：\n（一）业务量低于5笔；\n（二）未具备追溯码。\n【完】",
    );
    expect(text).toContain("业务量：整数（笔）；\n具备追溯码：是否。");
    expect(format(viewOf(text))).toEqual([]);
  });

  test("leaves official text and blocks with errors as they are", () => {
    const text = formatted(viewOf(POLICY));
    expect(text).toContain("第一条　医药机构 业务量过少的,应当退出。\n");
    expect(text).toContain("第二条　本办法由市局解释 。\n");
    expect(text).toContain("医药机构业务数低于５笔的,整改.\n");
  });

  test("has nothing to do in the cities", () => {
    for (const view of cityViews) expect(format(view)).toEqual([]);
  });

  test("never changes official text or loses a letter of a block, and is done after one time", () => {
    const letters = (text: string): string => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(edits, (changes) => {
        const view = viewOf(applyEdits(POLICY, changes));
        const again = viewOf(formatted(view));
        expect(officialText(again.file.segments)).toBe(officialText(view.file.segments));
        expect(letters(again.file.source.text).length).toBeGreaterThanOrEqual(
          letters(view.file.source.text).length,
        );
        expect(formatted(again)).toBe(again.file.source.text);
      }),
      { numRuns: 200 },
    );
  });
});
