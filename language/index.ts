export type * from "./ast.ts";
export * from "./diagnostic.ts";
export * from "./numerals.ts";
export * from "./operators.ts";
export * from "./rational.ts";
export * from "./source.ts";
export * from "./units.ts";
export type * from "./vocabulary.ts";
export type * from "./document/model.ts";
