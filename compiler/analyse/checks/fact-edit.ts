import type { TextEdit } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type { Condition, Decision, Program } from "../../model/ir.ts";
import { rewriteCondition, rewriteProgram } from "../../model/rewrite.ts";
import { visitCondition, visitDecision, type Visitor } from "../../model/walk.ts";
import type { CheckContext } from "./check.ts";
import { clausesOf, isList } from "./condition-clauses.ts";
import { isGuard } from "./condition-readings.ts";
import type { Input } from "./fact-inputs.ts";
import { changesNothing } from "./no-change.ts";
import { withoutCondition, withoutOperands } from "./operand-edit.ts";
import { parametersRead } from "./parameter-unread.ts";
import { withoutParameter } from "./rule-edit.ts";

/** The conditions that read what never matters left out of every rule that reads it, with all results as they were. */
export const withoutInput = async (context: CheckContext, input: Input): Promise<readonly Suggestion[]> => {
  const { program } = context;
  if (input.kind === "reading") return [];
  const edits: TextEdit[] = [];
  const removed: Condition[] = [];
  for (const reader of input.readers) {
    const own = await removable(context, input, reader);
    const found = own === null ? null : editsOf(program, reader, own);
    if (own === null || found === null) return [];
    edits.push(...found);
    removed.push(...own);
  }
  const declarations = unreadWithout(program, new Set(removed));
  const name = input.kind === "fact" ? input.field : input.name;
  const what = [`用到“${name}”的条件`, ...declarations.map(({ name: unread }) => `【参数】${unread}`)];
  return [
    {
      title: `删去${what.join("和")}，结果不变`,
      file: program.policy.file,
      edits: withoutInner([...edits, ...declarations.flatMap((each) => each.edits)]),
      isNeutral: true,
    },
  ];
};

/** Parts of A且B or A或者B, or a whole condition, that can go, until nothing reads the input; null where something must. */
const removable = async (
  { program, probe }: CheckContext,
  input: Input,
  reader: Decision,
): Promise<ReadonlySet<Condition> | null> => {
  const reads = readsInput(input);
  const wholes = clausesOf(reader).flatMap(({ condition, inside }) => (inside ? [] : [condition]));
  const candidates = candidatesIn(program, reader).filter(reads);
  const all = [...candidates, ...wholes.filter(reads)];
  let removed: ReadonlySet<Condition> = new Set();
  for (let asked = 0, at = 0; at < all.length && asked < MOST_ASKED; at += 1) {
    const candidate = all[at]!;
    if (removed.has(candidate)) continue;
    asked += 1;
    const tried = new Set([...removed, candidate]);
    const after = withoutAny(program, tried);
    if (after === null || !(await changesNothing(probe, program, after, reader))) continue;
    removed = tried;
    const decision = after.decisions.find(({ id }) => id === reader.id)!;
    if (!clausesIn(after, decision).some(reads)) return removed;
    // What could not go before may go now.
    at = -1;
  }
  return null;
};

/** Every question is asked of one rule; a long one is left to its drafter. */
const MOST_ASKED = 60;

/** Outside in: of what can go, the greatest part goes. The items of a list stay where they are. */
const candidatesIn = (program: Program, decision: Decision): readonly Condition[] =>
  clausesIn(program, decision).flatMap((condition) =>
    (condition.kind === "all" || condition.kind === "any") && !isList(condition)
      ? condition.operands.filter((operand) => !isGuard(operand))
      : [],
  );

const clausesIn = (program: Program, decision: Decision): readonly Condition[] => {
  const clauses: Condition[] = [];
  visitDecision(program, decision, { condition: (condition) => clauses.push(condition) });
  return clauses;
};

const readsInput =
  (input: Input) =>
  (condition: Condition): boolean => {
    let found = false;
    const visitor: Visitor = {
      term: (term) => {
        found ||=
          input.kind === "fact"
            ? term.kind === "field" && term.of.object === input.object && term.field === input.field
            : term.kind === "parameter" && term.name === input.name;
      },
    };
    visitCondition(condition, visitor);
    return found;
  };

/** The program without some conditions; null where a part of a rule would be left empty. */
const withoutAny = (program: Program, removed: ReadonlySet<Condition>): Program | null => {
  let isEmpty = false;
  const reduced = (condition: Condition): Condition | null => {
    if (removed.has(condition)) return { kind: "constant", value: true, origin: condition.origin };
    if (condition.kind !== "all" && condition.kind !== "any") return null;
    const operands = condition.operands.filter((operand) => !removed.has(operand));
    isEmpty ||= operands.length === 0;
    const left = operands.map((operand) => rewriteCondition(operand, { condition: reduced }));
    return left.length === 1 ? left[0]! : { ...condition, operands: left };
  };
  const after = rewriteProgram(program, { condition: reduced });
  return isEmpty ? null : after;
};

const editsOf = (
  program: Program,
  reader: Decision,
  removed: ReadonlySet<Condition>,
): readonly TextEdit[] | null => {
  const edits: TextEdit[] = [];
  const placed = new Set<Condition>();
  for (const condition of clausesIn(program, reader)) {
    if (condition.kind !== "all" && condition.kind !== "any") continue;
    const own = condition.operands.filter((operand) => removed.has(operand));
    if (own.length === 0) continue;
    const found = withoutOperands(program, condition.operands, removed) ?? wholesOf(program, reader, own);
    if (found === null) return null;
    for (const operand of own) placed.add(operand);
    edits.push(...found);
  }
  const rest = wholesOf(
    program,
    reader,
    [...removed].filter((condition) => !placed.has(condition)),
  );
  return rest === null ? null : [...edits, ...rest];
};

const wholesOf = (
  program: Program,
  { object }: Decision,
  conditions: readonly Condition[],
): readonly TextEdit[] | null => {
  const edits = conditions.flatMap((condition) => withoutCondition(program, object, condition) ?? []);
  return edits.length < conditions.length ? null : edits;
};

/** What lies within another deletion is gone with it. */
const withoutInner = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.filter(
    ({ span }, index) =>
      !edits.some(
        (other, at) =>
          at !== index &&
          other.span.start <= span.start &&
          span.end <= other.span.end &&
          (at < index || other.span.start < span.start || span.end < other.span.end),
      ),
  );

/** Parameters that nothing would read any more, nor any 用例 set. */
const unreadWithout = (
  program: Program,
  removed: ReadonlySet<Condition>,
): readonly (Suggestion & { readonly name: string })[] => {
  const after = withoutAny(program, removed);
  const left = after === null ? null : parametersRead(after);
  const isSet = (name: string): boolean =>
    program.cases.some(({ parameters }) => parameters.some((each) => each.name === name));
  return [...parametersRead(program)].flatMap((name) => {
    const parameter = program.parameters.get(name);
    if (left === null || left.has(name) || parameter === undefined || isSet(name)) return [];
    return withoutParameter(program, parameter).map((each) => ({ ...each, name }));
  });
};
