import type { Decision, Program } from "../../../model/ir.ts";
import { commentText, propertyKey, stringLiteral, type Identifiers } from "../../names.ts";
import type { State } from "./batch-access.ts";
import type { Code } from "./code.ts";

/** What parts the facts that a decision asks for. */
export type States = ReadonlyMap<string, State>;

/** Writes `batch…`: columns, then each decision in order, by states where a few states of facts decide. */
export const writeBatch = (
  code: Code,
  name: string,
  program: Program,
  object: string,
  decisions: readonly Decision[],
  identifiers: Identifiers,
  states: ReadonlyMap<string, States>,
): void => {
  const kinds = [...(program.objects.get(object)?.fields.values() ?? [])].flatMap(({ name: field, type }) =>
    type.kind === "boolean" ? [`${propertyKey(field)}: "${type.kind}"`] : [],
  );
  const bounds = boundsOf(decisions, states);
  for (const [field, limits] of bounds)
    writeCountAbove(code, identifiers.of("above", `${object}·${field}`), field, limits.length);
  code.line(`/** 许多条${commentText(object)}记录按各条规则的结果，每列一种事实。 */`);
  code.begin(`export function ${name}(columns, context) {`);
  if (bounds.size > 0) code.line("const { constants } = context;");
  code.line(`const table = new Table(columns, { ${kinds.join(", ")} });`);
  code.begin("if (context.outside === null) {");
  for (const [field, limits] of bounds) {
    const above = identifiers.of("above", `${object}·${field}`);
    code.line(`table.tellApart(${stringLiteral(field)}, ${above}, [${limits.join(", ")}]);`);
  }
  for (const { id } of decisions) {
    const rows = identifiers.of("rows", id);
    const few = states.get(id);
    const fields =
      few === undefined
        ? []
        : Array.from(few, ([field, state]) =>
            state.kind === "levels"
              ? `[${stringLiteral(state.name)}, ${state.name}]`
              : `[${stringLiteral(field)}, ${stateCode(state)}]`,
          );
    code.line(
      few === undefined
        ? `${rows}(table, context);`
        : `table.judgeStates(${stringLiteral(id)}, [${fields.join(", ")}], ${rows}, context);`,
    );
  }
  code.end();
  code.begin("return {");
  code.line("length: table.length,");
  code.begin("statuses: {");
  for (const { id, kind } of decisions) {
    if (kind === "definition") continue;
    code.line(`${propertyKey(id)}: table.codesOf(${stringLiteral(id)}),`);
  }
  code.end("},");
  code.end("};");
  code.end();
};

/** A loop of its own for each column, so that it meets one kind of array; nothing that is missing lies above anything. */
const writeCountAbove = (code: Code, name: string, field: string, count: number): void => {
  const bounds = Array.from({ length: count }, (_, index) => `bound${index + 1}`);
  const parameters = bounds.map((bound) => `${bound} = Infinity`).join(", ");
  const above = ["-Infinity", ...bounds].map((bound) => `Number(value > ${bound})`).join(" + ");
  code.line(`/** ${commentText(field)}：各行的值在界限分成的第几段，缺失为0。 */`);
  code.begin(`function ${name}(values, [${parameters}], states) {`);
  code.begin("for (let row = 0; row < states.length; row += 1) {");
  code.line("const value = values[row];");
  code.line(`states[row] = ${above};`);
  code.end();
  code.end();
  code.line("");
};

const stateCode = (state: Exclude<State, { kind: "levels" }>): string => {
  switch (state.kind) {
    case "boolean":
      return "true";
    case "enumeration":
      return `[${state.values.map(stringLiteral).join(", ")}]`;
    case "bounds":
      return "null";
  }
};

/** The bounds between the states of each field, from all rules together. */
const boundsOf = (
  decisions: readonly Decision[],
  states: ReadonlyMap<string, States>,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id } of decisions) {
    for (const [field, state] of states.get(id) ?? []) {
      if (state.kind === "bounds")
        found.set(field, [...new Set([...(found.get(field) ?? []), ...state.bounds])]);
    }
  }
  return found;
};
