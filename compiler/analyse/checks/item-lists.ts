import { exceptionWithRule } from "../../model/exception-name.ts";
import type {
  Condition,
  Decision,
  Definition,
  ExceptionClause,
  MeasureRule,
  Program,
  RequirementRule,
} from "../../model/ir.ts";
import type { CheckContext } from "./check.ts";
import { allOf, anyOf, asksOf, inTextOrder } from "./conditions.ts";
import { labelOf, ruleOf, whenTaken } from "./finding.ts";
import { listsOf, nested, type ItemList } from "./item-list.ts";

/** The lists of the rules that are looked at, then those of the 【例外】 that touch such a rule. */
export const listsIn = ({
  program,
  probe,
}: {
  readonly program: Program;
  readonly probe: Pick<CheckContext["probe"], "program">;
}): readonly ItemList[] => [
  ...inTextOrder(program.decisions).flatMap(listsOf),
  ...[...program.exceptions.values()].flatMap((clause) =>
    touchedBy(program.decisions, clause).length === 0
      ? []
      : listsOfException(clause, touchedBy(probe.program.decisions, clause)),
  ),
];

/** 第一条“退出”, or 第二条例外“重点项目”, with the readings that are taken otherwise than adopted. */
export const ownerOf = (
  program: Program,
  { rule, exception }: ItemList,
  readings: ReadonlyMap<string, number> | null,
): string =>
  exception === null
    ? ruleOf(program, rule, readings ?? undefined)
    : `${whenTaken(readings ?? new Map())}${labelOf(program, exception.origin) ?? ""}${exceptionWithRule(exception)}`;

type ExceptedRule = MeasureRule | RequirementRule;

const touchedBy = (decisions: readonly Decision[], clause: ExceptionClause): readonly ExceptedRule[] =>
  decisions.flatMap((rule) =>
    (rule.kind === "measure" || rule.kind === "requirement") &&
    rule.object === clause.object &&
    rule.exceptions.includes(clause.id)
      ? [rule]
      : [],
  );

/** The lists of an exception, asked where one of the rules that it touches would apply. */
const listsOfException = (clause: ExceptionClause, touched: readonly ExceptedRule[]): readonly ItemList[] => {
  const { object, origin } = clause;
  const around = aroundOf(clause, touched);
  const carried = (condition: Condition): Definition => ({
    kind: "definition",
    id: `${clause.id}·列项`,
    name: touched[0]!.name,
    object,
    origin,
    condition: allOf(origin, [...around, condition]),
  });
  return nested(carried(clause.condition), clause.condition, around, carried).map((list) => ({
    ...list,
    exception: clause,
  }));
};

/** Nothing is asked for where an exception touches very many rules: an item that fits one of them would be hard to miss. */
const aroundOf = ({ origin }: ExceptionClause, touched: readonly ExceptedRule[]): readonly Condition[] => {
  const [first, ...others] = touched.map(asksOf);
  if (first === undefined || touched.length > MOST_TOUCHED) return [];
  if (others.length === 0) return first;
  return [
    anyOf(
      origin,
      [first, ...others].map((clauses) => allOf(origin, clauses)),
    ),
  ];
};

const MOST_TOUCHED = 8;
