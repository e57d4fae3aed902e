import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../compiler/evaluate/evaluate.ts";
import { explain } from "../../compiler/evaluate/explain/explain.ts";
import { smallWorld } from "../../compiler/evaluate/small-world.ts";
import type { Decision } from "../../compiler/model/ir.ts";
import type { Explanation, Outcome, Step, Truth } from "../../compiler/model/outcome.ts";
import { arbitraryScenario } from "../generators/program.ts";

/** What the parts below the root say, put together again without the interpreter. */
const statusFromParts = (decision: Decision, step: Step): string | null => {
  const of = (kind: Step["kind"]): Truth["kind"][] =>
    step.steps.filter((each) => each.kind === kind).map((each) => each.truth!.kind);
  const last = step.steps.at(-1);
  switch (decision.kind) {
    case "measure": {
      const [subject = "true"] = of("subject");
      const base = step.steps.find((each) => each.kind !== "subject" && each.kind !== "exception")!.truth!
        .kind;
      if (subject === "false") return "不适用";
      if (base === "false") return subject === "true" ? "不成立" : "不定";
      if (of("exception").includes("true")) return "不适用";
      return [subject, base, ...of("exception")].includes("indeterminate") ? "不定" : "成立";
    }
    case "requirement": {
      if (of("subject").includes("false") || of("exception").includes("true")) return "不适用";
      if ([...of("subject"), ...of("exception")].includes("indeterminate")) return "不定";
      return { true: "符合", false: "不符合", indeterminate: "不定" }[last!.truth!.kind];
    }
    case "definition":
      return { true: "成立", false: "不成立", indeterminate: "不定" }[last!.truth!.kind];
    case "classification":
    case "indicator":
    case "ranking":
      return null;
  }
};

const undecided = (status: string): string => (status === "未知" || status === "需裁量" ? "不定" : status);

const everyStep = (step: Step): readonly Step[] => [step, ...step.steps.flatMap(everyStep)];

describe("explanations of random results", () => {
  test("the tree says what the outcome says, from the root down", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const facts = smallWorld(world);
        for (const outcome of evaluate(program, facts, { at }).outcomes) {
          const decision = program.decisions.find((each) => each.id === outcome.decision)!;
          const told = explain(
            program,
            facts,
            { at },
            { object: outcome.object, id: outcome.id, decision: decision.id },
          )!;
          expect(told.outcome).toEqual(outcome);
          expect(told.step.value).toBe(outcome.value ?? outcome.status);
          const expected = undecided(outcome.status);
          expect(statusFromParts(decision, told.step) ?? expected).toBe(expected);
          checkNearest(program, told, outcome);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("sentences are whole and hold no empty name", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const facts = smallWorld(world);
        const [decision] = program.decisions;
        for (const { object, id } of facts.records(decision!.object)) {
          const told = explain(program, facts, { at }, { object, id, decision: decision!.id })!;
          for (const sentence of [
            ...told.summary,
            ...everyStep(told.step).flatMap((step) => step.note ?? []),
          ]) {
            expect(sentence).toMatch(/[。）]$/);
            expect(sentence).not.toMatch(/undefined|null|NaN|“”|。。/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const checkNearest = (
  program: Parameters<typeof evaluate>[0],
  { nearest }: Explanation,
  outcome: Outcome,
): void => {
  if (nearest === null) return;
  expect(outcome.reasons).toEqual([]);
  expect(nearest.changes.length).toBeLessThanOrEqual(3);
  expect([nearest.status, nearest.value]).not.toEqual([outcome.status, outcome.value]);
  for (const change of nearest.changes) {
    expect(program.objects.get(change.object)!.fields.has(change.field)).toBe(true);
    expect(change.from).not.toBe(change.to);
  }
};
