import type { Program } from "../model/ir.ts";

/** SQL dialects. */
export type Dialect = "duckdb" | "postgresql";

export const TARGETS = ["javascript", "typescript", "json-schema", "zod", "sql", "openapi"] as const;
export type TargetName = (typeof TARGETS)[number];

export interface GenerateOptions {
  readonly target: TargetName;
  /** For `sql`; without it DuckDB. */
  readonly dialect?: Dialect;
}

/** One file of the output. The name is plain: no folder in it. */
export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

/** A decision that a target cannot express. It is left out of the output, and said so; nothing is approximated. */
export interface Refusal {
  /** Decision id. */
  readonly decision: string;
  readonly provision: string | null;
  /** What it is that cannot be expressed, and what to do instead, in words. */
  readonly message: string;
}

export interface Generated {
  readonly files: readonly GeneratedFile[];
  readonly refusals: readonly Refusal[];
}

/** One way out of the compiler. Pure: the same program gives the same bytes. */
export interface Target {
  readonly name: TargetName;
  /** For the help, in words. */
  readonly description: string;
  readonly generate: (program: Program, options: GenerateOptions) => Generated;
}
