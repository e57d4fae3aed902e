import { parseAst, type Plugin } from "vite";
import { expect, test } from "vitest";
import { withoutExamples } from "../../editor/build/without-examples.ts";

const changed = (code: string, id = "/compiler/rules/a.ts"): string | null => {
  const { transform } = withoutExamples(/\/compiler\//) as Plugin & {
    readonly transform: (
      this: { readonly parse: typeof parseAst },
      code: string,
      id: string,
    ) => { readonly code: string } | null;
  };
  return transform.call({ parse: parseAst }, code, id)?.code ?? null;
};

const KIND = `const catalogue = { "a-b": { severity: "info", message: "话", why: "因为", bad: after("错"), good: GOOD } };`;

test("the page fetches what it shows of a finding, and no examples", () => {
  expect(changed(KIND)).toBe(
    `const catalogue = { "a-b": { severity: "info", message: "话", why: "", bad: "", good: "" } };`,
  );
});

test("whatever is no kind of finding stays as it is, and so do other files", () => {
  expect(changed(`const tone = { severity: "info", good: "绿", bad: "红" };`)).toBeNull();
  expect(changed(KIND, "/editor/a.ts")).toBeNull();
});
