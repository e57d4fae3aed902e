import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "../../../compiler/workspace.ts";
import { sampleText } from "./sample-policy.ts";

const BLOCKS = `【规则】退出
定点医药机构有下列情形之一的，纳入自然退出，依据「纳入自然退出范围」：
（一）年度医保业务量为0笔，依据「业务量极少」；
（二）有其他应当退出的情况，依据「等情况」，限「等情况」读法二。
【例外】公立
经营性质为公立的定点医药机构，不受退出限制。
【认定】管理类别
定点医药机构的管理类别，按照下列规定认定：
（一）公立定点医疗机构，为甲类，依据「定点医药机构」；
（二）其他的，为乙类。
【规则】覆盖
每个县区内应当至少有1家具有双通道资格的定点零售药店。
【规则】后五
定点医药机构业务排名位于后5％的，淘汰退出，但公立的除外。
【用例】没有业务
设定点医药机构「甲」：年度医保业务量为0笔，上次复核日期为2025年1月1日；
则「甲」退出成立，依据「业务量极少」。
【性质】业务越多越不退出
退出随年度医保业务量单调递减。
【断言】
3家加4家等于8家。
【完】
第二条　定点医药机构应当具备药品追溯码；不得骗保。
【规则】追溯码
定点零售药店应当具备药品追溯码，依据「应当具备药品追溯码」。
【说明】程序，依据「不得骗保」。`;

const visible = ({ program, diagnostics, model, coverage }: CompiledPolicy): unknown => ({
  program,
  diagnostics,
  coverage,
  uses: model.uses,
});

const compileText = (text: string, memo?: WorkspaceMemo): CompiledPolicy =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] }, memo);

/** A change at a place between 0 and 1 of the text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.constantFrom(
    "",
    "\n",
    "5",
    "医",
    "的",
    "，",
    "。",
    "等",
    "【完】\n",
    "\n【规则】新\n定点医药机构年度医保业务量为1笔的，限期整改。\n",
    "\n第三条　应当新增。\n",
    "\n【例外】退出的除外\n公立的定点医药机构，不受退出限制。\n",
    "\n【规则】没有业务\n公立的定点医药机构，限期整改。\n",
    "；\n（三）民营定点医疗机构，为丙类",
  ),
});

const applied = (
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
};

describe("compiling again after an edit", () => {
  test("gives what compiling afresh gives, whatever was edited", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const memo = createWorkspaceMemo();
        let text = sampleText(BLOCKS);
        compileText(text, memo);
        for (const change of edits) {
          text = applied(text, change);
          expect(visible(compileText(text, memo))).toEqual(visible(compileText(text)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("moves what stands behind an edited block, and shares what stands before it", () => {
    const memo = createWorkspaceMemo();
    const text = sampleText(BLOCKS);
    const before = compileText(text, memo);
    const after = compileText(text.replace("年度医保业务量为0笔", "年度医保业务量为100笔"), memo);
    const origins = (compiled: CompiledPolicy) =>
      compiled.program!.decisions.map(({ id, origin }) => [
        id,
        compiled.file.source.text.slice(origin.span.start, origin.span.end),
      ]);
    expect(origins(after).filter(([id]) => id !== "退出")).toEqual(
      origins(before).filter(([id]) => id !== "退出"),
    );
    for (const { origin } of after.program!.decisions) {
      for (const { quote, span } of origin.basis) {
        expect(after.file.source.text.slice(span.start, span.end).replaceAll(/\s/g, "")).toBe(
          quote.replaceAll(/\s/g, ""),
        );
      }
    }
  });

  const casesOf = ({ program }: CompiledPolicy) => program!.cases;

  test.each([
    ["an exception that they do not name", "【例外】另行规定\n公立的定点医药机构，不受后五限制。", true],
    ["a rule that they do not name", "【规则】另行规定\n公立的定点医药机构，限期整改。", true],
    ["a rule whose name stands in them", "【规则】没有业\n公立的定点医药机构，限期整改。", false],
  ])("%s leaves the 用例 as they were found, or has them looked at", (_, block, isKept) => {
    const memo = createWorkspaceMemo();
    const text = sampleText(BLOCKS);
    const before = casesOf(compileText(text, memo));
    expect(before.map(({ name }) => name)).toEqual(["没有业务"]);
    const longer = text.replace(/\n【完】\n$/u, `\n${block}\n【完】\n`);
    const after = compileText(longer, memo);
    expect(casesOf(after)[0] === before[0]).toBe(isKept);
    expect(visible(after)).toEqual(visible(compileText(longer)));
  });

  test("classes given on other conditions leave the 用例 as they were found", () => {
    const memo = createWorkspaceMemo();
    const text = sampleText(BLOCKS);
    const before = compileText(text, memo);
    // As long as it was, so that nothing is moved either.
    const edited = text.replace("公立定点医疗机构，为甲类", "民营定点医疗机构，为甲类");
    const after = compileText(edited, memo);
    expect(casesOf(after)[0]).toBe(casesOf(before)[0]);
    expect(visible(after)).toEqual(visible(compileText(edited)));
  });

  test("the two policies come out the same with a memo", () => {
    const folder = join(import.meta.dirname, "../../../policies");
    const read = (path: string) => ({ name: path, text: readFileSync(join(folder, path), "utf8") });
    const vocabularies = [read("vocabulary/医保定点.tiaowen")];
    for (const path of ["mudanjiang/2025-draft.tiaowen", "yangjiang/2025.tiaowen"]) {
      const policy = read(path);
      const memo = createWorkspaceMemo();
      compile(
        {
          policy: { ...policy, text: policy.text.replace("【理解】", "【说明】程序。\n【理解】") },
          vocabularies,
        },
        memo,
      );
      expect(visible(compile({ policy, vocabularies }, memo))).toEqual(
        visible(compile({ policy, vocabularies })),
      );
    }
  });
});
