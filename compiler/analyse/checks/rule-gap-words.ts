import type { Condition, Program, Subject, Term } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";

/** What a case is, in words that can stand in a rule: 结算额低于1000元且业务量100笔以上. */
export const inWords = (program: Program, conditions: readonly Condition[]): string => {
  const words = conditions.map((condition) => wordsOf(program, condition));
  // A 未 in front could be taken for a denial of what stands behind it too.
  const denied = words.filter((each) => DENIAL.test(each));
  return [...words.filter((each) => !DENIAL.test(each)), ...denied].join("且");
};

const DENIAL = /^(?:未|不|没有|无|非)/u;

const wordsOf = (program: Program, condition: Condition): string => {
  switch (condition.kind) {
    case "oneOf": {
      const name = nameOf(program, condition.left);
      const values = condition.values.flatMap((each) => (each.kind === "enumeration" ? each.value : []));
      return name === null || values.length === 0 ? condition.origin.words : `${name}为${eitherOf(values)}`;
    }
    case "all":
      return condition.operands.map((operand) => wordsOf(program, operand)).join("且");
    case "any":
      return `（${condition.operands.map((operand) => wordsOf(program, operand)).join("或者")}）`;
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "not":
    case "same":
    case "elapsed":
    case "atLeast":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return /[，,；;\n]/u.test(condition.origin.words)
        ? `（${condition.origin.words}）`
        : condition.origin.words;
  }
};

/** 三级、二级或者一级. */
const eitherOf = (values: readonly string[]): string =>
  values.length === 1 ? values[0]! : `${values.slice(0, -1).join("、")}或者${values.at(-1)!}`;

/** The thing that a condition asks of: 结算额; its words where it is of no one fact. */
export const thingOf = (program: Program, condition: Condition): string => {
  let name: string | null = null;
  visitCondition(condition, {
    term: (term) => {
      name ??= nameOf(program, term);
    },
  });
  return condition.kind === "exists" ? condition.origin.words : (name ?? condition.origin.words);
};

const nameOf = ({ decisions }: Program, term: Term): string | null => {
  if (term.kind === "field") return `${pathTo(term.of)}${term.field}`;
  if (term.kind !== "decision") return null;
  const name = decisions.find(({ id }) => id === term.decision)?.name;
  return name === undefined ? null : `${pathTo(term.of)}${name}`;
};

/** 所在区域的; nothing for the record itself. */
const pathTo = (subject: Subject): string =>
  subject.kind === "variable" ? "" : `${pathTo(subject.from)}${subject.field}的`;
