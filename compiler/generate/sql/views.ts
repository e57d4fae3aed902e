import type { Decision, Program } from "../../model/ir.ts";
import { decisionsBehind } from "../../model/walk.ts";
import { commentText, SqlIdentifiers } from "../names.ts";
import type { Dialect, Refusal } from "../target.ts";
import type { Block } from "./block.ts";
import type { Binding, Identifiers } from "./compilation.ts";
import { code } from "./decide.ts";
import { raw, sql, when, type Expr } from "./expr.ts";
import { decideHere } from "./judged.ts";
import { Refused } from "./refused.ts";
import { Composition, decidedFor, inForce, outsideForce, statusWord, viewName } from "./script.ts";
import { printedValue } from "./printed.ts";

/** How the columns of the view of an object are called. */
export interface ResultColumns {
  readonly view: string;
  readonly id: string;
  readonly decisions: readonly {
    readonly id: string;
    readonly status: string;
    /** Class, exact number, or place; null for rules without a value. */
    readonly value: string | null;
  }[];
}

/** The name of the view of results of an object and its columns. */
export const resultColumns = (
  program: Program,
  identifiers: Identifiers,
  object: string,
  left: ReadonlySet<string>,
): ResultColumns => {
  const names = new SqlIdentifiers();
  const id = names.of("编号");
  const reported = program.decisions.filter(
    (decision) => decision.object === object && decision.kind !== "definition" && !left.has(decision.id),
  );
  const statuses = reported.map((decision) => names.of(decision.id));
  return {
    view: viewName(identifiers, object, "结果"),
    id,
    decisions: reported.map((decision, index) => ({
      id: decision.id,
      status: statuses[index]!,
      value: hasValue(decision) ? names.of(`${decision.id}·值`) : null,
    })),
  };
};

const hasValue = ({ kind }: Decision): boolean =>
  kind === "classification" || kind === "indicator" || kind === "ranking";

/** The query of all results of an object: 编号, and for each rule its status and value. */
export const resultQuery = (
  program: Program,
  object: string,
  dialect: Dialect,
  identifiers: Identifiers,
  left: ReadonlySet<string>,
  binding: Binding | null,
): string => {
  const columns = resultColumns(program, identifiers, object, left);
  const composition = new Composition(program, dialect, binding, identifiers);
  const byId = new Map(program.decisions.map((decision) => [decision.id, decision]));
  const body = composition.run(
    columns.decisions.map(({ id }) => byId.get(id)!),
    object,
    (block) => [
      `${block.source("v.id", true).sql} AS ${columns.id}`,
      ...columns.decisions.flatMap((each) => column(composition, block, byId.get(each.id)!, each)),
    ],
  );
  return `${composition.preamble}${body}`;
};

const column = (
  composition: Composition,
  block: Block,
  decision: Decision,
  names: ResultColumns["decisions"][number],
): readonly string[] => {
  const found = decidedFor(composition, block, decision);
  const outside = outsideForce(composition, block);
  const status = inForce(outside, statusWord(found.status), raw("'不适用'", 0, true));
  const selected = [`${status.sql} AS ${names.status}`];
  if (names.value !== null) {
    const value = printedValue(block, decision, found);
    const shown: Expr = when([[sql`${found.status} = ${code("已认定")}`, value]], raw("CAST(NULL AS TEXT)"));
    selected.push(`${inForce(outside, shown, raw("CAST(NULL AS TEXT)")).sql} AS ${names.value}`);
  }
  return selected;
};

/** Decisions that SQL cannot express, and all that rest on them. */
export const refusalsOf = (
  program: Program,
  dialect: Dialect,
  identifiers: Identifiers,
  binding: Binding | null,
): readonly Refusal[] => {
  const refusals = new Map<string, Refusal>();
  for (const decision of program.decisions) {
    const provision = decision.origin.provision;
    const refused = decisionsBehind(program, decision.id).find(
      ({ id }) => id !== decision.id && refusals.has(id),
    );
    if (refused !== undefined) {
      refusals.set(decision.id, {
        decision: decision.id,
        provision,
        message: `“${decision.id}”依赖“${refused.id}”，而“${refused.id}”不能用SQL精确表达。请用解释器或JavaScript校验器评估这条规则。`,
      });
      continue;
    }
    try {
      const composition = new Composition(program, dialect, binding, identifiers);
      composition.run([decision], decision.object, (block) => {
        const found = decideHere(composition, block, decision.id);
        if (found.value !== null) printedValue(block, decision, found);
        return ["1"];
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const place = error.origin.provision ?? provision;
      refusals.set(decision.id, {
        decision: decision.id,
        provision,
        message: `“${decision.id}”${place === null ? "" : `（${program.policy.provisions.get(place)?.label ?? place}）`}中“${commentText(error.origin.words, 60)}”不能用SQL精确表达：${error.message}。请用解释器或JavaScript校验器评估这条规则。`,
      });
    }
  }
  return [...refusals.values()];
};
