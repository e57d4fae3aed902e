import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, FindingPlace, Suggestion } from "../../model/analysis.ts";
import type { Condition, ExceptionClause, MeasureRule, Program, RequirementRule } from "../../model/ir.ts";
import { exceptionWithRule } from "../../model/exception-name.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { canBe, type Undecided } from "./condition-asked.ts";
import { guardsOf, type Taken } from "./condition-readings.ts";
import { allOf, asksOf, exceptionsOf, inTextOrder, notThat } from "./conditions.ts";
import { withoutException, withoutRule } from "./rule-edit.ts";
import { findings, labelOf, placeOf, ruleOf, undecided } from "./finding.ts";

const RULE = (exception: string): string =>
  exampleFile(`【规则】少量机构
医药机构业务量低于100笔的，应当限期整改，但${exception}的除外。`);

const catalogue = {
  "exception-never": {
    severity: "warning",
    message:
      "{exception}对{rules}从不起作用：符合例外的，本来就不在规则之内。请核对例外的条件，或者删去这一例外。",
    why: "从不起作用的例外使人误以为有一类情形得到了照顾，实际上规则本来就不管这类情形；多半是例外或者规则的界限写错了。",
    bad: RULE("业务量100笔以上"),
    good: RULE("业务量50笔以上"),
  },
  "exception-swallows": {
    severity: "warning",
    message: "凡符合{rule}的，都属于{exception}，这条规则因此从不成立。请核对例外的条件是否过宽。",
    why: "例外把规则全部吃掉的，规则等于没有写。",
    bad: RULE("业务量低于200笔"),
    good: RULE("业务量低于50笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

type ExceptedRule = MeasureRule | RequirementRule;

/** Exceptions that touch no rule, and exceptions that leave nothing of one. */
export const exceptionEffect: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const { program } = context;
    const rules = inTextOrder(program.decisions).flatMap((rule) =>
      rule.kind === "measure" || rule.kind === "requirement" ? [rule] : [],
    );
    const found: AnalysisFinding[] = [];
    for (const clause of program.exceptions.values()) {
      const touched = rules.filter(
        (rule) => rule.object === clause.object && rule.exceptions.includes(clause.id),
      );
      const touch = await touches(context, clause, touched);
      if (touch === "never") found.push(never(program, clause, touched));
      else if (touch !== "some") found.push(openQuestion(program, clause, touched, touch));
    }
    return [...found, ...(await swallowed(context, rules))];
  },
};

/** Under the readings under which the rule and the exception are alive. */
const readingsOf = (clauses: readonly Condition[]): Taken =>
  new Map(clauses.flatMap((clause) => (clause.kind === "any" ? [] : [...guardsOf(clause)])));

/** Whether an exception can apply to some record that one of its rules is about. */
const touches = async (
  context: CheckContext,
  { condition, object }: ExceptionClause,
  rules: readonly ExceptedRule[],
): Promise<"some" | "never" | Undecided> => {
  let open: Undecided | null = null;
  for (const rule of rules) {
    const given = asksOf(rule);
    const fixed = readingsOf([condition, ...given]);
    const possible = await canBe(context, { object, condition, given, fixed }, true);
    if (possible.kind === "yes" || possible.kind === "dead") return "some";
    if (possible.kind === "undecided") open ??= possible;
  }
  return rules.length === 0 ? "some" : (open ?? "never");
};

const openQuestion = (
  program: Program,
  clause: ExceptionClause,
  rules: readonly ExceptedRule[],
  answer: Undecided,
): AnalysisFinding =>
  undecided(
    "exception-never",
    `${inWords(program, clause)}能否适用于${namesOf(rules)}`,
    answer,
    placesOf(program, clause, rules),
  );

const never = (program: Program, clause: ExceptionClause, rules: readonly ExceptedRule[]): AnalysisFinding =>
  finding(
    "exception-never",
    { exception: inWords(program, clause), rules: namesOf(rules) },
    {
      certainty: "proved",
      places: placesOf(program, clause, rules),
      suggestions: withoutException(program, clause).map((each) => ({ ...each, isNeutral: true })),
    },
  );

const namesOf = (rules: readonly ExceptedRule[]): string => {
  const names = rules.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  return `${names.join("、")}${rules.length > MOST_NAMED ? `等${rules.length}条规则` : ""}`;
};

const placesOf = (
  program: Program,
  clause: ExceptionClause,
  rules: readonly ExceptedRule[],
): readonly FindingPlace[] => [
  { rule: rules[0]!.name, label: labelOf(program, clause.origin), origin: clause.origin },
  ...rules.slice(0, MOST_NAMED).map((rule) => placeOf(program, rule, rule.origin)),
];

const MOST_NAMED = 3;

const inWords = (program: Program, clause: ExceptionClause): string =>
  `${labelOf(program, clause.origin) ?? ""}${exceptionWithRule(clause)}`;

/** Rules of which nothing is left; those that one exception alone leaves nothing of are told together. */
const swallowed = async (
  context: CheckContext,
  rules: readonly ExceptedRule[],
): Promise<readonly AnalysisFinding[]> => {
  const { program } = context;
  const found: AnalysisFinding[] = [];
  const alone = new Map<string, ExceptedRule[]>();
  for (const rule of rules) {
    const clauses = await swallowing(context, rule);
    const [clause, ...others] = clauses;
    if (clause === undefined) continue;
    if (others.length > 0) found.push(swallows(program, clauses, [rule]));
    else alone.set(clause.id, [...(alone.get(clause.id) ?? []), rule]);
  }
  for (const [id, together] of alone) found.push(swallows(program, [program.exceptions.get(id)!], together));
  return found;
};

/** The exception that takes a rule away in all cases, or else all of them that do so together; none where it can hold. */
const swallowing = async (context: CheckContext, rule: ExceptedRule): Promise<readonly ExceptionClause[]> => {
  const { program } = context;
  const conditions = exceptionsOf(program, rule);
  if (conditions.length === 0) return [];
  const { object, origin } = rule;
  const given = asksOf(rule);
  const fixed = readingsOf(given);
  const stands = { object, condition: allOf(origin, conditions.map(notThat)), given, fixed };
  if ((await canBe(context, stands, true)).kind !== "never") return [];
  // A rule that holds for nobody anyway is no fault of its exceptions.
  if (given.length > 0) {
    const alone = { object, condition: allOf(origin, given), given: [], fixed };
    if ((await canBe(context, alone, true)).kind !== "yes") return [];
  }
  const clauses = rule.exceptions
    .flatMap((id) => program.exceptions.get(id) ?? [])
    .filter((clause) => clause.object === object);
  for (const clause of clauses) {
    const without = { object, condition: clause.condition, given, fixed };
    if ((await canBe(context, without, false)).kind === "never") return [clause];
  }
  return clauses;
};

const swallows = (
  program: Program,
  clauses: readonly ExceptionClause[],
  rules: readonly ExceptedRule[],
): AnalysisFinding => {
  const named = rules.slice(0, MOST_NAMED);
  const more = rules.length > MOST_NAMED ? `等${rules.length}条规则` : "";
  return finding(
    "exception-swallows",
    {
      rule: `${named.map((rule) => ruleOf(program, rule)).join("、")}${more}`,
      exception: clauses.map((clause) => inWords(program, clause)).join("或者"),
    },
    {
      certainty: "proved",
      places: [
        ...named.map((rule) => placeOf(program, rule, rule.origin)),
        ...clauses.map((clause) => placeOf(program, named[0]!, clause.origin)),
      ],
      suggestions: [
        ...clauses.flatMap((clause) => withoutSwallowing(program, clause, rules)),
        ...(rules.length === 1 ? withoutRule(program, rules[0]!) : []).map((each) => ({
          ...each,
          title: `${each.title}，它从不成立。保留哪一个，须由起草人决定`,
        })),
      ],
    },
  );
};

/** An exception that other rules have as well is not taken from them. */
const withoutSwallowing = (
  program: Program,
  clause: ExceptionClause,
  rules: readonly ExceptedRule[],
): readonly Suggestion[] => {
  const isOfOthers = program.decisions.some(
    (each) =>
      (each.kind === "measure" || each.kind === "requirement") &&
      each.exceptions.includes(clause.id) &&
      !rules.includes(each),
  );
  return isOfOthers
    ? []
    : withoutException(program, clause).map((each) => ({
        ...each,
        title: `${each.title}，规则照常适用。保留哪一个，须由起草人决定`,
      }));
};
