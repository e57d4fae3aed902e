import { burdenOf, type Burden } from "../burden.ts";
import type { Direction } from "../../model/change.ts";
import type { Decision } from "../../model/ir.ts";
import { times, type Effect } from "./finding.ts";
import type { Sides } from "./sides.ts";
import type { Role } from "./told.ts";
import { usesOf } from "./uses-of.ts";

export interface Directed {
  readonly direction: Direction;
  /** Why, one sentence; null without a direction. */
  readonly ground: string | null;
}

export const UNDIRECTED: Directed = { direction: null, ground: null };

/** What it means for those concerned that a clause of a decision reaches more records, or fewer. */
export const directionOf = (
  left: Decision | null,
  right: Decision | null,
  role: Role,
  effect: Effect,
  sides: Sides,
): Directed => {
  switch (role.kind) {
    case "modal":
      return role.modal;
    case "other":
      return UNDIRECTED;
    case "reach":
      return ofReach(burdenOfPair(left, right, sides), effect);
    case "demand":
      return ofDemand(burdenOfPair(left, right, sides), effect);
    case "definition":
    case "class":
      return throughUses(left, right, role, effect, sides);
  }
};

/** Directions that all agree, or none. */
export const agreed = (all: readonly Directed[]): Directed => {
  const [first] = all;
  return first !== undefined && all.every(({ direction }) => direction === first.direction)
    ? first
    : UNDIRECTED;
};

const ofReach = ({ kind, ground }: Burden, effect: Effect): Directed => {
  if (kind === null || effect === 0) return UNDIRECTED;
  const words = effect > 0 ? "适用面扩大" : "适用面缩小";
  const direction = (kind === "burden") === effect > 0 ? "tightened" : "loosened";
  return {
    direction,
    ground:
      effect > 0
        ? `${words}：${ground ?? ""}`
        : `${words}，而${(ground ?? "").replace(/。$/, "")}，所以是${DIRECTION_WORDS[direction]}。`,
  };
};

const DIRECTION_WORDS = { tightened: "收紧", loosened: "放宽" } as const;

const ofDemand = ({ kind, ground }: Burden, effect: Effect): Directed => {
  if (kind === null || effect === 0) return UNDIRECTED;
  if (kind === "benefit") return ofReach({ kind, ground }, effect);
  return effect > 0
    ? { direction: "loosened", ground: "要求更容易达到，所以是放宽。" }
    : { direction: "tightened", ground: "要求更难达到，所以是收紧。" };
};

/** Told for two decisions only where it is told the same way for both. */
export const burdenOfPair = (left: Decision | null, right: Decision | null, sides: Sides): Burden => {
  const programs = [sides.left.program, sides.right.program];
  const burdens = [left, right]
    .filter((decision) => decision !== null)
    .map((decision) => burdenOf(decision, programs));
  const [first, second] = burdens;
  if (first === undefined) return { kind: null, ground: null };
  if (second === undefined || second.ground === first.ground) return first;
  if (second.kind !== first.kind) return { kind: null, ground: null };
  // Either ground will do; which of them must not depend on which side is which.
  return (first.ground ?? "") < (second.ground ?? "") ? first : second;
};

/** A definition or a class has no effect of its own: what rests on it tells, where all of it agrees. */
const throughUses = (
  left: Decision | null,
  right: Decision | null,
  role: Extract<Role, { kind: "definition" | "class" }>,
  effect: Effect,
  sides: Sides,
): Directed => {
  if (effect === 0) return UNDIRECTED;
  const value = role.kind === "class" ? role.value : null;
  const sideUses = [
    left === null ? [] : usesOf(sides.left.program, left, value),
    right === null ? [] : usesOf(sides.right.program, right, value),
  ];
  return agreed(
    sideUses.flatMap((uses, index) =>
      uses.map(({ decision, sign, part }) =>
        directionOf(
          index === 0 ? decision : null,
          index === 0 ? null : decision,
          { kind: part },
          times(sign, effect),
          sides,
        ),
      ),
    ),
  );
};
