import type { Condition, Decision, Program } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import { printDecided, type Coverage, type Reached } from "../../evaluate/index.ts";
import { never } from "./constants.ts";
import { clausesOf, type Clauses } from "./atoms.ts";
import { canBeExpected, isDecided, type Goal } from "./goal.ts";

/** Every rule, item, exception and class that no 用例 has reached. */
export const itemGoals = (program: Program, coverage: Coverage): readonly Goal[] => {
  const missed = (list: readonly Reached[]): readonly Reached[] => list.filter(({ reached }) => !reached);
  const byId = new Map(clausesOf(program).map((clauses) => [idOf(clauses), clauses]));
  const goals: Goal[] = missed(coverage.rules).flatMap(({ id }) => {
    const decision = program.decisions.find((each) => each.id === id);
    return decision === undefined ? [] : [ruleGoal(decision)];
  });
  for (const { id, item } of [...missed(coverage.items), ...missed(coverage.exceptions)]) {
    const clauses = byId.get(program.exceptions.has(id) ? `例外 ${id}` : id);
    const clause = clauses === undefined ? null : clauseOf(clauses, item);
    if (clauses === undefined || clause === null) continue;
    goals.push({
      kind: "items",
      owner: clauses.owner,
      origin: clause.origin,
      title: item === null ? `适用例外“${nameOf(clauses)}”` : `规则条件${item}`,
      asks: { kind: "replaced", clause, by: never(clause), loosely: never(clause) },
      reached: { id, item },
    });
  }
  return [...goals, ...program.decisions.flatMap(classGoals)];
};

const idOf = ({ owner }: Clauses): string =>
  owner.kind === "decision" ? owner.decision.id : `例外 ${owner.id}`;

const nameOf = ({ owner }: Clauses): string => (owner.kind === "decision" ? owner.decision.name : owner.name);

const ruleGoal = (decision: Decision): Goal => ({
  kind: "items",
  owner: { kind: "decision", decision },
  origin: decision.origin,
  title: canBeExpected(decision) ? REACHED[decision.kind] : `“${decision.name}”${REACHED[decision.kind]}`,
  asks: { kind: "result", is: ({ status }) => status !== null && MAIN.has(status) },
  reached: { id: decision.id, item: null },
});

const REACHED = {
  measure: "成立",
  requirement: "适用",
  classification: "作出认定",
  definition: "成立",
  indicator: "得出数值",
  ranking: "得出名次",
} as const satisfies Record<Decision["kind"], string>;

const MAIN: ReadonlySet<string> = new Set(["成立", "符合", "不符合", "已认定"]);

/** Each class that the list can give, 其他的 included. */
const classGoals = (decision: Decision): readonly Goal[] => {
  if (decision.kind !== "classification") return [];
  const { otherwise, items } = decision;
  const values = [
    ...items.map(({ value, origin }) => ({ value, origin })),
    ...(otherwise === null ? [] : [otherwise]),
  ];
  const byPrint = new Map(values.map((each) => [printDecided(each.value, decision), each]));
  return [...byPrint].map(([printed, { origin }]): Goal => ({
    kind: "items",
    owner: { kind: "decision", decision },
    origin,
    title: `认定为${printed}`,
    asks: { kind: "result", is: (result) => isDecided(result) && result.value === printed },
    reached: null,
  }));
};

/** The outermost condition with this marker, or the whole; of a classification the item as it is written there. */
const clauseOf = ({ owner, conditions }: Clauses, item: string | null): Condition | null => {
  if (item === null) return conditions[0] ?? null;
  if (owner.kind === "decision" && owner.decision.kind === "classification")
    return owner.decision.items.find(({ origin }) => origin.item === item)?.condition ?? null;
  let found: Condition | null = null;
  for (const condition of conditions) {
    visitCondition(condition, {
      condition: (each) => {
        if (found === null && each.origin.item === item) found = each;
      },
    });
  }
  return found;
};
