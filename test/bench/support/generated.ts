import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate, type Program } from "../../../compiler/index.ts";

/** What the bench calls in a generated module; the names of its functions end in the name of an object. */
export interface GeneratedModule {
  readonly createContext: (given: {
    readonly at: string;
    readonly records?: Readonly<Record<string, readonly object[]>>;
  }) => object;
  readonly [name: string]: (first: never, second: object) => unknown;
}

/** Generates the JavaScript of a policy into the bench's own folder, and gives the path of its module. */
export const writeGenerated = (program: Program, name: string): string => {
  const { files, refusals } = generate(program, { target: "javascript" });
  if (refusals.length > 0) throw new Error(`${name}: ${refusals[0]!.message}`);
  const folder = join("dist", "bench", "generated", name);
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, file.name), file.text);
  const module = files.find((file) => /\.m?js$/.test(file.name));
  if (module === undefined) throw new Error(`${name}: no module was generated`);
  return join(folder, module.name);
};
