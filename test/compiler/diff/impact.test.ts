import { describe, expect, test } from "vitest";
import {
  compare,
  compile,
  evaluate,
  loadFacts,
  mirror,
  readDay,
  type CompiledPolicy,
  type Comparison,
  type Outcome,
} from "../../../compiler/index.ts";
import { MUTATIONS, POLICY, replaced } from "./compare-sample.ts";

const DAY = readDay("2025-06-01")!;
const COUNTIES = ["东县", "西县"];
const TYPES = ["医院", "药店", "诊所", ""];

/** Every kind of record around the limits, with and without its facts. */
const REGISTER = (() => {
  const rows: string[] = [];
  for (const volume of ["99", "100", "150", "200", ""]) {
    for (const score of ["59", "60", "65", ""]) {
      const at = rows.length;
      for (const yes of ["是", "否", ""]) {
        rows.push(
          `${String(rows.length).padStart(3, "0")},${COUNTIES[(at + rows.length) % 2]},${TYPES[rows.length % 4]},${volume},${score},${yes},${rows.length % 5 === 0 ? "否" : "是"},${rows.length % 7 === 0 ? "" : "否"}`,
        );
      }
    }
  }
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    { name: "县区.csv", bytes: bytes("编号,名称\n东县,东县\n西县,西县\n") },
    {
      name: "机构.csv",
      bytes: bytes(`编号,所在县区,类型,业务量,评分,重点项目,已公示,有特殊情形\n${rows.join("\n")}\n`),
    },
  ];
})();

const compiled = (text: string): CompiledPolicy => {
  const found = compile({ policy: { name: "p.tiaowen", text }, vocabularies: [] });
  expect(found.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return found;
};

const factsOf = ({ program }: CompiledPolicy) => {
  const { facts, dataErrors } = loadFacts(program!, REGISTER);
  expect(dataErrors).toEqual([]);
  return facts;
};

const compared = (before: string, after: string): Promise<Comparison> => {
  const [left, right] = [compiled(before), compiled(after)];
  return compare(
    { file: left.file.source, compiled: left, facts: factsOf(left) },
    { file: right.file.source, compiled: right, facts: factsOf(right) },
    { at: DAY, behaviour: false },
  );
};

/** What the interpreter says of every record, by rule. */
const resultsOf = (text: string): ReadonlyMap<string, Outcome> => {
  const policy = compiled(text);
  const { outcomes } = evaluate(policy.program!, factsOf(policy), { at: DAY });
  return new Map(outcomes.map((outcome) => [`${outcome.rule} ${outcome.id}`, outcome]));
};

describe("whose results change", () => {
  test.each(MUTATIONS)("by %s", async (_, after, expected) => {
    const { impact, rules } = await compared(POLICY, after);
    const transitions = impact!.changes.map(({ from, to }) => `${from} → ${to}`);
    for (const each of expected) expect(transitions).toContain(each);
    for (const { because, count, records, groups } of impact!.changes) {
      expect(because.length).toBeGreaterThan(0);
      for (const index of because) expect(rules[index]!.severity).not.toBe("wording");
      expect(records).toEqual([...new Set(records)].toSorted());
      expect(records).toHaveLength(count);
      for (const { counts } of groups) expect(counts.reduce((sum, each) => sum + each.count, 0)).toBe(count);
    }
  });

  test.each(MUTATIONS)("by %s is what the interpreter says of each record", async (_, after) => {
    const { impact } = await compared(POLICY, after);
    const told = new Set(
      impact!.changes.flatMap(({ rule, records }) =>
        records.map((id) => `${rule.replace(/：.*$/u, "")} ${id}`),
      ),
    );
    const [before, now] = [resultsOf(POLICY), resultsOf(after)];
    const differ = new Set<string>();
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const [one, other] = [before.get(key), now.get(key)];
      if (one === undefined || other === undefined) {
        const { status } = (one ?? other)!;
        if (status !== "不成立" && status !== "不适用" && status !== "符合") differ.add(key);
      } else if (
        one.status !== other.status ||
        one.value !== other.value ||
        (one.status === "成立" && one.modality !== other.modality) ||
        (one.status === "不符合" && one.modality !== other.modality)
      ) {
        differ.add(key);
      }
    }
    expect(differ.size).toBeGreaterThan(0);
    expect([...told].toSorted()).toEqual([...differ].toSorted());
  });

  test("is nobody where only words change", async () => {
    const { impact, rules } = await compared(POLICY, replaced("机构应当已公示", "机构必须已公示"));
    expect(rules.map(({ severity }) => severity)).toEqual(["wording"]);
    expect(impact!.changes).toEqual([]);
    expect(impact!.unchangedRules).toHaveLength(4);
  });

  test("is told apart where a result is open, and by county and type", async () => {
    const { impact } = await compared(POLICY, replaced("业务量低于100笔", "业务量低于200笔"));
    expect(impact!.records).toEqual({ 机构: 60 });
    const [first] = impact!.changes;
    expect(first).toMatchObject({ from: "不成立", to: "成立", undecided: false });
    expect(first!.groups.map(({ field }) => field)).toEqual(["所在县区", "类型"]);
    for (const change of impact!.changes)
      expect(change.undecided).toBe([change.from, change.to].some((each) => /未知|需裁量/u.test(each)));
  });

  test("is the same from the other side", async () => {
    for (const [, after] of MUTATIONS) {
      const there = await compared(POLICY, after);
      const back = await compared(after, POLICY);
      const turned = mirror(there);
      const keyOf = ({ rule, from, to, records }: NonNullable<Comparison["impact"]>["changes"][number]) =>
        JSON.stringify([rule, from, to, records]);
      expect(turned.impact!.changes.map(keyOf).toSorted()).toEqual(
        back.impact!.changes.map(keyOf).toSorted(),
      );
      expect(turned.impact!.unchangedRules).toEqual(back.impact!.unchangedRules);
    }
  });

  test("does not hang on the day on which a document enters into force", async () => {
    const draft = replaced("施行：2025年1月1日", "施行：2030年1月1日").replace("低于100笔；", "低于200笔；");
    const { impact } = await compared(POLICY, draft);
    expect(impact!.changes.map(({ from, to }) => `${from} → ${to}`)).toContain("不成立 → 成立");
    expect(impact!.unchangedRules).toHaveLength(3);
  });

  test("is not told without data", async () => {
    const left = compiled(POLICY);
    const found = await compare(
      { file: left.file.source, compiled: left },
      { file: left.file.source, compiled: left },
      { at: DAY },
    );
    expect(found.impact).toBeNull();
  });
});
