import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, smallWorld } from "../../../compiler/evaluate/index.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { Type } from "../../../compiler/model/type.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { rational } from "../../../language/index.ts";
import { randomSentence } from "./random-sentence.ts";
import { compileSample } from "./sample-policy.ts";

const AT = 20_200;
const IDS: Readonly<Record<string, readonly string[]>> = {
  统筹地区: ["市"],
  县区: ["东", "西"],
  定点医药机构: ["甲", "乙", "丙"],
  定点申请: ["申"],
};

const arbitraryValue = (type: Type): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case "boolean":
      return fc.boolean().map((value) => ({ kind: "boolean", value }));
    case "text":
      return fc.constant({ kind: "text", value: "名" });
    case "number":
      return fc
        .constantFrom(0, 1, 5, 10, 80)
        .map((value) => ({ kind: "number", value: type.share ? rational(value, 100) : rational(value) }));
    case "enumeration":
      return fc.constantFrom(...type.values).map((value) => ({ kind: "enumeration", value }));
    case "date":
      return fc.constantFrom(AT - 800, AT - 30, AT, AT + 5).map((value) => ({ kind: "date", value }));
    case "coordinate":
      return fc
        .constantFrom(111.98, 111.99)
        .map((longitude) => ({ kind: "coordinate", longitude, latitude: 21.86, system: type.system }));
    case "reference":
      return fc
        .constantFrom(...IDS[type.object]!)
        .map((id) => ({ kind: "reference", object: type.object, id }));
  }
};

const SCHEMA = compileSample("").program!.objects;

/** A few records of every object, a fifth of the facts unknown. */
const arbitraryRecords: fc.Arbitrary<readonly FactRecord[]> = fc.tuple(
  ...Object.entries(IDS).flatMap(([object, ids]) =>
    ids.map((id) => {
      const fields = [...SCHEMA.get(object)!.fields.values()];
      return fc
        .tuple(...fields.map((field) => fc.option(arbitraryValue(field.type), { freq: 4 })))
        .map((values): FactRecord => ({
          object,
          id,
          facts: new Map(
            fields.flatMap((field, index) => {
              const value = values[index];
              return value == null ? [] : [[field.name, value] as const];
            }),
          ),
          source: object,
        }));
    }),
  ),
);

const outcomes = (program: Program, records: readonly FactRecord[]): readonly string[] =>
  evaluate(program, smallWorld({ records }), { at: AT })
    .outcomes.map(({ rule, object, id, status, value, reasons }) =>
      JSON.stringify([rule, object, id, status, value, reasons]),
    )
    .sort();

describe("checked programs", () => {
  test("never fault, whatever the records", () => {
    let ran = 0;
    fc.assert(
      fc.property(randomSentence, arbitraryRecords, (sentence, records) => {
        const { program, diagnostics } = compileSample(`【规则】甲\n${sentence}`);
        expect(program === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
        if (program === null) return;
        ran += 1;
        evaluate(program, smallWorld({ records }), { at: AT });
      }),
      { numRuns: 600 },
    );
    // Most random sentences must be real ones, or the test shows nothing.
    expect(ran).toBeGreaterThan(150);
  });

  test("do not depend on the order of blocks", () => {
    fc.assert(
      fc.property(
        fc.array(
          randomSentence.filter((sentence) => compileSample(`【规则】甲\n${sentence}`).program !== null),
          { minLength: 2, maxLength: 5 },
        ),
        arbitraryRecords,
        fc.infiniteStream(fc.nat()),
        (sentences, records, random) => {
          const blocks = [
            ...sentences.map((sentence, index) => `【规则】规则${"甲乙丙丁戊"[index]}\n${sentence}`),
            "【例外】公立除外\n经营性质为公立的定点医药机构，不受规则甲限制。",
            "【定义】小机构\n小机构，是指年度医保业务量低于5笔的定点医药机构。",
            "【认定】类别\n定点医药机构的类别，按照下列规定认定：\n（一）小机构，为小；\n（二）其他的，为大。",
          ];
          const shuffled = blocks
            .map((block) => ({ block, at: random.next().value as number }))
            .sort((left, right) => left.at - right.at)
            .map(({ block }) => block);
          const first = compileSample(blocks.join("\n")).program;
          const second = compileSample(shuffled.join("\n")).program;
          expect(first).not.toBeNull();
          expect(second).not.toBeNull();
          expect(outcomes(second!, records)).toEqual(outcomes(first!, records));
        },
      ),
      { numRuns: 60 },
    );
  });
});
