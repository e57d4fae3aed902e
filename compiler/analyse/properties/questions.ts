import { clashesOf, decisionsBehind, printDecided } from "../../evaluate/index.ts";
import type {
  Condition,
  Decision,
  Definition,
  MeasureRule,
  Program,
  Property,
  Term,
} from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { allOf, standing } from "../checks/conditions.ts";
import { contentKey } from "../content-key.ts";
import { readsOf } from "../fields-read.ts";
import type { DifferenceQuery, Focus, SideResult } from "../difference-query.ts";
import { decisionsOf, decisionsRead } from "../law.ts";
import type { PairQuestion } from "../probe.ts";
import { assumedOf, othersAlike } from "./assumed.ts";
import { raisedCopy, type RaisedCopy } from "./raised-copy.ts";

/** One question, of which every world that breaks the law answers at least one. */
export interface LawQuestion extends PairQuestion {
  /** For 单调: how the judged record is read the second time. */
  readonly copy: RaisedCopy | null;
}

/** What breaks a law, as questions about worlds; or why it cannot be put into such questions. */
export type LawQuestions =
  | { readonly kind: "questions"; readonly questions: readonly LawQuestion[] }
  | { readonly kind: "none"; readonly why: string };

/**
 * The questions of a law: each asks for more than a violation where it cannot ask exactly, so that “never” to all of
 * them is a proof. What is found is looked at again with the law itself.
 */
export const questionsOf = (program: Program, property: Property): LawQuestions => {
  const found = violationsOf(program, property);
  if (found.kind === "none") return found;
  return all(
    found.questions.map((question) => {
      // An assumption is about the judged record; where a decision reads it by way of another, it is not the judged one.
      const read = decisionsRead(program, property).filter(({ object }) => object === objectOf(question));
      return { ...question, focus: [...(question.focus ?? []), ...assumedOf(program, read)] };
    }),
  );
};

const objectOf = ({ left }: LawQuestion): string => left.decision!.object;

const violationsOf = (program: Program, property: Property): LawQuestions => {
  switch (property.kind) {
    case "noConflict":
      return all(
        decisionsOf(program, property).flatMap((decision) =>
          decision.kind === "measure"
            ? clashing(program, decision)
            : decision.kind === "classification"
              ? [about(program, decision, "冲突", ({ status }) => status === "冲突")]
              : [],
        ),
      );
    case "noGap":
      return all(
        decisionsOf(program, property)
          .filter(({ kind }) => kind === "classification")
          .map((decision) => about(program, decision, "未认定", ({ status }) => status === "未认定")),
      );
    case "notWiderThan": {
      const questions = widerIn(program, property);
      return questions.length === 0 ? { kind: "none", why: OTHER_OBJECTS } : all(questions);
    }
    case "forAll":
      return forAll(program, property);
    case "monotone":
      return monotone(program, property);
  }
};

/** A question as the query that the interpreter replays. */
export const queryOf = (question: PairQuestion, at: Day): DifferenceQuery => ({
  left: question.left,
  right: question.right,
  at,
  wanted: question.wanted,
  focus: question.focus ?? [],
  keepParameters: false,
});

const all = (questions: readonly LawQuestion[]): LawQuestions => ({ kind: "questions", questions });

const about = (
  program: Program,
  decision: Decision,
  asks: string,
  wanted: (result: SideResult) => boolean,
  focus: readonly Focus[] = [],
): LawQuestion => ({
  left: { program, decision },
  right: { program, decision: null },
  wanted: (left) => wanted(left),
  focus,
  asks: JSON.stringify([
    asks,
    focus.map(({ condition }) => conditionKey(program, decision.object, condition)),
  ]),
  copy: null,
});

/** What a condition reads, in writing, so that its answer is remembered for it alone. */
const conditionKey = (program: Program, object: string, condition: Condition): string => {
  const definition = asDefinition(object, condition);
  return contentKey({ ...program, decisions: [...program.decisions, definition] }, [definition]);
};

/** Two orders of the measure on one record, of rules that all hold on it. */
const clashing = (program: Program, decision: MeasureRule): readonly LawQuestion[] => {
  const measures = program.decisions.filter(
    (each): each is MeasureRule => each.kind === "measure" && each.object === decision.object,
  );
  const pairs = clashesOf(measures).filter(({ left, right }) =>
    [left.rule.name, right.rule.name].includes(decision.name),
  );
  return pairs.map(({ left, right }) => {
    const rules = [...new Set([decision, left.rule, right.rule])];
    const condition = allOf(
      decision.origin,
      rules.map((rule) => standing(program, rule)),
    );
    return asked(program, decision.object, condition);
  });
};

const widerIn = (
  program: Program,
  property: Extract<Property, { kind: "notWiderThan" }>,
): readonly LawQuestion[] => {
  const named = (name: string): readonly Decision[] =>
    program.decisions.filter((decision) => decision.id === name || decision.name === name);
  return named(property.decision).flatMap((decision) => {
    const than = named(property.than).find(({ object }) => object === decision.object);
    // Of several sentences of one rule the first is enough: that it does not cover the record is asked of all worlds.
    if (than === undefined) return [];
    return [
      {
        left: { program, decision },
        right: { program, decision: than },
        wanted: (left, right) => (left.status === "成立" || left.status === "符合") && !covers(right),
        asks: "不宽于",
        copy: null,
      },
    ];
  });
};

const covers = ({ status }: SideResult): boolean =>
  status === "成立" || status === "符合" || status === "未知" || status === "需裁量";

const forAll = (program: Program, property: Extract<Property, { kind: "forAll" }>): LawQuestions => {
  const decisions = decisionsOf(program, property).filter(({ object }) => object === property.object);
  const { value, status, negated, condition } = property;
  // Numbers are only told apart from each other, not in print.
  if (value !== null && decisions.some((decision) => !hasWrittenValues(decision))) return NUMBERS;
  return all(
    decisions.map((decision) => {
      const printed = value === null ? null : printDecided(value, decision);
      return about(
        program,
        decision,
        JSON.stringify(["任一", status, printed, negated]),
        (result) => {
          const same = printed === null ? result.status === status : result.value === printed;
          const isOpen = result.status === "未知" || result.status === "需裁量";
          return !(isOpen && !same) && same === negated;
        },
        [{ side: "left", condition, levels: [1] }],
      );
    }),
  );
};

const OTHER_OBJECTS = "两条规则适用的对象不同，没有可以比较的记录。";

const NUMBERS: LawQuestions = { kind: "none", why: "所要求的结果是算出的数，尚不能证明。" };

const hasWrittenValues = (decision: Decision): boolean =>
  decision.kind !== "indicator" &&
  decision.kind !== "ranking" &&
  (decision.kind !== "classification" || decision.type.kind === "enumeration");

const monotone = (program: Program, property: Extract<Property, { kind: "monotone" }>): LawQuestions => {
  const questions: LawQuestion[] = [];
  for (const decision of decisionsOf(program, property)) {
    const copy = raisedCopy(program, decision, property.field);
    const grows = copy === null ? null : raisedBy(decision, property.field, copy);
    // Without the field, nothing of this decision is raised.
    if (copy === null || grows === null) continue;
    if (decision.kind === "classification" && !hasWrittenValues(decision)) return NUMBERS;
    const question = stepBack(property, decision, copy, grows);
    const alike = isAmongOthers(program, decision)
      ? [othersAlike(copy, decision.object, decision.origin)]
      : [];
    questions.push({ ...question, focus: [...(question.focus ?? []), ...alike] });
  }
  return questions.length === 0 ? { kind: "none", why: NO_FIELD } : all(questions);
};

const NO_FIELD = "该规则适用的对象没有所写的字段，没有可以比较的情形。";

/** Whether the result rests on other records of the object, too. */
const isAmongOthers = (program: Program, { id, object }: Decision): boolean => {
  const { fields, several } = readsOf(program, decisionsBehind(program, id));
  if (several.has(object)) return true;
  return [...fields].some(([name, read]) =>
    [...read].some((field) => {
      const type = program.objects.get(name)?.fields.get(field)?.type;
      return type?.kind === "reference" && type.object === object;
    }),
  );
};

/** Both amounts are known, and the second one is greater. */
const raisedBy = (decision: Decision, field: string, copy: RaisedCopy): Condition | null => {
  const type = copy.program.objects.get(decision.object)!.fields.get(field)!.type;
  const { origin } = decision;
  const read = (name: string): Term => ({
    kind: "field",
    of: { kind: "variable", index: 0, object: decision.object },
    field: name,
    type,
    origin,
  });
  const [left, right] = [read(field), read(copy.field)];
  switch (type.kind) {
    case "number":
    case "date":
      return { kind: "compare", operator: "<", word: "低于", left, right, origin };
    case "enumeration":
      return type.ascending === null
        ? null
        : {
            kind: "compareOrder",
            operator: "<",
            word: "低于",
            left,
            right,
            enumeration: type,
            origin,
          };
    case "boolean":
      return allOf(origin, [
        { kind: "not", operand: { kind: "holds", term: left, origin }, origin },
        { kind: "holds", term: right, origin },
      ]);
    case "text":
    case "coordinate":
    case "reference":
      return null;
  }
};

const stepBack = (
  { direction }: Extract<Property, { kind: "monotone" }>,
  decision: Decision,
  copy: RaisedCopy,
  grows: Condition,
): LawQuestion => {
  const { program } = copy;
  const { origin, object } = decision;
  if (decision.kind === "indicator") {
    const value = (id: string): Term => ({
      kind: "decision",
      decision: id,
      of: { kind: "variable", index: 0, object },
      type: decision.value.type,
      origin,
    });
    const back: Condition = {
      kind: "compare",
      operator: direction === "increasing" ? "<" : ">",
      word: "",
      left: value(copy.decision.id),
      right: value(decision.id),
      origin,
    };
    return { ...asked(program, object, allOf(origin, [grows, back])), copy };
  }
  const order =
    decision.kind === "classification" && decision.type.kind === "enumeration"
      ? (decision.type.ascending ?? [])
      : [];
  const rank = ({ status, value }: SideResult): number => {
    if (status === "成立" || status === "符合") return 1;
    if (status === "不成立" || status === "不符合") return 0;
    return value === null ? -1 : order.indexOf(value);
  };
  return {
    left: { program, decision },
    right: { program, decision: copy.decision },
    wanted: (before, after) => {
      const [from, to] = [rank(before), rank(after)];
      return from >= 0 && to >= 0 && (direction === "increasing" ? to < from : to > from);
    },
    focus: [{ side: "left", condition: grows, levels: [1] }],
    asks: JSON.stringify(["单调", direction, copy.field, order]),
    copy,
  };
};

/** A condition of one record as a question. */
const asked = (program: Program, object: string, condition: Condition): LawQuestion => {
  const decision = asDefinition(object, condition);
  return about(
    { ...program, decisions: [...program.decisions, decision] },
    decision,
    "成立",
    ({ status }) => status === "成立",
  );
};

/** As a 定义, which interpreter and solvers read like any other. */
const asDefinition = (object: string, condition: Condition): Definition => ({
  kind: "definition",
  id: ASKED,
  name: ASKED,
  object,
  origin: condition.origin,
  condition,
});

const ASKED = "·性质·";
