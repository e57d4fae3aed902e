import { describe, expect, test } from "vitest";
import { documentDiagnostics, languageDiagnostics, type Diagnostic } from "../../language/index.ts";
import { compile, diagnosticKinds } from "../../compiler/pipeline.ts";

/** A text lint reads plain official text as well as policies, so its examples may be either. */
const findings = (text: string): readonly Diagnostic[] =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] }).diagnostics;

const codes = (text: string): readonly string[] => findings(text).map(({ code }) => code);

describe("every kind of finding", () => {
  test.each(Object.entries(diagnosticKinds))("%s: the bad example has it, the good one does not", (code, kind) => {
    expect(codes(kind.bad)).toContain(code);
    expect(codes(kind.good)).not.toContain(code);
  });

  const ofCompiler = Object.entries(diagnosticKinds).filter(
    ([code]) => !(code in documentDiagnostics) && !(code in languageDiagnostics),
  );

  test.each(ofCompiler)("%s: the good example compiles", (_code, kind) => {
    expect(findings(kind.good).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(ofCompiler)("%s: the bad example has no other error", (code, kind) => {
    const others = findings(kind.bad).filter((found) => found.severity === "error" && found.code !== code);
    expect(others).toEqual([]);
  });

  test("codes are lower case with hyphens, and messages fill every placeholder", () => {
    for (const [code, kind] of Object.entries(diagnosticKinds)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(kind.why, code).not.toMatch(/\{\w+\}/);
      for (const { message } of findings(kind.bad)) expect(message).not.toMatch(/\{\w+\}/);
    }
  });
});
