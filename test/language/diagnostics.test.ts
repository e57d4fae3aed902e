import { describe, expect, test } from "vitest";
import { languageDiagnostics, parseFile } from "../../language/index.ts";

const codes = (text: string): string[] =>
  parseFile({ name: "示例.tiaowen", text }).diagnostics.map(({ code }) => code);

describe("every finding of words and sentences", () => {
  test.each(Object.entries(languageDiagnostics))(
    "%s: its bad example has it, its good example has nothing",
    (code, kind) => {
      expect(codes(kind.bad)).toContain(code);
      expect(codes(kind.good)).toEqual([]);
    },
  );
});
