import { printValue } from "../../compiler/evaluate/index.ts";
import type { Candidates, Condition, Decision, Program, Subject, Term } from "../../compiler/model/ir.ts";
import { decisionsBehind } from "../../compiler/model/walk.ts";
import type { Scenario } from "../generators/program.ts";
import type { Disagreement } from "./compare.ts";
import { printRational } from "../../language/index.ts";
import type { Value } from "../../compiler/model/value.ts";

/** A disagreement as a person wants to read it: the rules concerned, the register, both results. */
export const printDisagreement = (scenario: Scenario, found: Disagreement): string => {
  const { program, world, at } = scenario;
  const concerned =
    found.decision === "" ? program.decisions : [...decisionsBehind(program, found.decision)].reverse();
  return [
    `${found.engine}: ${found.decision} on ${found.object} ${found.id}, ${found.part}`,
    `  interpreter: ${show(onlyOther(found.expected, found.found))}`,
    `  ${found.engine}: ${show(onlyOther(found.found, found.expected))}`,
    `on ${printValue({ kind: "date", value: at }, null)} (day ${at})`,
    ...concerned.map((decision) => `  ${printDecision(program, decision)}`),
    ...[...program.readings.values()].map(
      ({ name, adopted }) =>
        `  reading ${name}: adopted ${adopted}, taken ${scenario.readings.get(name) ?? "-"}`,
    ),
    ...[...program.parameters.values()].flatMap(({ name, values }) =>
      values.map((each) => `  ${name} (declared) from ${each.from} in ${each.region}: ${plain(each.value)}`),
    ),
    ...[...(world.parameters ?? [])].flatMap(([name, values]) =>
      values.map((each) => `  ${name} (supplied) from ${each.from} in ${each.region}: ${plain(each.value)}`),
    ),
    ...world.records.map(
      ({ object, id, facts }) =>
        `  ${object} ${id}: ${[...facts].map(([name, value]) => `${name}=${plain(value)}`).join(" ")}`,
    ),
    ...(world.distances ?? []).map(({ from, to, metres }) => `  ${from} to ${to}: ${metres} m`),
  ].join("\n");
};

/** Of an outcome the parts that are not the same in the other. */
const onlyOther = (value: unknown, other: unknown): unknown => {
  if (!isPlain(value) || !isPlain(other)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, each]) => JSON.stringify(each) !== JSON.stringify(other[key])),
  );
};

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const show = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, 1)?.slice(0, 4000);

const plain = (value: Value): string =>
  value.kind === "number"
    ? printRational(value.value)
    : value.kind === "date"
      ? `day ${value.value}`
      : printValue(value, null);

const printDecision = (program: Program, decision: Decision): string => {
  const head = `${decision.kind} ${decision.id} (${decision.object})`;
  const exceptions = "exceptions" in decision ? decision.exceptions : [];
  const except = exceptions
    .map((id) => ` except ${id}: ${condition(program.exceptions.get(id)!.condition)}`)
    .join("");
  switch (decision.kind) {
    case "measure":
      return `${head}: for ${condition(decision.subject)} if ${condition(decision.base)}${except}`;
    case "requirement":
      return `${head}: for ${condition(decision.subject)}, ${condition(decision.applicability)} must ${condition(decision.requirement)}${except}`;
    case "classification":
      return `${head}: for ${condition(decision.subject)} ${decision.items.map((each) => `${plain(each.value)} if ${condition(each.condition)}`).join("; ")}; else ${decision.otherwise === null ? "-" : plain(decision.otherwise.value)}`;
    case "definition":
      return `${head}: ${condition(decision.condition)}`;
    case "indicator":
      return `${head}: ${term(decision.value)}`;
    case "ranking":
      return `${head}: ${condition(decision.members)} by ${decision.keys.map((key) => `${term(key.term)} ${key.descending ? "down" : "up"}`).join(", ")} in ${decision.group}, ties ${decision.ties}, share ${decision.shareRounding}`;
  }
};

const subject = (of: Subject): string =>
  of.kind === "variable" ? `${of.object}#${of.index}` : `${subject(of.from)}.${of.field}`;

const condition = (of: Condition): string => {
  switch (of.kind) {
    case "constant":
      return String(of.value);
    case "all":
    case "any":
      return `${of.kind}(${of.operands.map(condition).join(", ")})`;
    case "atLeast":
      return `atLeast ${of.count}(${of.operands.map(condition).join(", ")})`;
    case "not":
      return `not(${condition(of.operand)})`;
    case "holds":
      return term(of.term);
    case "compare":
    case "compareOrder":
      return `(${term(of.left)} ${of.operator} ${term(of.right)})`;
    case "oneOf":
      return `(${term(of.left)} in [${of.values.map(plain).join(", ")}])`;
    case "same":
      return `(${term(of.left)} same ${term(of.right)})`;
    case "elapsed":
      return `(${term(of.to)} ${of.operator} ${term(of.from)} + ${term(of.amount)} ${of.unit})`;
    case "exists":
      return `exists ${of.quantifier} ${term(of.count)} ${candidates(of.candidates)}`;
    case "ranked":
      return `ranked ${of.ranking} ${subject(of.subject)} ${of.end} ${term(of.amount)}${of.share ? " share" : ""}`;
    case "reading":
      return `reading ${of.reading}=${of.option}`;
    case "defined":
      return `${subject(of.subject)} is ${of.decision}`;
  }
};

const candidates = ({ object, variable, scope, where, except }: Candidates): string => {
  const place =
    scope.kind === "everywhere"
      ? ""
      : scope.kind === "region"
        ? ` with ${scope.field} = ${subject(scope.region)}`
        : ` ${scope.metric} ${term(scope.limit)} from ${subject(scope.from)} (${scope.fromField}, ${scope.toField})`;
  return `{${object}#${variable}${place} where ${condition(where)}${except === null ? "" : ` except ${subject(except)}`}}`;
};

const term = (of: Term): string => {
  switch (of.kind) {
    case "literal":
      return plain(of.value);
    case "field":
      return `${subject(of.of)}.${of.field}`;
    case "record":
      return subject(of.of);
    case "parameter":
      return `${of.name}${of.region === null ? "" : `[${subject(of.region)}]`}`;
    case "arithmetic":
      return `(${term(of.left)} ${of.operator} ${term(of.right)})`;
    case "aggregate":
      return `${of.function} ${of.of === null ? "" : `${term(of.of)} `}${candidates(of.candidates)}`;
    case "decision":
      return `${of.decision}[${subject(of.of)}]`;
    case "rounded":
      return `round ${of.mode} ${of.digits}(${term(of.operand)})`;
    case "referenceDate":
      return "today";
  }
};
