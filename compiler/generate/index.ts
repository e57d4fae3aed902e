import type { Program } from "../model/ir.ts";
import { javascript } from "./javascript/index.ts";
import { jsonSchema } from "./schema/json-schema.ts";
import { openapi } from "./schema/openapi.ts";
import { sqlTarget } from "./sql/index.ts";
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
export const targets = {
  javascript,
  typescript,
  "json-schema": jsonSchema,
  zod,
  sql: sqlTarget,
  openapi,
} as const satisfies Record<TargetName, Target>;

/** Writes a checked program in another language. Pure: the same program gives the same bytes. */
export const generate = (program: Program, options: GenerateOptions): Generated =>
  targets[options.target].generate(program, options);
