import { describe, expect, test } from "vitest";
import { alwaysInForce, sampleDifference } from "../../../compiler/analyse/witness/index.ts";
import { runCases } from "../../../compiler/evaluate/index.ts";
import {
  compile,
  createWorkspaceMemo,
  type CompiledPolicy,
  type WorkspaceMemo,
} from "../../../compiler/index.ts";
import type { Case, Program } from "../../../compiler/model/ir.ts";
import type { PlacedChange } from "../../../compiler/model/mutation.ts";
import { DEFAULT_LIMITS, mutate } from "../../../compiler/mutate/index.ts";
import { openWorkshop } from "../../../compiler/mutate/mutants.ts";
import { cityPolicies, examplePolicies, type ComparedPolicy } from "../../support/compared-policies.ts";
import { PATIENCE, TIMES } from "../../support/long-run.ts";
import { writtenPolicies } from "../../support/written-policies.ts";

const compiled = ({
  name,
  text,
  vocabularies,
}: ComparedPolicy): CompiledPolicy & { readonly program: Program } => {
  const found = compile({ policy: { name, text }, vocabularies });
  return { ...found, program: found.program! };
};

/** What a witness says, read as part of the policy that it is pasted into. */
const pasted = (policy: ComparedPolicy, witness: string, memo: WorkspaceMemo): Case => {
  const sources = {
    policy: { name: policy.name, text: `${policy.text}\n${witness}` },
    vocabularies: policy.vocabularies,
  };
  const { program, diagnostics } = compile(sources, memo);
  expect(
    diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
    witness,
  ).toEqual([]);
  return program!.cases.at(-1)!;
};

const passes = (program: Program, scenario: Case): boolean =>
  runCases({ ...program, cases: [scenario] }).cases[0]!.passed;

const keyOf = ({ line, operator, before, after }: PlacedChange): string =>
  [line, operator, before, after].join(" ");

/** Decisions that samples show to come out otherwise, for changes that were proved to change nothing. */
const differencesBySample = (original: Program, changed: Program): readonly string[] =>
  original.decisions.flatMap((decision) => {
    const other = changed.decisions.find(({ id }) => id === decision.id) ?? null;
    const answer = sampleDifference(
      {
        left: { program: alwaysInForce(original), decision },
        right: { program: alwaysInForce(changed), decision: other },
        at: 20_454,
        wanted: (left, right) => left.status !== right.status || left.value !== right.value,
        focus: [],
        keepParameters: false,
      },
      7,
      100,
    );
    return answer.kind === "found" ? [decision.id] : [];
  });

/** A part of what a long policy has; the long form takes all of it. */
const shareOf = (count: number) => ({ every: Math.max(1, Math.ceil(count / (60 * TIMES))), rest: 0 });

/** These policies come without 用例: every change that makes a difference needs a witness. */
describe("a witness holds in the policy and fails where it is changed", () => {
  test.each([...cityPolicies, ...writtenPolicies, ...examplePolicies])(
    "$name",
    { timeout: PATIENCE },
    async (policy) => {
      const original = compiled(policy);
      const workshop = openWorkshop(original, original.program);
      const changed = new Map<string, Program[]>();
      const share = shareOf(workshop.candidates.length);
      const asked = workshop.candidates.filter((_, index) => index % share.every === share.rest);
      for (const candidate of asked) {
        const made = workshop.make(candidate);
        if (made.kind !== "made") continue;
        const key = keyOf(workshop.tell(candidate, made.edits));
        changed.set(key, [...(changed.get(key) ?? []), made.mutant.program]);
      }
      const report = await mutate(original, {
        limits: DEFAULT_LIMITS,
        second: null,
        share,
      });
      const memo = createWorkspaceMemo();
      for (const survivor of report.survivors) {
        if (survivor.witness === null) continue;
        const scenario = pasted(policy, survivor.witness, memo);
        expect(passes(original.program, scenario), survivor.witness).toBe(true);
        const programs = changed.get(keyOf(survivor)) ?? [];
        expect(
          programs.map((program) => passes(program, scenario)),
          `${keyOf(survivor)}\n${survivor.witness}`,
        ).toContain(false);
      }
      for (const equivalent of report.equivalent)
        for (const program of changed.get(keyOf(equivalent)) ?? [])
          expect(differencesBySample(original.program, program), keyOf(equivalent)).toEqual([]);
      const shown = report.survivors.filter(({ witness }) => witness !== null);
      // Nearly every change that makes a difference can be shown in the language.
      expect(shown.length).toBeGreaterThanOrEqual(Math.floor(0.75 * report.survivors.length));
    },
  );
});
