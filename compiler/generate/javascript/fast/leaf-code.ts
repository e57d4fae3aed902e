import type { Program } from "../../../model/ir.ts";
import type { Access } from "./access.ts";
import type { Constants, Nodes } from "./constants.ts";
import type { Test } from "./jump.ts";

/** What the code of a leaf needs to be written. */
export interface Writing {
  readonly program: Program;
  readonly access: Access;
  readonly constants: Constants;
  readonly nodes: Nodes;
}

/** A leaf in code: a test, or an expression for its level. Null where only the explaining half decides it. */
export type LeafCode = { readonly test: Test } | { readonly level: string } | null;

/** Something that may have no value. */
export interface Maybe {
  readonly missing: string;
  readonly level: string;
}

/** When one of several is missing, and on which level that leaves the condition open. */
export const missingAny = (parts: readonly Maybe[]): Maybe | null => {
  const distinct = parts.filter(
    (part, index) => parts.findIndex(({ missing }) => missing === part.missing) === index,
  );
  const [first, ...rest] = distinct;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const missing = distinct.map((part) => part.missing).join(" || ");
  const worst = distinct.filter(({ level }) => level === "3");
  const others = distinct.filter(({ level }) => level !== "3");
  const fixed = worst.map((part) => part.missing).join(" || ");
  if (others.length === 0) return { missing, level: "3" };
  if (others.every(({ level }) => level === "2") && worst.length === 0) return { missing, level: "2" };
  // Nothing is more open than a missing fact.
  if (others.length === 1 && worst.length > 0)
    return { missing, level: `(${fixed} ? 3 : ${others[0]!.level})` };
  return {
    missing,
    level: `(${distinct.map((part) => `(${part.missing} ? ${part.level} : 0)`).join(" | ")})`,
  };
};

export const testOf = (
  parts: readonly Maybe[],
  holds: string,
  fails: string | null,
): { readonly test: Test } => {
  const open = missingAny(parts);
  return { test: { holds, fails, open: open?.missing ?? null, level: open?.level ?? "0" } };
};

/** A level that the context knows is open where it is neither 0 nor 1. */
export const openConstant = (level: string): Maybe => ({ missing: `${level} > 1`, level });
