import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alwaysInForce } from "../../../compiler/analyse/witness/index.ts";
import { impactOf } from "../../../compiler/diff/impact.ts";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import { evaluate, smallWorld } from "../../../compiler/evaluate/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { arbitraryScenario } from "../../generators/program.ts";
import { MUTATIONS, mutated } from "./rule-mutations.ts";

/** Statuses and classes of the interpreter, by decision, object and record. */
const resultsOf = (program: Program, facts: ReturnType<typeof smallWorld>, at: number) =>
  new Map(
    evaluate(alwaysInForce(program), facts, { at }).outcomes.map(
      ({ decision, object, id, status, value }) => [
        JSON.stringify([decision, object, id]),
        JSON.stringify([status, value]),
      ],
    ),
  );

const ORDERS: ReadonlySet<string> = new Set(["modality", "measure"]);

test("one thing changed in a random program: who changes is what the interpreter says, and is explained", () => {
  let changed = 0;
  fc.assert(
    fc.property(arbitraryScenario(), fc.constantFrom(...MUTATIONS), fc.nat(20), (scenario, mutation, way) => {
      const { program: left, world, at } = scenario;
      const right = mutated(left, mutation, way);
      fc.pre(right !== null);
      const facts = smallWorld(world);
      const rules = compareRules(left, right, []);
      const impact = impactOf({ program: left, facts }, { program: right, facts }, rules, at);
      const told = new Set<string>();
      for (const change of impact.changes) {
        expect(change.because.length, `${mutation.name}: ${change.from} → ${change.to}`).toBeGreaterThan(0);
        for (const id of change.records) told.add(JSON.stringify([change.left?.name, change.object, id]));
      }
      const wrong: string[] = [];
      const [before, after] = [resultsOf(left, facts, at), resultsOf(right, facts, at)];
      for (const { left: one, right: other } of rules.pairs) {
        if (one === null || other === null || one.kind === "definition") continue;
        for (const record of facts.records(one.object)) {
          const key = JSON.stringify([one.id, one.object, record.id]);
          const differs = before.get(key) !== after.get(JSON.stringify([other.id, other.object, record.id]));
          if (differs) changed += 1;
          // The same status of another order is told as well.
          if (differs !== told.has(key) && (differs || !ORDERS.has(mutation.kind))) wrong.push(key);
        }
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(changed).toBeGreaterThan(30);
}, 120_000);
