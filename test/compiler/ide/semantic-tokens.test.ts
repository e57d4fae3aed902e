import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyView } from "../../../compiler/ide/index.ts";
import { applyEdits, edits, policyLikeText } from "../../generators/policy-text.ts";
import { cityViews, mudanjiangView } from "./city-views.ts";
import { shownTokens, viewOf } from "./view.ts";

const POLICY = `【政策】示例
名称：示例办法。
【对象】医药机构
业务量：整数（笔，出处「第一条」）；
机构类别：医院、药店；
所在县区：县区；
具备追溯码：是否。
【对象】县区
常住人口：整数（人）。
【参数】业务量标准
单位为笔，由未明确确定。
【措施】
纳入退出。
【完】
第一条　医药机构业务量过少的，应当纳入退出。
【说明】程序，依据「应当纳入退出」。
【规则】退出
医药机构有下列情形之一的，应当纳入退出，依据「业务量过少」：
（一）业务量低于业务量标准；
（二）业务量为1,000笔且未具备追溯码。
【例外】大县
所在县区的常住人口超过100万人的医院，不受第一条限制。
【用例】没有业务
设基准日为2025年1月24日；
设医药机构「甲」：业务量为0笔；
则「甲」退出成立。
【完】
`;

const kindsIn = (view: PolicyView, line: string): readonly string[] => {
  const number = view.file.source.text.split("\n").indexOf(line);
  return shownTokens(view)
    .filter((token) => token.line === number)
    .map(({ kind, text }) => `${text} ${kind}`);
};

describe("the colours of words", () => {
  const view = viewOf(POLICY);

  test("of declarations", () => {
    expect(kindsIn(view, "业务量：整数（笔，出处「第一条」）；")).toEqual([
      "业务量 field",
      "整数 statement",
      "笔 unit",
    ]);
    expect(kindsIn(view, "机构类别：医院、药店；")).toEqual(["机构类别 field", "医院 value", "药店 value"]);
    expect(kindsIn(view, "所在县区：县区；")).toEqual(["所在县区 field", "县区 object"]);
    expect(kindsIn(view, "纳入退出。")).toEqual(["纳入退出 measure"]);
    expect(kindsIn(view, "【参数】业务量标准")).toEqual(["【参数】 blockHeader", "业务量标准 parameter"]);
    expect(kindsIn(view, "【说明】程序，依据「应当纳入退出」。")).toEqual([
      "【说明】 blockHeader",
      "程序 statement",
      "应当纳入退出 quote",
    ]);
  });

  test("of rules, exceptions and cases", () => {
    expect(kindsIn(view, "医药机构有下列情形之一的，应当纳入退出，依据「业务量过少」：")).toEqual([
      "医药机构 object",
      "有下列情形之一 list",
      "的 connective",
      "应当 modal",
      "纳入退出 measure",
      "依据 statement",
      "「业务量过少」 quote",
    ]);
    expect(kindsIn(view, "（一）业务量低于业务量标准；")).toEqual([
      "（一） marker",
      "业务量 field",
      "低于 bound",
      "业务量标准 parameter",
    ]);
    expect(kindsIn(view, "（二）业务量为1,000笔且未具备追溯码。")).toEqual([
      "（二） marker",
      "业务量 field",
      "为 condition",
      "1,000 number",
      "笔 unit",
      "且 connective",
      "未 condition",
      "具备追溯码 field",
    ]);
    expect(kindsIn(view, "所在县区的常住人口超过100万人的医院，不受第一条限制。")).toEqual([
      "所在县区 field",
      "的 connective",
      "常住人口 field",
      "超过 bound",
      "100万 number",
      "人 unit",
      "的 connective",
      "医院 value",
      "不受 statement",
      "第一条 citation",
      "限制 statement",
    ]);
    expect(kindsIn(view, "则「甲」退出成立。")).toEqual([
      "则 scenario",
      "「甲」 quote",
      "退出 rule",
      "成立 result",
    ]);
    expect(kindsIn(view, "【完】")).toEqual(["【完】 blockHeader"]);
    expect(kindsIn(view, "第一条　医药机构业务量过少的，应当纳入退出。")).toEqual([]);
  });

  test("of a sentence that cannot be read, word by word", () => {
    const broken = viewOf(POLICY.replace("业务量低于业务量标准；", "业务量低于；"));
    expect(kindsIn(broken, "（一）业务量低于；")).toEqual(["（一） marker", "业务量 field", "低于 bound"]);
  });

  test("of the same words after text was put above them", () => {
    const moved = viewOf(POLICY.replace("第一条　", "第一条　为了管理，"));
    expect(kindsIn(moved, "（一）业务量低于业务量标准；")).toEqual(
      kindsIn(view, "（一）业务量低于业务量标准；"),
    );
  });

  test("of the cities: hardly any name is left without one", () => {
    const kinds = new Map<string, number>();
    for (const { kind } of shownTokens(mudanjiangView)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const kind of [
      "object",
      "field",
      "value",
      "parameter",
      "measure",
      "rule",
      "classification",
      "ranking",
    ])
      expect([kind, (kinds.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  });
});

describe("the tokens", () => {
  /** Tokens that overlap the one before, are empty, or reach over their line. */
  const unsound = (view: PolicyView): readonly string[] => {
    const lines = view.file.source.text.split("\n");
    let reached = { line: 0, column: 0 };
    return shownTokens(view).flatMap(({ line, column, length, text }) => {
      const isBehind = line > reached.line || (line === reached.line && column >= reached.column);
      const isInside = length > 0 && column + length <= lines[line]!.length && text.trim() === text;
      reached = { line, column: column + length };
      return isBehind && isInside ? [] : [`${line}:${column} ${text}`];
    });
  };

  test("stand in order, apart and inside their lines in the cities", () => {
    for (const view of cityViews) expect(unsound(view)).toEqual([]);
  });

  test("and in any text, cut off or mixed up", () => {
    fc.assert(
      fc.property(
        policyLikeText,
        (text) => void expect(unsound(viewOf(`【政策】\n名称：试。\n【完】\n${text}`))).toEqual([]),
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(edits, fc.double({ min: 0, max: 1, noNaN: true }), (changes, share) => {
        const text = applyEdits(POLICY, changes);
        expect(unsound(viewOf(text.slice(0, Math.ceil(share * text.length))))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        (text) => void expect(unsound(viewOf(`【政策】\n【完】\n【规则】甲\n${text}`))).toEqual([]),
      ),
      { numRuns: 150 },
    );
  });
});
