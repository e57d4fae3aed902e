import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision, Origin, Program } from "../model/ir.ts";
import { evaluateCondition } from "./condition.ts";
import { judge } from "./judge.ts";
import type { Judgement, Run } from "./run.ts";
import { visitCondition } from "../model/walk.ts";

/** Which parts of the rules at least one 用例 has reached. */
export interface Coverage {
  readonly rules: readonly Reached[];
  readonly items: readonly Reached[];
  readonly exceptions: readonly Reached[];
}

export interface Reached {
  /** Decision id, or name of the exception. */
  readonly id: string;
  /** Marker of the rule's own item; null for a rule or an exception as a whole. */
  readonly item: string | null;
  readonly words: string;
  readonly origin: Origin;
  readonly reached: boolean;
}

/** Collects over all cases what was 真 at least once. */
export class CoverageRecorder {
  readonly #program: Program;
  readonly #reached = new Set<string>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** Asks every decision, item and exception of every record of a case. */
  record(run: Run): void {
    for (const decision of this.#program.decisions) {
      for (const record of run.facts.records(decision.object)) {
        if (isReached(decision, judge(run, decision.id, record)))
          this.#reached.add(key("规则", decision.id, null));
        for (const item of itemsOf(decision)) {
          this.#mark(key("条件", decision.id, item.origin.item), run, item, record);
        }
      }
    }
    for (const clause of this.#program.exceptions.values()) {
      for (const record of run.facts.records(clause.object)) {
        this.#mark(key("例外", clause.id, null), run, clause.condition, record);
        for (const item of namedItems(clause.condition)) {
          this.#mark(key("例外", clause.id, item.origin.item), run, item, record);
        }
      }
    }
  }

  report(): Coverage {
    const reached = (kind: string, id: string, origin: Origin, item: string | null): Reached => ({
      id,
      item,
      words: origin.words,
      origin,
      reached: this.#reached.has(key(kind, id, item)),
    });
    const clauses = [...this.#program.exceptions.values()];
    return {
      rules: this.#program.decisions.map(({ id, origin }) => reached("规则", id, origin, null)),
      items: [
        ...this.#program.decisions.flatMap((decision) =>
          itemsOf(decision).map(({ origin }) => reached("条件", decision.id, origin, origin.item)),
        ),
        ...clauses.flatMap((clause) =>
          namedItems(clause.condition).map(({ origin }) => reached("例外", clause.id, origin, origin.item)),
        ),
      ],
      exceptions: clauses.map(({ id, origin }) => reached("例外", id, origin, null)),
    };
  }

  #mark(name: string, run: Run, condition: Condition, record: FactRecord): void {
    if (!this.#reached.has(name) && evaluateCondition(run, condition, [record]).kind === "true")
      this.#reached.add(name);
  }
}

const key = (kind: string, id: string, item: string | null): string => JSON.stringify([kind, id, item]);

const isReached = (decision: Decision, { status }: Judgement): boolean => {
  switch (decision.kind) {
    case "measure":
    case "definition":
      return status === "成立";
    case "requirement":
      return status === "符合" || status === "不符合";
    case "classification":
      return status === "已认定" || status === "冲突";
    case "indicator":
    case "ranking":
      return status === "已认定";
  }
};

/** The numbered items of a decision. */
const itemsOf = (decision: Decision): readonly Condition[] => {
  switch (decision.kind) {
    case "measure":
      return [decision.subject, decision.base].flatMap(namedItems);
    case "requirement":
      return [decision.subject, decision.applicability, decision.requirement].flatMap(namedItems);
    case "classification":
      return decision.items.map((item) => ({ ...item.condition, origin: item.origin }));
    case "definition":
      return namedItems(decision.condition);
    case "ranking":
      return namedItems(decision.members);
    case "indicator":
      return [];
  }
};

/** The outermost condition of each marker. */
const namedItems = (condition: Condition): readonly Condition[] => {
  const found = new Map<string, Condition>();
  visitCondition(condition, {
    condition: (inner) => {
      const { item } = inner.origin;
      if (item !== null && !found.has(item)) found.set(item, inner);
    },
  });
  return [...found.values()];
};
