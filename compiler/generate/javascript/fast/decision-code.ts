import type { Classification, Decision, MeasureRule, Program, RequirementRule } from "../../../model/ir.ts";
import { anyOf, clauseOf, type Clause } from "./clause.ts";
import { CODES } from "./codes.ts";
import { writeClause } from "./condition-code.ts";
import { isConstant } from "./constants.ts";
import { valueLevel } from "./fraction.ts";
import { inlined } from "./inline.ts";
import { placesName } from "./places.ts";
import { GO_ON, leave, note, type Jump } from "./jump.ts";
import { classValues, keyOf } from "./leaf.ts";
import type { Writing } from "./leaf-code.ts";

/** Writes the statements that judge a record by a decision. False: only the explaining half can judge by it. */
export const writeDecision = (writing: Writing, decision: Decision): boolean => {
  switch (decision.kind) {
    case "measure":
      writeMeasure(writing, decision);
      return true;
    case "requirement":
      writeRequirement(writing, decision);
      return true;
    case "classification":
      writeClassification(writing, decision);
      return true;
    case "definition":
      writeClause(writing, clauseOf(decision.condition), {
        whenTrue: done(writing, CODES.成立),
        whenFalse: done(writing, CODES.不成立),
        whenOpen: (level) => undecided(writing, level),
      });
      return true;
    case "indicator":
      return writeIndicator(writing, decision);
    case "ranking": {
      const places = placesName(writing, decision);
      if (places === null) return false;
      const { access } = writing;
      access.code.line(access.done(access.codeFromRegister(decision.id, `${places}Index`)));
      return true;
    }
  }
};

const done = ({ access }: Writing, code: number): Jump => leave(access.done(String(code)));

/** Level 2 is 需裁量, level 3 is 未知. */
const undecided = ({ access }: Writing, level: string): Jump => leave(access.done(codeOfLevel(level)));

const codeOfLevel = (level: string): string =>
  /^\d$/.test(level) ? String(6 + Number(level)) : `6 + ${level}`;

const isAlways = (clause: Clause): boolean => clause.kind === "constant" && clause.value;

/** A variable for what is still open, where something can be. */
const openNote = (writing: Writing, clauses: readonly Clause[]): string | null => {
  if (clauses.every(({ kind }) => kind === "constant")) return null;
  const name = writing.access.fresh("open");
  writing.access.code.line(`let ${name} = 0;`);
  return name;
};

const exceptionsOf = (program: Program, rule: MeasureRule | RequirementRule): Clause =>
  anyOf(
    rule.exceptions.flatMap((id) => {
      const clause = program.exceptions.get(id);
      return clause === undefined || clause.object !== rule.object ? [] : [clause.condition];
    }),
    rule.origin,
  );

/** Where the condition is 假, only the subject can leave it open. */
const writeMeasure = (writing: Writing, rule: MeasureRule): void => {
  const [subject, base] = [clauseOf(rule.subject), clauseOf(rule.base)];
  const exceptions = exceptionsOf(writing.program, rule);
  const { code } = writing.access;
  const open = openNote(writing, [subject]);
  const notOpen = (otherwise: number): Jump =>
    open === null
      ? done(writing, otherwise)
      : leave(writing.access.done(`${open} === 0 ? ${otherwise} : ${codeOfLevel(open)}`));
  if (open !== null) writeScope(writing, subject, open);
  if (subject.kind === "constant" && !subject.value) return code.line(done(writing, CODES.不适用).text);
  const excepted = !(exceptions.kind === "constant" && !exceptions.value);
  if (!excepted) {
    writeClause(writing, base, {
      whenTrue: notOpen(CODES.成立),
      whenFalse: notOpen(CODES.不成立),
      whenOpen: (level) => undecided(writing, open === null ? level : `(${open} | ${level})`),
    });
    return;
  }
  const more = writing.access.fresh("open");
  code.line(`let ${more} = ${open ?? 0};`);
  writeClause(writing, base, {
    whenTrue: GO_ON,
    whenFalse: notOpen(CODES.不成立),
    whenOpen: (level) => note(`${more} |= ${level};`),
  });
  if (base.kind === "constant" && !base.value) return;
  writeExceptions(writing, exceptions, more);
  if (isAlways(exceptions)) return;
  code.line(writing.access.done(`${more} === 0 ? ${CODES.成立} : ${codeOfLevel(more)}`));
};

/** What does not belong here leaves; what may belong is noted. */
const writeScope = (writing: Writing, clause: Clause, open: string): void =>
  writeClause(writing, clause, {
    whenTrue: GO_ON,
    whenFalse: done(writing, CODES.不适用),
    whenOpen: (level) => note(`${open} |= ${level};`),
  });

const writeExceptions = (writing: Writing, exceptions: Clause, open: string): void =>
  writeClause(writing, exceptions, {
    whenTrue: done(writing, CODES.不适用),
    whenFalse: GO_ON,
    whenOpen: (level) => note(`${open} |= ${level};`),
  });

/** Where it is open whether the rule applies, what is open in the requirement counts too. */
const writeRequirement = (writing: Writing, rule: RequirementRule): void => {
  const scopes = [clauseOf(rule.subject), clauseOf(rule.applicability)];
  const exceptions = exceptionsOf(writing.program, rule);
  const open = openNote(writing, [...scopes, exceptions]);
  for (const scope of scopes) {
    if (!isAlways(scope)) writeScope(writing, scope, open ?? "");
    if (scope.kind === "constant" && !scope.value) return;
  }
  if (open !== null) writeExceptions(writing, exceptions, open);
  if (isAlways(exceptions)) {
    if (open === null) writing.access.code.line(done(writing, CODES.不适用).text);
    return;
  }
  const settled = (code: number): Jump =>
    open === null
      ? done(writing, code)
      : leave(writing.access.done(`${open} === 0 ? ${code} : ${codeOfLevel(open)}`));
  writeClause(writing, clauseOf(rule.requirement), {
    whenTrue: settled(CODES.符合),
    whenFalse: settled(CODES.不符合),
    whenOpen: (level) => undecided(writing, open === null ? level : `(${open} | ${level})`),
  });
};

/** One clause for each value; two values that hold are a 冲突, whatever else is open. */
const writeClassification = (writing: Writing, rule: Classification): void => {
  const { access } = writing;
  const { code } = access;
  const subject = clauseOf(rule.subject);
  const outer = openNote(writing, [subject]);
  if (outer !== null) writeScope(writing, subject, outer);
  if (subject.kind === "constant" && !subject.value) return code.line(done(writing, CODES.不适用).text);
  const values = classValues(rule);
  const [place, open] = [access.fresh("place"), access.fresh("possible")];
  code.line(`let ${place} = -1, ${open} = ${outer ?? 0};`);
  for (const [index, value] of values.entries()) {
    const conditions = rule.items
      .filter((item) => (keyOf(item.value) ?? "") === value)
      .map((item) => item.condition);
    if (conditions.length === 0) continue;
    const conflict =
      outer === null
        ? access.done(String(CODES.冲突))
        : access.done(`${outer} === 0 ? ${CODES.冲突} : ${codeOfLevel(outer)}`);
    writeClause(writing, anyOf(conditions, rule.origin), {
      whenTrue: note(
        index === 0 ? `${place} = 0;` : `if (${place} >= 0) { ${conflict} } ${place} = ${index};`,
      ),
      whenFalse: GO_ON,
      whenOpen: (level) => note(`${open} |= ${level};`),
    });
  }
  code.line(`if (${open} > 0) { ${access.done(codeOfLevel(open))} }`);
  for (const [index] of values.entries()) {
    code.line(`if (${place} === ${index}) { ${access.done(String(CODES.已认定), index)} }`);
  }
  const fallback = rule.otherwise === null ? -1 : values.indexOf(keyOf(rule.otherwise.value) ?? "");
  code.line(fallback < 0 ? access.done(String(CODES.未认定)) : access.done(String(CODES.已认定), fallback));
};

const writeIndicator = (writing: Writing, decision: Extract<Decision, { kind: "indicator" }>): boolean => {
  const { access } = writing;
  const term = inlined(writing.program, decision.value);
  if (isConstant(term)) return false;
  const level = valueLevel(writing, term, () => writing.nodes.term(decision.value));
  if (level === null) return false;
  const name = access.fresh("level");
  access.code.line(`const ${name} = ${level};`);
  access.code.line(access.done(`${name} === 1 ? ${CODES.已认定} : ${codeOfLevel(name)}`));
  return true;
};
