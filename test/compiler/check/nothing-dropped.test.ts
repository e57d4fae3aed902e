import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Span } from "../../../language/index.ts";
import type { CompiledPolicy } from "../../../compiler/pipeline.ts";
import { randomSentence } from "./random-sentence.ts";
import { compileSample } from "./sample-policy.ts";

const oneOf = (usual: readonly string[], others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const noun = oneOf(["定点医药机构", "公立定点医疗机构", "大型连锁药店"], ["甲园", "乙园"]);
const number = oneOf(["年度医保业务量", "1笔"], ["甲数", "乙数", "最大（全市定点医药机构，乙数）"]);
const condition = oneOf(
  ["公立", "年度医保业务量超过1笔"],
  ["甲园", "乙园", "甲数超过1笔", "甲级为高", "年度医保业务量超过乙数"],
);

const defined = (name: string): fc.Arbitrary<string> =>
  fc.tuple(condition, noun).map(([said, ending]) => `【定义】${name}\n${name}，是指${said}的${ending}。`);
const counted = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(number, fc.constantFrom("加", "减"), number)
    .map((parts) => `【指标】${name}\n定点医药机构的${name}，为${parts.join("")}。`);
const classified = condition.map(
  (said) =>
    `【认定】甲级\n定点医药机构的甲级，按照下列规定认定：\n（一）${said}，为高；\n（二）其他的，为低。`,
);

const using: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: condition.map((said) => `定点医药机构${said}的，限期整改。`) },
  { weight: 3, arbitrary: noun.map((name) => `${name}，应当具备药品追溯码。`) },
  { weight: 1, arbitrary: randomSentence },
);

/** Names that may well rest on each other, and rules about them. */
const policy = fc
  .tuple(defined("甲园"), defined("乙园"), counted("甲数"), counted("乙数"), classified, using, using)
  .map((blocks) =>
    blocks
      .map((block, index) => (block.startsWith("【") ? block : `【规则】规则${index}\n${block}`))
      .join("\n"),
  );

/** Every sentence that says something to the machine. */
const sentencesOf = (block: Block): readonly Span[] => {
  if (block.kind === "rule") return block.sentences.map(({ span }) => span);
  if (block.kind === "definition") return block.definitions.map(({ span }) => span);
  if (block.kind === "indicator") return block.indicators.map(({ span }) => span);
  return block.kind === "classification" || block.kind === "ranking" ? [block.span] : [];
};

const missingIn = ({ program, file }: CompiledPolicy): readonly Span[] =>
  program === null
    ? []
    : file.blocks
        .flatMap(sentencesOf)
        .filter((span) => !program.decisions.some(({ origin }) => origin.span.start === span.start));

describe("what is written ends up in the program, or an error says why not", () => {
  test("on blocks that rest on each other", { timeout: 120_000 }, () => {
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(policy, (blocks) => {
        const compiled = compileSample(blocks);
        const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
        expect(compiled.program === null).toBe(errors.length > 0);
        // The last net catches what nothing else has said; these sentences all have a message of their own.
        expect(errors.map(({ code }) => code)).not.toContain("sentence-not-read");
        read += compiled.program === null ? 0 : 1;
        refused += compiled.program === null ? 1 : 0;
        expect(missingIn(compiled)).toEqual([]);
      }),
      { numRuns: 150, seed: 20_260 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(20);
  });

  test("a sentence that no other message covers is told by the last net", () => {
    const { program, diagnostics } = compileSample(
      "【规则】甲\n县区有不等于3家定点零售药店的，限期整改。\n定点医药机构公立的，限期整改。",
    );
    expect(program).toBeNull();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "sentence-not-read “县区有不等于3家定点零售药店的，限期整改。”没有读出意思，程序没有采用。请按固定的句式改写。",
    ]);
  });

  test("an exception that names nobody is refused", () => {
    const { diagnostics } = compileSample(
      "【规则】甲\n定点医药机构公立的，限期整改。\n【例外】乙\n不受甲限制。",
    );
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "subject-missing",
    ]);
  });
});
