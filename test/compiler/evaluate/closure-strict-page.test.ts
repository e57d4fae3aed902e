import { createContext, runInContext } from "node:vm";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import { describe, expect, test } from "vitest";
import type * as Closure from "../../../compiler/evaluate/closure/index.ts";
import { readDay } from "../../../compiler/data/index.ts";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { compileCity, mudanjiang, registerOf } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";

/** The engine alone as one script, as a page would load it. */
const bundled = async (): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: "silent",
    root: projectFolder,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(projectFolder, "compiler/evaluate/closure/index.ts"),
        formats: ["iife"],
        name: "closure",
      },
    },
  })) as readonly Rollup.RollupOutput[];
  return built[0]!.output[0].code;
};

describe("on a page where no code may be generated at run time", async () => {
  const script = await bundled();
  const page = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  // Libraries look for the name by which a page calls its own global object.
  runInContext("globalThis.self = globalThis", page);
  runInContext(script, page);

  test("the page refuses to generate code", () => {
    expect(() => runInContext("new Function('return 1')", page)).toThrow(/Code generation from strings/);
    expect(() => runInContext("eval('1')", page)).toThrow(/Code generation from strings/);
  });

  test("the closure engine gives the results of the interpreter", () => {
    const { program } = compileCity(mudanjiang);
    const { facts } = registerOf(mudanjiang, program!);
    const options = { at: readDay("2025-06-01")! };
    const { evaluateStatuses } = runInContext("closure", page) as typeof Closure;
    const rows = evaluateStatuses(program!, facts, options);
    const { outcomes } = evaluate(program!, facts, options);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(rows.map(({ decision, id, status, value }) => [decision, id, status, value])).toEqual(
      outcomes.map(({ decision, id, status, value }) => [decision, id, status, value]),
    );
  });
});
