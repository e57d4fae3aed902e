import { describe, expect, test } from "vitest";
import { BlockGrammar } from "../../language/parser/block-grammar.ts";

describe("the grammar", () => {
  test("is sound: no left recursion, no rule that can loop without reading, no alternative out of reach", () => {
    expect(() => new BlockGrammar({ validate: true })).not.toThrow();
  });
});
