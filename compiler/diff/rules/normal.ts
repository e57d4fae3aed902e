import type { ComparisonOperator, Condition } from "../../model/ir.ts";
import { leafKey, type Keys } from "./key.ts";
import type { Names } from "./names.ts";

/**
 * A condition in the form in which two are compared: negations at the leaves, nested lists of one kind as one, what
 * holds only under a reading as a mark on the clause.
 */
export type Node = Group | Leaf;

interface NodeBase {
  /** Equal for nodes that say the same under the same readings. */
  readonly key: string;
  /** Without the readings. */
  readonly body: string;
  /** Number of leaves, at least 1. */
  readonly weight: number;
  readonly guards: readonly Guard[];
  /** The clause as the program has it. */
  readonly source: Condition;
  /** The list that it was written in, where that list is one part of a longer one. */
  readonly part?: Group;
}

export interface Group extends NodeBase {
  readonly kind: "group";
  readonly mode: "all" | "any" | "atLeast";
  /** Of an atLeast. */
  readonly count: number;
  readonly operands: readonly Node[];
}

export interface Leaf extends NodeBase {
  readonly kind: "leaf";
  readonly condition: LeafCondition;
  readonly negated: boolean;
  /** What is asked of the records that an existence looks for. */
  readonly where: Node | null;
}

export type LeafCondition = Exclude<Condition, { kind: "all" | "any" | "atLeast" | "not" | "constant" }>;

/** 限「等情况」读法二: elsewhere the clause is no case, or nothing that is asked. */
export interface Guard {
  readonly reading: string;
  /** As its own side calls it. */
  readonly name: string;
  readonly option: number;
  readonly elsewhere: "absent" | "waived";
}

export const keysOf = (names: Names): Keys => {
  const known = new WeakMap<Condition, string>();
  const keys: Keys = {
    ...names,
    condition: (condition) => {
      const found = known.get(condition) ?? normalise(condition, keys).key;
      known.set(condition, found);
      return found;
    },
  };
  return keys;
};

export const normalise = (condition: Condition, keys: Keys, negated = false): Node => {
  switch (condition.kind) {
    case "constant":
      return groupOf(condition.value === negated ? "any" : "all", 0, [], condition, keys);
    case "not":
      return { ...normalise(condition.operand, keys, !negated), source: condition };
    case "all":
    case "any":
      return groupOf(
        (condition.kind === "all") === negated ? "any" : "all",
        0,
        condition.operands.map((operand) => normalise(operand, keys, negated)),
        condition,
        keys,
      );
    case "atLeast": {
      const operands = condition.operands.map((operand) => normalise(operand, keys, negated));
      const count = negated ? operands.length - condition.count + 1 : condition.count;
      if (count <= 0) return groupOf("all", 0, [], condition, keys);
      if (count > operands.length) return groupOf("any", 0, [], condition, keys);
      const mode = count === 1 ? "any" : count === operands.length ? "all" : "atLeast";
      return groupOf(mode, count, operands, condition, keys);
    }
    case "compare":
    case "elapsed":
      return leafOf(
        negated
          ? { ...condition, operator: OPPOSITE[condition.operator], word: `不${condition.word}` }
          : condition,
        false,
        condition,
        keys,
      );
    case "holds":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return leafOf(condition, negated, condition, keys);
  }
};

/** The same node in a list of one, as which it is compared with a list. */
export const listed = (node: Node, mode: Group["mode"], count: number): Group => {
  const body = bodyOf(mode, count, [node]);
  return {
    kind: "group",
    mode,
    count,
    operands: [node],
    guards: [],
    key: body,
    body,
    weight: node.weight,
    source: node.source,
  };
};

/** What must hold together, one by one. */
export const demandsOf = (node: Node): readonly Node[] =>
  node.kind === "group" && node.mode === "all" && node.guards.length === 0 ? node.operands : [node];

export const together = (operands: readonly Node[], source: Condition): Node =>
  operands.length === 1 ? operands[0]! : bare("all", 0, operands, source);

export const withoutGuards = (node: Node): Node => ({ ...node, guards: [], key: node.body });

const OPPOSITE = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

const leafOf = (condition: LeafCondition, negated: boolean, source: Condition, keys: Keys): Leaf => {
  const said = leafKey(condition, keys);
  const body = negated ? `not ${said}` : said;
  const where = condition.kind === "exists" ? normalise(condition.candidates.where, keys) : null;
  const weight = 1 + (where?.weight ?? 0);
  return { kind: "leaf", condition, negated, where, source, guards: [], key: body, body, weight };
};

const groupOf = (
  mode: Group["mode"],
  count: number,
  operands: readonly Node[],
  source: Condition,
  keys: Keys,
): Node => {
  if (mode === "atLeast") return bare(mode, count, operands, source);
  const flat = distinct(operands.flatMap((operand) => spliced(operand, mode)));
  const guards = flat.flatMap((operand) => guardOf(operand, mode, keys));
  const rest = flat.filter((operand) => guardOf(operand, mode, keys).length === 0);
  if (guards.length === 0 || rest.length === 0) {
    return flat.length === 1 ? { ...flat[0]!, source } : bare(mode, count, flat, source);
  }
  const body = rest.length === 1 ? rest[0]! : bare(mode, count, rest, source);
  return guarded(body, guards, source);
};

/** The operands of a nested list of the same kind, each under the readings of the whole. */
const spliced = (node: Node, mode: "all" | "any"): readonly Node[] => {
  if (node.kind !== "group" || node.mode !== mode) return [node];
  const operands = spreadOut(node)?.operands ?? [node];
  return operands[0] === node ? operands : operands.map((operand) => ({ ...operand, part: node }));
};

/** A list that holds under a reading, as a list of clauses that each do; null where that is not the same. */
export const spreadOut = (node: Group): Group | null => {
  if (node.guards.length === 0) return node;
  const marked = node.mode === "any" ? "absent" : node.mode === "all" ? "waived" : null;
  if (!node.guards.every(({ elsewhere }) => elsewhere === marked)) return null;
  const operands = node.operands.map((operand): Node => {
    // The list that it was written in is not under these readings.
    const { part: _part, ...alone } = operand;
    return guarded(alone, node.guards, operand.source);
  });
  return bare(node.mode, node.count, operands, node.source);
};

/** All of so many clauses, as a list of which so many are counted. */
export const counted = (node: Group): Group =>
  node.mode === "all" ? { ...node, mode: "atLeast", count: node.operands.length } : node;

const guardOf = (node: Node, mode: "all" | "any", keys: Keys): readonly Guard[] => {
  if (node.kind !== "leaf" || node.condition.kind !== "reading" || node.guards.length > 0) return [];
  if (node.negated !== (mode === "any")) return [];
  const { reading, option } = node.condition;
  return [
    {
      reading: keys.reading(reading),
      name: reading,
      option,
      elsewhere: mode === "all" ? "absent" : "waived",
    },
  ];
};

const guarded = (node: Node, outer: readonly Guard[], source: Condition): Node => {
  const guards = [...outer, ...node.guards].sort((left, right) =>
    left.elsewhere !== right.elsewhere ? 0 : guardKey(left) < guardKey(right) ? -1 : 1,
  );
  return { ...node, guards, source, key: `${guards.map(guardKey).join("&")}⇒${node.body}` };
};

export const guardKey = ({ reading, option, elsewhere }: Guard): string => `${reading}#${option}${elsewhere}`;

const bare = (mode: Group["mode"], count: number, operands: readonly Node[], source: Condition): Group => {
  const body = bodyOf(mode, count, operands);
  const weight = Math.max(
    1,
    operands.reduce((sum, operand) => sum + operand.weight, 0),
  );
  return { kind: "group", mode, count, operands, source, guards: [], key: body, body, weight };
};

const bodyOf = (mode: Group["mode"], count: number, operands: readonly Node[]): string =>
  `${mode}${mode === "atLeast" ? count : ""}(${operands
    .map(({ key }) => key)
    .sort()
    .join()})`;

/** What is said twice is said once. */
const distinct = (nodes: readonly Node[]): readonly Node[] => {
  const seen = new Set<string>();
  return nodes.filter(({ key }) => !seen.has(key) && seen.add(key));
};
