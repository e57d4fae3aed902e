import type { Condition, Decision } from "../../model/ir.ts";

/** A whole clause of a decision, and what follows where it is never or always true. */
export interface DecisionClause {
  readonly condition: Condition;
  /** What holds where the clause is asked about. */
  readonly given: readonly Condition[];
  /** Only its parts are looked at: the whole is an item of a list, which has checks of its own. */
  readonly inside: boolean;
  readonly never: string;
  readonly always: string;
}

export const clausesOf = (decision: Decision): readonly DecisionClause[] => {
  switch (decision.kind) {
    case "measure":
      return [subject(decision.subject), base(decision.base, [decision.subject])];
    case "requirement":
      return [
        subject(decision.subject),
        base(decision.applicability, [decision.subject]),
        {
          ...whole(decision.requirement, "这一要求因此无法达到", "这一要求因此总是达到，等于没有要求"),
          given: said([decision.subject, decision.applicability]),
        },
      ];
    case "classification":
      return [
        subject(decision.subject),
        ...decision.items.map(({ condition }) => ({ ...whole(condition, "", ""), inside: true })),
      ];
    case "definition":
      return [
        whole(decision.condition, "没有任何记录符合这一定义", "这一定义因此包含全部记录，不起区分作用"),
      ];
    case "ranking":
      return [whole(decision.members, "没有任何记录参加排名", "参加排名的范围因此没有限制")];
    case "indicator":
      return [];
  }
};

const whole = (condition: Condition, never: string, always: string): DecisionClause => ({
  condition,
  given: [],
  inside: false,
  never,
  always,
});

const subject = (condition: Condition): DecisionClause =>
  whole(condition, "规则因此对任何记录都不适用", "对象因此没有限定");

const base = (condition: Condition, given: readonly Condition[]): DecisionClause => ({
  ...whole(condition, "规则因此不会适用", "规则因此对所规定的对象一律适用"),
  given: said(given),
});

/** Without what says nothing. */
const said = (given: readonly Condition[]): readonly Condition[] =>
  given.filter((each) => each.kind !== "constant");

/** Whether the parts are written as （一）…；（二）…, each an item with checks of its own. */
export const isList = ({
  operands,
  origin,
}: {
  readonly operands: readonly Condition[];
  readonly origin: Condition["origin"];
}): boolean => operands.some((operand) => operand.origin.item !== origin.item);
