import { describe, expect, test } from "vitest";
import { suppressionFix } from "../../../compiler/ide/index.ts";
import type { CompiledPolicy } from "../../../compiler/pipeline.ts";
import { afterEdits, errorsOf } from "./tried.ts";
import { viewOf } from "./view.ts";

const TEXT = `【政策】
名称：示例办法。
【完】
第一条　本办法自印发之日起施行。
【说明】程序。
【完】
第三条　本办法由市医疗保障局解释。
`;

/** The text with the note, and what was written before and behind the cursor. */
const noted = (view: CompiledPolicy, code: string, start: number) => {
  const fix = suppressionFix(view, code, { start, end: start + 1 })!;
  const after = afterEdits(view, fix.edits);
  const { text } = after.file.source;
  return { after, text, before: text.slice(0, fix.cursor), behind: text.slice(fix.cursor) };
};

describe("不提示 with a reason to be written", () => {
  const view = viewOf(TEXT);

  test("stands under the provision, before what stands there already", () => {
    const { text, before, behind, after } = noted(view, "open-texture", TEXT.indexOf("本办法自"));
    expect(text).toContain(
      "第一条　本办法自印发之日起施行。\n【说明】不提示「open-texture」，理由：。\n【说明】程序。",
    );
    expect(before.endsWith("【说明】不提示「open-texture」，理由：")).toBe(true);
    expect(behind.startsWith("。")).toBe(true);
    expect(errorsOf(after)).toEqual([]);
  });

  test("for words of a block stands under the provision of the block", () => {
    const { text } = noted(view, "class-gap", TEXT.indexOf("【说明】") + 2);
    expect(text).toContain("施行。\n【说明】不提示「class-gap」，理由：。\n【说明】程序。");
  });

  test("begins a passage of its own where there is none", () => {
    const { text, after } = noted(view, "missing-number", TEXT.indexOf("第三条") + 1);
    expect(text.endsWith("解释。\n【说明】不提示「missing-number」，理由：。\n【完】\n")).toBe(true);
    expect(errorsOf(after)).toEqual([]);
  });

  test("before the first provision stands for the whole file, and a file without any place gets none", () => {
    const { text } = noted(view, "policy-without-date", TEXT.indexOf("名称"));
    expect(text).toContain(
      "名称：示例办法。\n【说明】不提示「policy-without-date」，理由：。\n【完】\n第一条",
    );
    expect(suppressionFix(viewOf(""), "class-gap", { start: 0, end: 0 })).toBeNull();
  });

  test("counts once its reason is written", () => {
    const found = view.diagnostics.find(({ code }) => code === "missing-number")!;
    const { before, behind, after } = noted(view, "missing-number", found.span.start);
    const codes = ({ diagnostics }: CompiledPolicy): readonly string[] => diagnostics.map(({ code }) => code);
    expect(codes(after)).toContain("missing-number");
    expect(codes(after)).toContain("suppression-without-reason");
    const written = viewOf(`${before}第二条已经公告删除，序号保留${behind}`);
    expect(codes(written)).not.toContain("missing-number");
    expect(codes(written)).not.toContain("suppression-without-reason");
  });
});
