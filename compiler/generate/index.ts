import type { Program } from "../model/ir.ts";
import { javascript } from "./javascript/index.ts";
import { jsonSchema } from "./schema/json-schema.ts";
import { openapi } from "./schema/openapi.ts";
import { zod } from "./schema/zod.ts";
import { typescript } from "./typescript/index.ts";
import type { Generated, GenerateOptions, Target, TargetName } from "./target.ts";

export { TARGETS } from "./target.ts";
export type {
  Dialect,
  Generated,
  GeneratedFile,
  GenerateOptions,
  Refusal,
  Target,
  TargetName,
} from "./target.ts";

/** What can be generated, by name. */
export const targets: Partial<Readonly<Record<TargetName, Target>>> = {
  javascript,
  typescript,
  "json-schema": jsonSchema,
  zod,
  openapi,
};

/** Writes a checked program in another language. Pure: the same program gives the same bytes. */
export const generate = (program: Program, options: GenerateOptions): Generated => {
  const target = targets[options.target];
  if (target === undefined) throw new RangeError(`没有名为“${options.target}”的输出目标`);
  return target.generate(program, options);
};
