import { shorten } from "../../../language/index.ts";
import type { Condition, Decision, Origin, Program } from "../../model/ir.ts";
import { rewriteDecision, rewriteException } from "../../model/rewrite.ts";
import { decisionsBehind } from "../../evaluate/index.ts";
import type { SideResult } from "../difference-query.ts";

/** What generated cases are to cover. */
export type GoalKind = "items" | "boundaries" | "mcdc";

export const GOAL_KINDS = ["items", "boundaries", "mcdc"] as const satisfies readonly GoalKind[];

/** The decision or exception in which a clause is written. */
export type Owner =
  | { readonly kind: "decision"; readonly decision: Decision }
  | { readonly kind: "exception"; readonly id: string; readonly name: string; readonly object: string };

/** Something that a 用例 has to show. */
export interface Goal {
  readonly kind: GoalKind;
  readonly owner: Owner;
  readonly origin: Origin;
  /** What it covers, for the name of a 用例. */
  readonly title: string;
  readonly asks: GoalAsks;
  /** Where `--coverage` counts it, so that both agree; null: what notices it, shows it. */
  readonly reached: { readonly id: string; readonly item: string | null } | null;
}

export type GoalAsks =
  /** A result of the rule itself. */
  | { readonly kind: "result"; readonly is: (result: SideResult) => boolean }
  /** A world in which the rule decides otherwise as soon as the clause is replaced. */
  | {
      readonly kind: "replaced";
      readonly clause: Condition;
      /** By this, for the case that is made: a value right at the limit or one step beside it. */
      readonly by: Condition;
      /** By this, for a case that is there already: any value on that side. */
      readonly loosely: Condition;
    };

/** The program with a clause of one owner replaced; everything that reads the owner reads the new one. */
export const replaced = (program: Program, owner: Owner, clause: Condition, by: Condition): Program => {
  const rewriting = { condition: (each: Condition) => (each === clause ? by : null) };
  if (owner.kind === "exception") {
    const own = program.exceptions.get(owner.id)!;
    return {
      ...program,
      exceptions: new Map([...program.exceptions, [owner.id, rewriteException(own, rewriting)] as const]),
    };
  }
  return {
    ...program,
    decisions: program.decisions.map((each) =>
      each.id === owner.decision.id ? rewriteDecision(each, rewriting) : each,
    ),
  };
};

/** Decisions whose result a 用例 can expect, that read the owner; itself first. */
export const showing = (program: Program, owner: Owner): readonly Decision[] => {
  const readers = readersOf(program, owner).filter(canBeExpected);
  const itself = owner.kind === "decision" ? owner.decision.id : null;
  return [...readers.filter(({ id }) => id === itself), ...readers.filter(({ id }) => id !== itself)].slice(
    0,
    MOST_SHOWING,
  );
};

/** Every decision whose result may hang on the owner, found once for a program. */
export const readersOf = (program: Program, owner: Owner): readonly Decision[] => {
  const readers = known.get(program) ?? findReaders(program);
  known.set(program, readers);
  return readers.get(ownerKey(owner)) ?? [];
};

const known = new WeakMap<Program, ReadonlyMap<string, readonly Decision[]>>();

const ownerKey = (owner: Owner): string =>
  owner.kind === "decision" ? `decision ${owner.decision.id}` : `exception ${owner.id}`;

const findReaders = (program: Program): ReadonlyMap<string, readonly Decision[]> => {
  const readers = new Map<string, Decision[]>();
  const note = (key: string, decision: Decision): void => {
    const found = readers.get(key) ?? [];
    if (!found.includes(decision)) readers.set(key, [...found, decision]);
  };
  for (const decision of program.decisions) {
    for (const each of decisionsBehind(program, decision.id)) {
      note(`decision ${each.id}`, decision);
      if (each.kind !== "measure" && each.kind !== "requirement") continue;
      for (const id of each.exceptions)
        if (program.exceptions.get(id)?.object === each.object) note(`exception ${id}`, decision);
    }
  }
  return readers;
};

/** More rules than these are not tried for one clause. */
const MOST_SHOWING = 4;

/** Of a definition or a ranking no result is expected: it shows itself in what reads it. */
export const canBeExpected = ({ kind }: Decision): boolean => kind !== "definition" && kind !== "ranking";

/** “业务量低于10笔”, with the item that it stands in: 规则条件（二）“民营”. */
export const clauseInWords = ({ origin: { item, words } }: Condition): string =>
  `${item === null ? "" : `规则条件${item}`}“${shorten(words)}”`;

export const isDecided = ({ status }: SideResult): boolean =>
  status !== null && status !== "未知" && status !== "需裁量";

/** Decided on both sides, and otherwise. */
export const differs = (left: SideResult, right: SideResult): boolean =>
  isDecided(left) && isDecided(right) && (left.status !== right.status || left.value !== right.value);
