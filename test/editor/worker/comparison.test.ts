import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createComparison, type ComparisonSession } from "../../../editor/worker/comparison/session.ts";
import { limitsFrom } from "../../../editor/worker/comparison/limits.ts";
import type { ComparedTexts, Comparison, PolicyTexts } from "../../../editor/worker/worker-api.ts";
import { mudanjiang, yangjiang, type City } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";
import { POLICY, replaced } from "../../compiler/diff/compare-sample.ts";

const VOCABULARY = "policies/vocabulary/医保定点.tiaowen";

const textsOf = ({ policy }: City): PolicyTexts => ({
  path: policy.name,
  text: policy.text,
  vocabularies: [{ path: VOCABULARY, text: readFileSync(join(projectFolder, VOCABULARY), "utf8") }],
});

const plain = (path: string, text: string): PolicyTexts => ({ path, text, vocabularies: [] });

const pair = (left: PolicyTexts, right: PolicyTexts, more: Partial<ComparedTexts> = {}): ComparedTexts => ({
  left,
  right,
  leftData: [],
  rightData: [],
  at: "2025-06-01",
  second: false,
  ...more,
});

const small = (text: string, more: Partial<ComparedTexts> = {}): ComparedTexts =>
  pair(plain("甲.tiaowen", POLICY), plain("乙.tiaowen", text), more);

const csv = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe("two cities", () => {
  let session: ComparisonSession;
  let found: Comparison;
  const told: (readonly [number, number, string])[] = [];

  beforeAll(async () => {
    const folder = join(projectFolder, "policies/yangjiang/data");
    const leftData = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    session = createComparison();
    found = await session.compare(pair(textsOf(mudanjiang), textsOf(yangjiang), { leftData }), (...step) => {
      told.push(step);
    });
  }, 60_000);

  test("words, rules, behaviour and, on the register of one side, the impact", () => {
    expect(found.provisions.length).toBeGreaterThan(20);
    expect(found.behaviour.map(({ verdict }) => verdict)).toContain("looser");
    expect(found.impact!.changes.length).toBeGreaterThan(0);
    expect(found.notes).toContain("所用数据为合成数据。");
  });

  test("progress goes up to the end", () => {
    const done = told.filter(([, , words]) => words === "比较规则效果").map(([step]) => step);
    expect(done).toEqual(done.toSorted((left, right) => left - right));
    expect(told.at(-1)!.slice(0, 2)).toEqual([found.behaviour.length, found.behaviour.length]);
  });

  test("each format is a file of its own kind with a name that a system takes", async () => {
    const begins = { docx: "PK", html: "<!DOCTYPE html>", md: "# ", json: "{" } as const;
    for (const format of ["docx", "html", "md", "json"] as const) {
      const file = await session.exportComparison(format);
      expect(file.name).toMatch(new RegExp(`^[^\\\\/:*?"<>|]+\\.${format}$`, "u"));
      expect(new TextDecoder("latin1").decode(file.bytes.slice(0, 20)).startsWith(begins[format])).toBe(true);
      expect(file.type).not.toBe("");
    }
  });
});

describe("comparing in the page", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("a file without rules is compared by its words", async () => {
    const found = await createComparison().compare(
      pair(
        plain("甲.txt", "办法\n\n第一条　甲。\n第二条　乙。\n"),
        plain("乙.txt", "办法\n\n第一条　甲。\n第二条　丙。\n"),
      ),
      () => {},
    );
    expect([found.behaviour, found.impact]).toEqual([[], null]);
    expect(found.provisions.length).toBeGreaterThan(0);
  });

  test("errors of the data are told once, where both sides read the same file", async () => {
    const data = [csv("机构.csv", "编号,名称,业务量\nJ1,甲,五百笔多\n"), csv("说明.txt", "合成数据")];
    const { notes } = await createComparison().compare(
      small(replaced("业务量低于100笔", "业务量低于200笔"), { leftData: data }),
      () => {},
    );
    expect(notes.filter((note) => note.includes("五百笔多"))).toHaveLength(1);
    expect(notes).toContain("所用数据为合成数据。");
  });

  test("data that cannot be judged and a day that is none are told", async () => {
    const { notes, impact } = await createComparison().compare(
      small(POLICY, { at: "2025-13-01", rightData: [csv("机构.csv", "编号\nJ1\n")] }),
      () => {},
    );
    expect(impact).toBeNull();
    expect(notes.join("")).toContain("基准日“2025-13-01”不是有效日期");
    expect(notes.join("")).toContain("没有计算对现有记录的影响");
  });

  test("without shared memory the second solver is not started, and that is said", async () => {
    vi.stubGlobal("crossOriginIsolated", false);
    const changed = replaced("业务量低于100笔", "业务量低于200笔");
    const { notes, behaviour } = await createComparison().compare(small(changed, { second: true }), () => {});
    expect(notes).toContain(
      "当前网页没有取得第二求解程序所需的共享内存，规则效果仅由本程序自身的判定方法判定。",
    );
    expect(behaviour.find(({ about }) => about.includes("低量暂停"))!.verdict).not.toBe("undecided");
  });

  test("nothing can be written before something was compared", async () => {
    await expect(createComparison().exportComparison("docx")).rejects.toThrow("请先比较");
  });

  test("the limits become narrow when the time is over", () => {
    let now = 0;
    const limits = limitsFrom(0, () => now);
    const full = limits.steps;
    now = 16_000;
    expect(limits.isOver()).toBe(true);
    expect(limits.steps).toBeLessThan(full / 10);
    expect(limits.milliseconds).toBeLessThan(1000);
  });
});
