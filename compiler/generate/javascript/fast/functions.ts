import type { Decision, Program, Subject } from "../../../model/ir.ts";
import { commentText, propertyKey, stringLiteral, type Identifiers } from "../../names.ts";
import { BatchAccess } from "./batch-access.ts";
import { writeBatch, type States } from "./batch-code.ts";
import { CheckAccess, sharedFields } from "./check-access.ts";
import { Code } from "./code.ts";
import { Constants, type Nodes } from "./constants.ts";
import { writeDecision } from "./decision-code.ts";
import { classValues } from "./leaf.ts";
import { callsOf, MOST_CALLS, referredDecisions } from "./references.ts";
import { RowAccess, type FunctionNames } from "./row-access.ts";

/** The functions that judge fast. They stand behind the nodes and the runtime in the module. */
export interface FastHalf {
  /** Declarations: one function for each decision, and `constantsOf(context)`. */
  readonly code: Code;
  /** Names of the functions `check…` and `batch…` of each object. */
  readonly exported: readonly { readonly object: string; readonly check: string; readonly batch: string }[];
}

export const writeFastHalf = (program: Program, nodes: Nodes, identifiers: Identifiers): FastHalf => {
  const constants = new Constants(nodes);
  const code = new Code();
  const names = functionNames(program, identifiers);
  const referred = referredDecisions(program);
  const calls = callsOf(program);
  for (const decision of program.decisions) {
    if (!referred.has(decision.id)) continue;
    code.line("");
    writeRowFunction(code, program, decision, constants, nodes, names, calls.get(decision.id)! > MOST_CALLS);
  }
  const states = new Map<string, States>();
  for (const decision of program.decisions) {
    code.line("");
    const few = writeBatchFunction(code, program, decision, constants, nodes, names, identifiers);
    if (few !== null) states.set(decision.id, few);
  }
  const exported = [...program.objects.keys()].map((object) => {
    const decisions = program.decisions.filter((decision) => decision.object === object);
    const [check, batch] = [identifiers.of("check", object), identifiers.of("batch", object)];
    code.line("");
    writeCheck({ code, program, constants, nodes, names, referred }, check, object);
    code.line("");
    writeBatch(code, batch, program, object, decisions, identifiers, states);
    return { object, check, batch };
  });
  code.line("");
  writeConstants(code, constants);
  return { code, exported };
};

const functionNames = (program: Program, identifiers: Identifiers): FunctionNames => {
  const classes = new Set(
    program.decisions.filter(({ kind }) => kind === "classification").map(({ id }) => id),
  );
  return {
    status: (id) => identifiers.of("status", id),
    classOf: (id) => (classes.has(id) ? identifiers.of("class", id) : null),
  };
};

/** Provision, name and words of the rule. */
const writeTitle = (code: Code, program: Program, { name, origin }: Decision, tag: string): void => {
  const label = program.policy.provisions.get(origin.provision ?? "")?.label ?? origin.provision;
  const provision = label === null ? "" : `${label} `;
  code.line(`/** ${commentText(`${provision}${name}`)}${tag}：${commentText(origin.words, 300)} */`, origin);
};

const writeRowFunction = (
  code: Code,
  program: Program,
  decision: Decision,
  constants: Constants,
  nodes: Nodes,
  names: FunctionNames,
  heavy: boolean,
): void => {
  const { id } = decision;
  const classes = names.classOf(id);
  writeTitle(code, program, decision, "");
  code.begin(`function ${classes ?? names.status(id)}(record, context) {`, decision.origin);
  const access = new RowAccess(code, program, names, decision.object);
  if (heavy && (decision.kind !== "classification" || decision.type.kind === "enumeration")) {
    // It rests on so many others, again and again, that whoever remembers what was found is faster.
    code.line(
      decision.kind === "classification"
        ? `return ${access.classFor(id, classValues(decision))};`
        : access.done(access.codeFor(id)),
    );
  } else if (!writeDecision({ program, access, constants, nodes }, decision)) {
    code.line(access.done(access.codeFor(id)));
  }
  code.end();
  if (classes === null) return;
  code.line("");
  code.begin(`function ${names.status(id)}(record, context) {`, decision.origin);
  code.line(`const found = ${classes}(record, context);`);
  code.line("return found > 9 ? 5 : found;");
  code.end();
};

const writeBatchFunction = (
  code: Code,
  program: Program,
  decision: Decision,
  constants: Constants,
  nodes: Nodes,
  names: FunctionNames,
  identifiers: Identifiers,
): States | null => {
  const { id, origin } = decision;
  const loop = new Code();
  let apart = 0;
  const nameApart = (): string => identifiers.of("levels", `${id}_${(apart += 1)}`);
  const access = new BatchAccess(loop, program, names, decision.object, nameApart);
  loop.begin("rows: for (let row = 0; row < length; row += 1) {", origin);
  if (!writeDecision({ program, access, constants, nodes }, decision)) {
    loop.line(access.done(access.codeFor(id)));
  }
  loop.end();
  code.append(access.functionsApart);
  writeTitle(code, program, decision, "（各行）");
  code.begin(`function ${identifiers.of("rows", id)}(table, context) {`, origin);
  code.line(`const { length } = table;`);
  code.line(`const codes = table.begin(${stringLiteral(id)});`);
  if (decision.kind === "classification") code.line(`const places = table.placesOf(${stringLiteral(id)});`);
  code.append(access.before);
  code.append(loop);
  code.end();
  return access.states();
};

const reported = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter(({ kind }) => kind !== "definition");

interface Checking {
  readonly code: Code;
  readonly program: Program;
  readonly constants: Constants;
  readonly nodes: Nodes;
  readonly names: FunctionNames;
  readonly referred: ReadonlySet<string>;
}

const writeCheck = (
  { code, program, constants, nodes, names, referred }: Checking,
  name: string,
  object: string,
): void => {
  const decisions = reported(program.decisions.filter((decision) => decision.object === object));
  code.line(`/** ${commentText(object)}的一条记录按各条规则的结果。 */`);
  code.begin(`export function ${name}(record, context) {`);
  code.begin("if (context.outside !== null) {");
  code.begin("return {");
  for (const { id } of decisions) code.line(`${propertyKey(id)}: "不适用",`);
  code.end("};");
  code.end();
  const access = new CheckAccess(code, program, names, object);
  const self: Subject = { kind: "variable", index: 0, object };
  if (decisions.length > 0) access.constants();
  for (const field of sharedFields(
    program,
    object,
    decisions.filter(({ id }) => !referred.has(id)),
  )) {
    access.ahead(self, field);
  }
  const results = decisions.map((decision) => {
    code.line("");
    writeTitle(code, program, decision, "");
    if (referred.has(decision.id)) {
      const result = access.fresh("result", decision.id);
      code.line(`const ${result} = STATUSES[${access.codeOf(decision.id, self)}];`);
      return [decision.id, result] as const;
    }
    const result = access.begin(decision.id);
    if (!writeDecision({ program, access, constants, nodes }, decision)) {
      code.line(access.done(access.codeFor(decision.id)));
    }
    code.end();
    return [decision.id, result] as const;
  });
  code.line("");
  code.begin("return {");
  for (const [id, result] of results) code.line(`${propertyKey(id)}: ${result},`);
  code.end("};");
  code.end();
};

const writeConstants = (code: Code, constants: Constants): void => {
  code.line("/** 在本次判定中对每条记录都相同的数、日期和读法。 */");
  code.begin("function constantsOf(context) {");
  for (const { name, value } of constants.entries.values()) code.line(`const ${name} = ${value};`);
  code.begin("return {");
  for (const { name, parts } of constants.entries.values()) {
    for (const part of parts) code.line(`${name}${part}: ${name}.${part},`);
  }
  code.end("};");
  code.end();
};
