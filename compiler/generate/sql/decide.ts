import type { Classification, Decision, MeasureRule, RequirementRule } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Compilation, Found } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import {
  and,
  FALSE,
  isFalse,
  isKnown,
  isNull,
  isTrue,
  not,
  or,
  raw,
  sql,
  TRUE,
  when,
  type Expr,
} from "./expr.ts";
import { rankingFound } from "./ranking.ts";
import { Refused } from "./refused.ts";
import { termValue } from "./term.ts";
import { any, asColumn, decided, factOfAny } from "./truth.ts";
import { constant, factOf, mapColumns, settledOf, type Truth, type Val } from "./value.ts";

/** 不适用 成立 不成立 符合 不符合 已认定 未认定 冲突 需裁量 未知, by their codes. */
export const STATUSES = [
  "不适用",
  "成立",
  "不成立",
  "符合",
  "不符合",
  "已认定",
  "未认定",
  "冲突",
  "需裁量",
  "未知",
] as const;

export type StatusWord = (typeof STATUSES)[number];

export const code = (word: StatusWord): Expr => raw(String(STATUSES.indexOf(word)), 0, true);

/** What a decision finds of each row of the block of its object. */
export const decide = (compilation: Compilation, block: Block, decision: Decision): Found => {
  const before = block.failures.length;
  const found = byKind(compilation, block, decision);
  const mayFail = block.failures.length > before || found.mayFail;
  return { ...found, mayFail, status: block.column(found.status) };
};

const byKind = (compilation: Compilation, block: Block, decision: Decision): Found => {
  switch (decision.kind) {
    case "measure":
      return { ...NOTHING, status: ofMeasure(compilation, block, decision) };
    case "requirement":
      return { ...NOTHING, status: ofRequirement(compilation, block, decision) };
    case "definition": {
      const truth = asColumn(block, conditionTruth(compilation, block, decision.condition));
      return { ...NOTHING, truth, status: holdsOrNot(truth) };
    }
    case "classification":
      return ofClassification(compilation, block, decision);
    case "indicator": {
      const value = mapColumns(termValue(compilation, block, decision.value), (expr) => block.column(expr));
      return {
        ...NOTHING,
        status: when(
          [
            [settledOf(value), code("已认定")],
            [factOf(value), code("未知")],
          ],
          code("需裁量"),
        ),
        value: { ...value, ...(value.kind === "number" ? { range: null } : {}) },
      };
    }
    case "ranking":
      return rankingFound(compilation, block, decision);
  }
};

const NOTHING = { status: raw("0"), value: null, placing: null, truth: null, mayFail: false } as const;

const holdsOrNot = ({ truth, fact }: Truth): Expr =>
  when(
    [
      [truth, code("成立")],
      [not(truth), code("不成立")],
      [fact, code("未知")],
    ],
    code("需裁量"),
  );

export const undecidedOf = (fact: Expr): Expr => when([[fact, code("未知")]], code("需裁量"));

/** The exceptions of a rule that can apply to its records. */
const exceptionTruth = (
  compilation: Compilation,
  block: Block,
  rule: MeasureRule | RequirementRule,
): Truth => {
  const clauses = rule.exceptions.flatMap((id) => {
    const clause = compilation.program.exceptions.get(id);
    return clause !== undefined && clause.object === rule.object ? [clause] : [];
  });
  if (clauses.length === 0) return decided(FALSE);
  return any(
    block,
    clauses.map((clause) => conditionTruth(compilation, block, clause.condition)),
  );
};

const ofMeasure = (compilation: Compilation, block: Block, rule: MeasureRule): Expr => {
  const subject = asColumn(block, conditionTruth(compilation, block, rule.subject));
  const base = asColumn(block, conditionTruth(compilation, block, rule.base));
  const excepted = asColumn(block, exceptionTruth(compilation, block, rule));
  const refused = isTrue(subject.truth)
    ? code("不成立")
    : when([[subject.truth, code("不成立")]], undecidedOf(subject.fact));
  return when(
    [
      [not(subject.truth), code("不适用")],
      [not(base.truth), refused],
      [excepted.truth, code("不适用")],
      [and(subject.truth, base.truth, not(excepted.truth)), code("成立")],
      [factOfAny(block, [subject, base, excepted]), code("未知")],
    ],
    code("需裁量"),
  );
};

const ofRequirement = (compilation: Compilation, block: Block, rule: RequirementRule): Expr => {
  const subject = asColumn(block, conditionTruth(compilation, block, rule.subject));
  const applies = asColumn(block, conditionTruth(compilation, block, rule.applicability));
  const excepted = asColumn(block, exceptionTruth(compilation, block, rule));
  const required = asColumn(block, conditionTruth(compilation, block, rule.requirement));
  return when(
    [
      [or(not(subject.truth), not(applies.truth)), code("不适用")],
      [excepted.truth, code("不适用")],
      [and(subject.truth, applies.truth, not(excepted.truth), required.truth), code("符合")],
      [and(subject.truth, applies.truth, not(excepted.truth), not(required.truth)), code("不符合")],
      [factOfAny(block, [subject, applies, excepted, required]), code("未知")],
    ],
    code("需裁量"),
  );
};

const ofClassification = (compilation: Compilation, block: Block, rule: Classification): Found => {
  const subject = asColumn(block, conditionTruth(compilation, block, rule.subject));
  const classes = new Map<string, { readonly value: Val; readonly truths: Truth[] }>();
  for (const item of rule.items) {
    const value = classValue(constant(item.value), rule);
    const entry = classes.get(value.sql) ?? { value: constant(item.value), truths: [] };
    entry.truths.push(conditionTruth(compilation, block, item.condition));
    classes.set(value.sql, entry);
  }
  const found = [...classes].map(([key, { value, truths }]) => ({
    key,
    value,
    truth: asColumn(block, any(block, truths)),
  }));
  const truths = found.map(({ truth }) => truth);
  const certainly = truths.map(({ truth }) => truth).filter((truth) => !isFalse(isKnown(truth)));
  const count = certainly
    .map((truth) => when([[truth, raw("1", 0, true)]], raw("0", 0, true)))
    .reduce((left, right) => sql`${left} + ${right}`, raw("0"));
  const several = certainly.length < 2 ? FALSE : block.column(sql`(${count} > 1)`);
  const open = block.column(or(...truths.map(({ truth }) => isNull(truth))));
  const fact = factOfAny(block, truths);
  const fallback = rule.otherwise === null ? null : classValue(constant(rule.otherwise.value), rule);
  const some = or(...certainly.map((truth) => sql`COALESCE(${truth}, FALSE)`));
  const conclusion = when(
    [
      [several, code("冲突")],
      [open, undecidedOf(fact)],
      [fallback === null ? some : TRUE, code("已认定")],
    ],
    code("未认定"),
  );
  const unsure = when([[or(subject.fact, and(not(several), open, fact)), code("未知")]], code("需裁量"));
  const status = block.column(
    when(
      [
        [not(subject.truth), code("不适用")],
        [subject.truth, conclusion],
      ],
      unsure,
    ),
  );
  const value = when(
    [
      ...found.map(
        (each) => [sql`(${status} = 5 AND ${each.truth.truth})`, classValue(each.value, rule)] as const,
      ),
      ...(fallback === null ? [] : [[sql`${status} = 5`, fallback] as const]),
    ],
    raw("CAST(NULL AS TEXT)"),
  );
  const type = found[0]?.value ?? (rule.otherwise === null ? null : constant(rule.otherwise.value));
  return {
    status,
    value: {
      kind: "text",
      type: type?.kind === "text" ? type.type : "enumeration",
      value: block.column(value),
      fact,
    },
    placing: null,
    truth: null,
    mayFail: false,
  };
};

/** Classes are words. */
const classValue = (value: Val, rule: Classification): Expr => {
  if (value.kind === "text") return value.value;
  throw new Refused("认定的结果不是文字", rule.origin);
};
