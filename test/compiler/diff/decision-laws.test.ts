import { array, assert, constantFrom, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { amendmentOf, applyAmendment } from "../../../compiler/diff/decision/index.ts";
import { withoutSpace } from "../../../language/index.ts";
import { draft, mutation, written } from "./decision-generator.ts";
import { comparisonOf } from "./decision-support.ts";

/** A regulation and what a few amendments made of it. */
const versions = tuple(draft, array(mutation, { minLength: 1, maxLength: 5 }), constantFrom("", "## ")).map(
  ([old, steps, mark]) => {
    const next = steps.reduce((made, step) => step(made), old);
    return [written(old, mark), written(next, mark)] as const;
  },
);

test("replaying the decision on the text in force gives the new text, and back", () => {
  assert(
    property(versions, (texts) => {
      for (const [left, right] of [texts, texts.toReversed()] as [string, string][]) {
        const decision = amendmentOf(comparisonOf(left, right));
        const { text, problems } = applyAmendment(left, decision);
        expect(problems).toEqual([]);
        expect(withoutSpace(text)).toBe(withoutSpace(right));
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("versions are amended 条 by 条, not replaced as a whole", () => {
  assert(
    property(versions, ([left, right]) => {
      const comparison = comparisonOf(left, right);
      if (comparison.relation === "documents") return;
      expect(amendmentOf(comparison)).not.toContain("全文修改为");
    }),
    { numRuns: 100, seed: 20_260_101 },
  );
}, 60_000);

test("the same text orders nothing", () => {
  assert(
    property(versions, ([left]) => {
      const decision = amendmentOf(comparisonOf(left, left));
      expect(decision).toContain("没有需要修改的内容");
      expect(applyAmendment(left, decision)).toEqual({ text: left, problems: [] });
    }),
    { numRuns: 20 },
  );
}, 60_000);
