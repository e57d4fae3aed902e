import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile, createFacts, evaluate, type Program } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";
import { rational } from "../../../language/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const AT = 20_454;

/** Everything that can be said of a record, as far as the rules below can tell records apart. */
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  机构类别: ["医院", "药店"].map((value) => ({ kind: "enumeration", value })),
  提出续签申请: [true, false].map((value) => ({ kind: "boolean", value })),
  具备追溯码: [true, false].map((value) => ({ kind: "boolean", value })),
  业务量: [5n, 10n, 15n, 20n, 25n].map((count) => ({ kind: "number", value: rational(count) })),
};

const WORDS: Readonly<Record<string, string>> = {
  机构类别: "机构类别为医院|机构类别为药店",
  提出续签申请: "提出续签申请|未提出续签申请",
  具备追溯码: "具备追溯码|未具备追溯码",
  业务量: "业务量低于10笔|业务量低于20笔|业务量超过10笔|业务量20笔以上",
};

const RECORDS = Object.entries(VALUES)
  .reduce<readonly (readonly (readonly [string, Value])[])[]>(
    (known, [field, values]) =>
      known.flatMap((facts) => values.map((value) => [...facts, [field, value] as const])),
    [[]],
  )
  .map((facts, index) => ({ object: "医药机构", id: `机构${index + 1}`, facts: new Map(facts), source: "" }));

const atom = fc.constantFrom(...Object.values(WORDS).flatMap((words) => words.split("|")));
const joined = (word: string, part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 2, maxLength: 2 }).map((parts) => parts.join(word));
const condition = fc.oneof(
  atom,
  joined("且", atom),
  joined("或者", atom),
  joined(
    "且",
    fc.oneof(
      atom,
      joined("或者", atom).map((words) => `（${words}）`),
    ),
  ),
);

const rule = fc.record({
  condition,
  modal: fc.constantFrom("应当", "不得", "可以", "原则上不得", ""),
  measure: fc.constantFrom("限期整改", "新增定点"),
  exception: fc.option(condition, { nil: null, freq: 2 }),
});

type Rule = typeof rule extends fc.Arbitrary<infer Each> ? Each : never;

const textOf = (rules: readonly Rule[]): string =>
  exampleFile(
    rules
      .map(
        ({ condition: when, modal, measure, exception }, index) =>
          `【规则】规则${index + 1}号\n医药机构${when}的，${modal}${measure}${exception === null ? "" : `，但${exception}的除外`}。`,
      )
      .join("\n"),
  );

/** For each rule, what it says of every record there can be. */
const statusesIn = (program: Program): ReadonlyMap<string, readonly string[]> => {
  const { outcomes } = evaluate(program, createFacts(RECORDS), { at: AT });
  return new Map(
    program.decisions.map(({ name }) => [
      name,
      RECORDS.map(({ id }) => outcomes.find((each) => each.rule === name && each.id === id)!.status),
    ]),
  );
};

const found = async (text: string): Promise<{ program: Program; findings: readonly AnalysisFinding[] }> => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  // 未A且B could be read in two ways, which the compiler does not take.
  fc.pre(compiled.program !== null);
  const checks = CHECKS.filter(({ catalogue }) =>
    Object.keys(catalogue).some((code) => /^(?:rule|condition|exception|fact)-/u.test(code)),
  );
  const analysis = await analysePolicy(compiled, {
    at: AT,
    limits: { steps: 100_000, milliseconds: 2000 },
    second: null,
    checks,
  });
  expect(analysis!.findings.filter(({ certainty }) => certainty === "undecided")).toEqual([]);
  return { program: compiled.program, findings: analysis!.findings };
};

const rulesOf = (findings: readonly AnalysisFinding[], code: string): readonly string[] =>
  findings
    .filter((each) => each.code.startsWith(code))
    .map(({ places }) => [...new Set(places.map((place) => `${place.rule}`))].sort(byText).join("和"))
    .toSorted(byText);

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

describe("what is found among rules is what trying every record finds", () => {
  const seen = { conflict: 0, duplicate: 0, never: 0, exception: 0, swallows: 0, irrelevant: 0, leftOut: 0 };
  const holds = (statuses: readonly string[], index: number): boolean => statuses[index] === "成立";

  test("on random policies", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 2, maxLength: 3 }), async (rules) => {
        const text = textOf(rules);
        const { program, findings } = await found(text);
        const statuses = statusesIn(program);
        const names = rules.map((_, index) => `规则${index + 1}号`);
        const of = (index: number): readonly string[] => statuses.get(names[index]!)!;
        const pairs = rules.flatMap((_, left) => rules.map((__, right) => [left, right] as const));
        const records = [...RECORDS.keys()];

        const conflicts = pairs.filter(([left, right]) => {
          const [one, other] = [rules[left]!, rules[right]!];
          if (one.measure !== other.measure || !/不得/u.test(other.modal) || /不得/u.test(one.modal))
            return false;
          return records.some((each) => holds(of(left), each) && holds(of(right), each));
        });
        const pairNames = (each: readonly (readonly [number, number])[]): readonly string[] =>
          each
            .map(([left, right]) => [names[left]!, names[right]!].toSorted(byText).join("和"))
            .toSorted(byText);
        expect(rulesOf(findings, "rule-conflict")).toEqual(pairNames(conflicts));
        seen.conflict += conflicts.length;

        const within = pairs.filter(([left, right]) => {
          const [one, other] = [rules[left]!, rules[right]!];
          return (
            left !== right &&
            one.measure === other.measure &&
            one.modal === other.modal &&
            records.some((each) => holds(of(left), each)) &&
            records.every((each) => !holds(of(left), each) || holds(of(right), each))
          );
        });
        const told = findings.filter(({ code }) => code === "rule-duplicate");
        for (const { places } of told)
          expect(within.map(([left, right]) => `${names[left]} ${names[right]}`)).toContain(
            places.map((place) => place.rule).join(" "),
          );
        expect(told.length > 0).toBe(within.length > 0);
        seen.duplicate += told.length;

        for (const [index, { exception, condition: when }] of rules.entries()) {
          const excepted = (each: number): boolean => of(index)[each] === "不适用";
          const based = records.filter((each) => of(index)[each] !== "不成立");
          const own = (code: string): readonly AnalysisFinding[] =>
            findings.filter((each) => each.code === code && each.places[0]!.rule === names[index]);
          const never = own("condition-never").filter(({ places }) => places[0]!.origin.words === when);
          expect(based.length > 0 || own("condition-never").length > 0).toBe(true);
          expect(based.length === 0 || never.length === 0).toBe(true);
          seen.never += never.length;
          const touches = based.some(excepted);
          expect(own("exception-never").length > 0).toBe(exception !== null && !touches);
          seen.exception += own("exception-never").length;
          const swallowed = based.length > 0 && based.every(excepted);
          expect(own("exception-swallows").length > 0).toBe(swallowed);
          seen.swallows += own("exception-swallows").length;
        }

        for (const { code, suggestions } of findings) {
          if (!code.startsWith("condition-")) continue;
          for (const { edits, isNeutral } of suggestions) {
            if (isNeutral !== true) continue;
            const edited = compile({
              policy: { name: "示例.tiaowen", text: withEdits(text, edits) },
              vocabularies: [],
            });
            expect(edited.program).not.toBeNull();
            // A rule that was struck decides nothing any more; every other decides as before.
            const after = [...statusesIn(edited.program!)];
            expect(after).toEqual([...statuses].filter(([rule]) => after.some(([left]) => left === rule)));
            expect(after.length).toBeGreaterThanOrEqual(statuses.size - 1);
            seen.leftOut += 1;
          }
        }

        for (const [field, values] of Object.entries(VALUES)) {
          const isRead = rules.some((each) =>
            WORDS[field]!.split("|").some((words) => `${each.condition}${each.exception}`.includes(words)),
          );
          const changes = RECORDS.some((record, one) =>
            RECORDS.some(
              (other, two) =>
                [...record.facts].every(
                  ([name, value]) => name === field || other.facts.get(name) === value,
                ) && rules.some((_, index) => of(index)[one] !== of(index)[two]),
            ),
          );
          const irrelevant = findings.some(
            ({ code, message }) => code === "fact-irrelevant" && message.includes(`“${field}”，`),
          );
          expect([field, values.length, irrelevant]).toEqual([field, values.length, isRead && !changes]);
          if (irrelevant) seen.irrelevant += 1;
        }
      }),
      { seed: 5, numRuns: 400 },
    );
    for (const [kind, count] of Object.entries(seen)) expect([kind, count > 3]).toEqual([kind, true]);
  });
});
