import { describe, expect, test } from "vitest";
import { tiaowen, tiaowenJson } from "../support/tiaowen.ts";

const CITIES = ["policies/mudanjiang", "policies/yangjiang"] as const;

describe.each(CITIES)("%s", (city) => {
  test("verify: official text and provision paths equal the stored source", async () => {
    const result = await tiaowenJson<{ equal: boolean; sha256: string; differences: unknown[] }>(
      "verify",
      city,
    );
    expect(result).toMatchObject({ equal: true, differences: [] });
    expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await tiaowen("verify", city)).code).toBe(0);
  });

  test("coverage: nothing untreated, nothing 未转译, every normative clause covered", async () => {
    const result = await tiaowenJson<{
      provisions: number;
      coded: number;
      declared: number;
      untreated: number;
      list: { path: string; status: string }[];
      clauses: { normative: number; covered: number };
    }>("coverage", city);
    expect(result.untreated).toBe(0);
    expect(result.list.filter(({ status }) => status === "未转译" || status === "未处理")).toEqual([]);
    expect(result.coded + result.declared).toBe(result.provisions);
    expect(result.clauses.normative).toBeGreaterThan(15);
    expect(result.clauses.covered).toBe(result.clauses.normative);
    expect((await tiaowen("coverage", city)).code).toBe(0);
  });

  test("test: every case passes; rules, items and exceptions are all reached", async () => {
    const { code, output } = await tiaowen("test", city, "--coverage", "--threshold", "100");
    expect(output).toContain("100");
    expect(code, output).toBe(0);
  });
});

describe("lint on the real texts", () => {
  interface Finding {
    readonly code: string;
    readonly message: string;
    readonly severity: string;
    readonly line: number;
  }

  test("牡丹江: two 第七章, 资资源, six page cuts", async () => {
    const findings = await tiaowenJson<Finding[]>("lint", "policies/mudanjiang");
    expect(findings.some(({ message }) => message.includes("第七章"))).toBe(true);
    expect(findings.some(({ message }) => message.includes("资资源"))).toBe(true);
    const cuts = findings.filter(({ code }) => code.includes("cut"));
    expect(cuts).toHaveLength(6);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("阳江: 本意见 in a 指引, the bookmark residue, the 2.32万 claim", async () => {
    const findings = await tiaowenJson<Finding[]>("lint", "policies/yangjiang");
    expect(findings.some(({ message }) => message.includes("本意见"))).toBe(true);
    expect(findings.some(({ message }) => message.includes("_GoBack"))).toBe(true);
    expect(findings.some(({ message }) => message.includes("2.32"))).toBe(true);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("logical paragraphs of 牡丹江: 第五条 has 2 款, 第十三条 3, every other article 1", async () => {
  const { provisions, levels } = await tiaowenJson<{
    provisions: { path: string; label: string }[];
    levels: Record<string, number>;
  }>("structure", "policies/mudanjiang/source/mudanjiang-draft.txt");
  expect(levels["条"]).toBe(25);
  const paragraphs = (article: number): number =>
    provisions.filter(({ path }) => new RegExp(`^${article}\\.\\d+$`).test(path)).length;
  for (let article = 1; article <= 25; article += 1) {
    const expected = article === 5 ? 2 : article === 13 ? 3 : 1;
    expect(Math.max(paragraphs(article), 1), `第${article}条`).toBe(expected);
  }
});
