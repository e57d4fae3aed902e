import type { Condition, Origin } from "../../../model/ir.ts";

/** A condition whose denials stand at its leaves, and whose lists hold no list of their own kind. */
export type Clause =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "all" | "any"; readonly operands: readonly Clause[]; readonly origin: Origin }
  | {
      readonly kind: "atLeast";
      readonly count: number;
      readonly operands: readonly Clause[];
      readonly denied: boolean;
      readonly origin: Origin;
    }
  | {
      readonly kind: "leaf";
      readonly condition: Leaf;
      readonly denied: boolean;
      /** Words that say it as it is asked, with its denial; null where they are those of the condition denied. */
      readonly origin: Origin | null;
    };

export type Leaf = Exclude<Condition, { kind: "all" | "any" | "atLeast" | "not" | "constant" }>;

/** 非（A且B） is 非A或者非B, and the other way round; so code can leave as soon as one of them decides. */
export const clauseOf = (
  condition: Condition,
  denied = false,
  origin: Origin | null = denied ? null : condition.origin,
): Clause => {
  switch (condition.kind) {
    case "constant":
      return { kind: "constant", value: condition.value !== denied };
    case "not":
      return clauseOf(condition.operand, !denied, origin);
    case "all":
    case "any":
      return listOf(
        (condition.kind === "all") === denied ? "any" : "all",
        condition.operands.map((operand) => clauseOf(operand, denied)),
        condition.origin,
      );
    case "atLeast":
      return {
        kind: "atLeast",
        count: condition.count,
        operands: condition.operands.map((operand) => clauseOf(operand)),
        denied,
        origin: condition.origin,
      };
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return { kind: "leaf", condition, denied, origin };
  }
};

/** The clauses of several conditions, one of which is enough. */
export const anyOf = (conditions: readonly Condition[], origin: Origin): Clause =>
  listOf(
    "any",
    conditions.map((condition) => clauseOf(condition)),
    origin,
  );

const listOf = (kind: "all" | "any", operands: readonly Clause[], origin: Origin): Clause => {
  const parts = operands.flatMap((operand) =>
    operand.kind === kind
      ? operand.operands
      : operand.kind === "constant" && operand.value === (kind === "all")
        ? []
        : [operand],
  );
  if (parts.some((part) => part.kind === "constant")) return { kind: "constant", value: kind === "any" };
  if (parts.length === 0) return { kind: "constant", value: kind === "all" };
  return parts.length === 1 ? parts[0]! : { kind, operands: parts, origin };
};
