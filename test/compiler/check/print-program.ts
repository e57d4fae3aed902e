import { printRational } from "../../../language/index.ts";
import type { Candidates, Condition, Decision, Scope, Subject, Term } from "../../../compiler/model/ir.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { printDay } from "../../../compiler/resolve/calendar.ts";

/** A decision as short text, so that a golden shows what a sentence means to the machine. */
export const printDecision = (decision: Decision): string => {
  const lines = [`${decision.kind} ${decision.id}（${decision.object}）@${decision.origin.provision ?? "-"}`];
  switch (decision.kind) {
    case "measure":
      lines.push(`  subject ${printCondition(decision.subject)}`, `  base ${printCondition(decision.base)}`);
      for (const order of decision.orders) {
        const { force, inPrinciple, word } = order.modality;
        lines.push(`  order ${force}${inPrinciple ? "~" : ""}「${word}」${order.measure}`);
      }
      break;
    case "requirement":
      lines.push(
        `  subject ${printCondition(decision.subject)}`,
        `  applies ${printCondition(decision.applicability)}`,
        `  requires ${decision.modality.force}${decision.modality.inPrinciple ? "~" : ""}「${decision.modality.word}」 ${printCondition(decision.requirement)}`,
      );
      break;
    case "classification":
      for (const item of decision.items)
        lines.push(
          `  ${item.origin.item ?? ""} ${printValue(item.value)} ← ${printCondition(item.condition)}`,
        );
      if (decision.otherwise !== null) lines.push(`  其他 ${printValue(decision.otherwise.value)}`);
      break;
    case "definition":
      lines.push(`  ${printCondition(decision.condition)}`);
      break;
    case "indicator":
      lines.push(`  ${printTerm(decision.value)}`);
      break;
    case "ranking":
      lines.push(
        `  members ${printCondition(decision.members)} by ${decision.group ?? "-"}`,
        `  keys ${decision.keys.map((key) => `${printTerm(key.term)}${key.descending ? "↓" : "↑"}`).join(" ")} ties ${decision.ties} ${decision.shareRounding ?? "-"}`,
      );
      break;
  }
  if ((decision.kind === "measure" || decision.kind === "requirement") && decision.exceptions.length > 0) {
    lines.push(`  except ${decision.exceptions.join("、")}`);
  }
  return lines.join("\n");
};

export const printCondition = (condition: Condition): string => {
  const place = condition.origin.item === null ? "" : condition.origin.item;
  switch (condition.kind) {
    case "constant":
      return String(condition.value);
    case "all":
    case "any":
      return `${condition.kind}(${condition.operands.map(printCondition).join(" ")})`;
    case "atLeast":
      return `atLeast${condition.count}(${condition.operands.map(printCondition).join(" ")})`;
    case "not":
      return `not(${printCondition(condition.operand)})`;
    case "holds":
      return `${place}${printTerm(condition.term)}`;
    case "compare":
    case "compareOrder":
      return `${place}(${printTerm(condition.left)} ${condition.operator}${condition.kind === "compareOrder" ? "ₒ" : ""} ${printTerm(condition.right)})`;
    case "oneOf":
      return `${place}(${printTerm(condition.left)} ∈ ${condition.values.map(printValue).join("|")})`;
    case "same":
      return `(${printTerm(condition.left)} ≡ ${printTerm(condition.right)})`;
    case "elapsed":
      return `${place}(${printTerm(condition.from)} + ${printTerm(condition.amount)} ${condition.unit} ${condition.operator}ₜ ${printTerm(condition.to)})`;
    case "exists":
      return `${place}${condition.quantifier} ${printTerm(condition.count)} ${printCandidates(condition.candidates)}`;
    case "ranked":
      return `${place}${condition.ranking}(${printSubject(condition.subject)}).${condition.end} ${printTerm(condition.amount)}${condition.share ? " share" : ""}`;
    case "reading":
      return `「${condition.reading}」=${condition.option}`;
    case "defined":
      return `${condition.decision}?(${printSubject(condition.subject)})`;
  }
};

export const printTerm = (term: Term): string => {
  switch (term.kind) {
    case "literal":
      return `${printValue(term.value)}${term.type.kind === "number" && term.type.unit !== null ? term.type.unit : ""}`;
    case "field":
      return `${printSubject(term.of)}.${term.field}`;
    case "record":
      return printSubject(term.of);
    case "parameter":
      return `‹${term.name}${term.region === null ? "" : `@${printSubject(term.region)}`}›`;
    case "arithmetic":
      return `(${printTerm(term.left)} ${{ add: "+", subtract: "−", multiply: "×", divide: "÷" }[term.operator]} ${printTerm(term.right)})`;
    case "aggregate":
      return `${term.function}${term.of === null ? "" : `[${printTerm(term.of)}]`}${printCandidates(term.candidates)}`;
    case "decision":
      return `${term.decision}(${printSubject(term.of)})`;
    case "rounded":
      return `round.${term.mode}.${term.digits}(${printTerm(term.operand)})`;
    case "referenceDate":
      return "基准日";
  }
};

const printCandidates = (candidates: Candidates): string =>
  `{v${candidates.variable}:${candidates.object} ${printScope(candidates.scope)}${candidates.except === null ? "" : ` ≠${printSubject(candidates.except)}`} | ${printCondition(candidates.where)}}`;

const printScope = (scope: Scope): string => {
  switch (scope.kind) {
    case "everywhere":
      return "everywhere";
    case "region":
      return `.${scope.field}=${printSubject(scope.region)}`;
    case "distance":
      return `${scope.metric}≤${printTerm(scope.limit)} from ${printSubject(scope.from)}.${scope.fromField ?? "?"} to .${scope.toField ?? "?"}`;
  }
};

const printSubject = (subject: Subject): string =>
  subject.kind === "variable" ? `v${subject.index}` : `${printSubject(subject.from)}.${subject.field}`;

const printValue = (value: Value): string => {
  switch (value.kind) {
    case "boolean":
      return value.value ? "是" : "否";
    case "number":
      return printRational(value.value);
    case "date":
      return printDay(value.value);
    case "coordinate":
      return `${value.longitude},${value.latitude}`;
    case "reference":
      return `→${value.id}`;
    case "text":
    case "enumeration":
      return value.value;
  }
};
