import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createPolicyAnalysis } from "../../../editor/worker/analysis/session.ts";
import type { PolicyTexts } from "../../../editor/worker/worker-api.ts";

const VOCABULARY = "policies/vocabulary/医保定点.tiaowen";
const PATH = "policies/mudanjiang/2025-draft.tiaowen";

const texts = (change = (text: string): string => text): PolicyTexts => ({
  path: PATH,
  text: change(readFileSync(PATH, "utf8")),
  vocabularies: [{ path: VOCABULARY, text: readFileSync(VOCABULARY, "utf8") }],
});

const withEdits = (
  text: string,
  edits: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly newText: string;
  }[],
): string =>
  [...edits]
    .sort((left, right) => right.span.start - left.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);

describe("the analysis of the page", () => {
  test("shows plain data, and an edit that was tried takes a finding away", async () => {
    const analysis = createPolicyAnalysis();
    const view = await analysis.analyse(texts(), 1, "2026-01-01");
    expect(structuredClone(view)).toEqual(view);
    const at = view!.findings.findIndex(({ code }) => code === "class-overlap");
    const card = view!.findings[at]!;
    expect(card.witness?.results[0]).toMatch(/^管理类别：冲突（/);
    expect(card.places.map(({ label }) => label)).toEqual(["第十八条", "第十八条"]);
    const suggestions = await analysis.suggestionsFor(1, at);
    expect(suggestions!.length).toBeGreaterThan(0);
    const after = await analysis.analyse(
      texts((text) => withEdits(text, suggestions![0]!.edits)),
      2,
      "2026-01-01",
    );
    expect(after!.findings.map(({ message }) => message)).not.toContain(card.message);
  });

  test("what a 不提示 of the policy answers for is told apart, with its reason", async () => {
    const analysis = createPolicyAnalysis();
    const before = (await analysis.analyse(texts(), 1, "2026-01-01"))!;
    const count = before.findings.filter(({ code }) => code === "class-gap").length;
    expect([count > 0, before.left]).toEqual([true, []]);
    const note = "【说明】不提示「class-gap」，理由：按例外另行核定。\n";
    const after = (await analysis.analyse(
      texts((text) => text.replace("【认定】管理类别", `${note}【认定】管理类别`)),
      2,
      "2026-01-01",
    ))!;
    expect(after.findings.filter(({ code }) => code === "class-gap")).toEqual([]);
    expect(after.left.map(({ label, reason }) => [label, reason])).toEqual(
      Array.from({ length: count }, () => ["第十八条", "按例外另行核定。"]),
    );
    // The numbers that edits are asked by are those of what is shown.
    const at = after.findings.findIndex(({ code }) => code === "class-overlap");
    const [first] = (await analysis.suggestionsFor(2, at))!;
    expect(first?.title).toContain("但");
  });

  test("a later call ends an earlier one, and old findings get no edits", async () => {
    const analysis = createPolicyAnalysis();
    const [first, second] = await Promise.all([
      analysis.analyse(texts(), 1, "2026-01-01"),
      analysis.analyse(texts(), 2, "2026-01-01"),
    ]);
    expect(first).toBeNull();
    expect(second?.version).toBe(2);
    expect(await analysis.suggestionsFor(1, 0)).toBeNull();
  });

  test("the values of an open parameter are tried on a register", async () => {
    const analysis = createPolicyAnalysis();
    const view = (await analysis.analyse(texts(), 1, "2025-06-01"))!;
    const at = view.findings.findIndex(({ parameter }) => parameter === "连续多次标准");
    // The page has no command line to send anybody to.
    expect(view.findings[at]?.message).toMatch(/可以在这里算出取值在哪里影响多少记录。$/u);
    expect(view.findings.filter(({ message }) => message.includes("--data"))).toEqual([]);
    const name = "定点医药机构.csv";
    const files = [{ name, bytes: readFileSync(`policies/mudanjiang/data/${name}`) }];
    const measured = (await analysis.measure(1, at, files, []))!;
    expect(structuredClone(measured)).toEqual(measured);
    expect(measured.message).toMatch(/^共有4处界限，经过时有59项结果随之变化。/u);
    expect(measured.steps.map(({ range }) => range)).toEqual(["0次以下", "1次", "2次", "3次", "4次以上"]);
    expect(measured.steps[1]).toEqual({
      range: "1次",
      results: ["成立17项、不成立42项、未知1项"],
      moved: 43,
    });
    expect(await analysis.measure(2, at, files, [])).toBeNull();
    expect(
      await analysis.measure(
        1,
        view.findings.findIndex(({ parameter }) => parameter === null),
        files,
        [],
      ),
    ).toBeNull();
  });

  test("rules with errors are said not to be analysed", async () => {
    const broken = texts((text) => text.replace("年度医保业务量为0笔，", "年度医保业务额为0笔，"));
    const view = await createPolicyAnalysis().analyse(broken, 1, "2026-01-01");
    expect(view?.notes.join("")).toContain("未能分析");
  });
});
