import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ruleImpossible } from "../../../compiler/analyse/checks/rule-impossible.ts";
import { analyse } from "../../../compiler/analyse/analyse.ts";
import { compile, createFacts, evaluate } from "../../../compiler/index.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { rational } from "../../../language/index.ts";

const AT = 20_454;

/** Every record that the rules below can tell apart. */
const RECORDS = ["医院", "药店"].flatMap((value) =>
  [true, false].flatMap((code) =>
    [5n, 10n, 15n, 20n, 25n].map((count) => ({
      object: "医药机构",
      id: `${value}${code ? "有" : "无"}${count}`,
      facts: new Map<string, Value>([
        ["机构类别", { kind: "enumeration", value }],
        ["具备追溯码", { kind: "boolean", value: code }],
        ["业务量", { kind: "number", value: rational(count) }],
      ]),
      source: "",
    })),
  ),
);

const clause = fc.constantFrom(
  "机构类别为医院",
  "机构类别为药店",
  "具备追溯码",
  "未具备追溯码",
  "业务量低于10笔",
  "业务量低于20笔",
  "业务量超过10笔",
  "业务量20笔以上",
);
const duty = fc.record({
  when: clause,
  modal: fc.constantFrom("应当", "不得"),
  content: fc.oneof(
    clause,
    fc.tuple(clause, clause).map((parts) => `（${parts.join("或者")}）`),
  ),
});

test("two duties are told exactly where no record of all there can be follows both, and each can be followed", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(duty, duty, async (first, second) => {
      const text = exampleFile(
        [first, second]
          .map(
            ({ when, modal, content }, index) =>
              `【规则】要求${index + 1}\n医药机构${when}的，${modal}${content}。`,
          )
          .join("\n"),
      );
      const { program } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
      // 未A且B could be read in two ways, which the compiler does not take.
      if (program === null) return;
      const { outcomes } = evaluate(program, createFacts(RECORDS), { at: AT });
      const pairs = RECORDS.map(({ id }) =>
        ["要求1", "要求2"].map(
          (rule) => outcomes.find((each) => each.rule === rule && each.id === id)!.status,
        ),
      ).filter(([one, other]) => one !== "不适用" && other !== "不适用");
      const some = (one: string, other: string): boolean =>
        pairs.some(([left, right]) => left === one && right === other);
      const expected = !some("符合", "符合") && some("符合", "不符合") && some("不符合", "符合");
      const limits = { steps: 100_000, milliseconds: 2000 };
      const analysis = await analyse(program, { at: AT, limits, second: null, checks: [ruleImpossible] });
      expect(analysis!.findings.map(({ certainty }) => certainty)).toEqual(expected ? ["proved"] : []);
      found += expected ? 1 : 0;
    }),
    { numRuns: 150, seed: 6 },
  );
  expect(found).toBeGreaterThan(5);
}, 60_000);
