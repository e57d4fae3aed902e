import {
  cover,
  span,
  type Atom,
  type Clause,
  type Joint,
  type Phrase,
  type Scope,
  type Span,
} from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { allOf, anyOf, attempt, originOf, type Frame } from "./context.ts";
import { conditionOfAtom } from "./atom.ts";
import { reportCheck } from "./diagnostics.ts";
import { trimAtomEnd, type TailCut } from "./edges.ts";
import { hasDoubtfulNegation, holdsExistence, untangled } from "./existence-reach.ts";
import { nounAt, nounCondition } from "./noun.ts";
import { scopeCarried, scopeCarriedOver } from "./scope-carried.ts";
import { regionOf } from "./scope.ts";

/** What a phrase says of the record of the frame; a noun says that the record is one of its kind. */
export const conditionOfPhrase = (phrase: Phrase, frame: Frame): Condition | null =>
  connected(
    scopeCarriedOver(phrase.clauses),
    phrase.connectives,
    phrase.span,
    frame,
    (clause) => conditionOfClause(clause, frame),
    (clause) => clause.span,
  );

export const conditionOfClause = (clause: Clause, frame: Frame): Condition | null => {
  const flat = untangled(clause, frame);
  if (flat === null || hasDoubtfulNegation(flat, frame)) return null;
  const segments = cutAtNouns(withPossessives(scopeCarried(flat), frame), frame);
  if (segments === null) return null;
  return connected(
    segments.parts,
    segments.joints,
    clause.span,
    frame,
    (segment) => conditionOfSegment(segment, frame),
    (segment) => segment.span,
  );
};

/** How many names at the right end of a run are one noun for records; 0 for none. */
export const nounTail =
  (frame: Frame, preferred: string | null): TailCut =>
  (names) => {
    // The head begins behind the last 的, and is all of what follows it.
    const from = names.joints.lastIndexOf(true) + 1;
    const found = nounAt(frame.block.environment, names, from, preferred);
    return found !== null && found.end === names.names.length ? names.names.length - from : 0;
  };

/** One part between connectives: an atom, or a relative clause with its noun (A且B的N). */
interface Segment {
  readonly clause: Clause;
  readonly relative: boolean;
  readonly span: Span;
}

/** 所在县区的每万人药店超过2家: a record in front of 的 and no noun behind is whom the rest speaks of. */
const withPossessives = (clause: Clause, frame: Frame): Clause => {
  const tail = nounTail(frame, frame.subject?.object ?? null);
  const atoms: Atom[] = [];
  const joints: Joint[] = [];
  for (const [index, atom] of clause.atoms.entries()) {
    const joint = joints.at(-1);
    const before = atoms.at(-1);
    const owns =
      joint?.kind === "of" &&
      before?.kind === "plain" &&
      endsNoun(clause, index, tail, frame) === false &&
      isRecord(before, frame);
    if (owns && before?.kind === "plain") {
      joints.pop();
      const where = cover(before.span, atom.span);
      atoms[atoms.length - 1] = { kind: "predication", subject: before.value, predicate: atom, span: where };
    } else atoms.push(atom);
    const next = clause.joints[index];
    if (next !== undefined) joints.push(next);
  }
  return atoms.length === clause.atoms.length ? clause : { ...clause, atoms, joints };
};

const isRecord = (atom: Extract<Atom, { kind: "plain" }>, frame: Frame): boolean =>
  !attempt(frame, (trial) => regionOf(atom.value, trial)).failed;

/** A noun phrase reaches left to the last connective that follows a finished noun phrase. */
const cutAtNouns = (
  clause: Clause,
  frame: Frame,
): { readonly parts: readonly Segment[]; readonly joints: readonly Joint[] } | null => {
  const tail = nounTail(frame, frame.subject?.object ?? null);
  const parts: Segment[] = [];
  const joints: Joint[] = [];
  let start = 0;
  const close = (end: number, relative: boolean): void => {
    const atoms = clause.atoms.slice(start, end + 1);
    const where = span(atoms[0]!.span.start, atoms.at(-1)!.span.end);
    parts.push({
      clause: { ...clause, atoms, joints: clause.joints.slice(start, end), span: where },
      relative,
      span: where,
    });
    const joint = clause.joints[end];
    if (joint !== undefined) joints.push(joint);
    start = end + 1;
  };
  for (let index = 0; index < clause.atoms.length; index += 1) {
    const ends = endsNoun(clause, index, tail, frame);
    if (ends === null) return null;
    if (ends) close(index, true);
  }
  while (start < clause.atoms.length) close(start, false);
  const stray = joints.find((joint) => joint.kind === "of");
  if (stray !== undefined) {
    frame.block.diagnostics.push(
      reportCheck("of-without-noun", frame.block.file.source.name, clause.span, {
        words: words(frame, clause.span),
      }),
    );
    return null;
  }
  return { parts, joints };
};

const DEEPEST_TRIAL = 4;

/** Null where 有A的B could be either the B that has A, or that there is such a B. */
const endsNoun = (clause: Clause, index: number, tail: TailCut, frame: Frame): boolean | null => {
  const atom = clause.atoms[index]!;
  if (clause.joints[index - 1]?.kind === "of") {
    if (atom.kind === "plain" && atom.value.kind === "names" && tail(atom.value) === atom.value.names.length)
      return true;
  }
  const trimmed = trimAtomEnd(atom, tail);
  if (trimmed === null || trimmed.rest === null) return false;
  if (!holdsExistence(atom)) return true;
  // Each level of 有…的 doubles what has to be tried; nobody reads so deep a sentence in two ways.
  if (frame.nextVariable > DEEPEST_TRIAL) return false;
  const found = nounAt(frame.block.environment, trimmed.names, 0, frame.subject?.object ?? null);
  if (found === null || found.noun.object !== frame.subject?.object) return false;
  const { rest } = trimmed;
  const relative = attempt(frame, (trial) => conditionOfAtom(rest, trial));
  if (relative.failed) return false;
  // A search that only lacks its scope is a reading all the same.
  const scope = frame.scope ?? cityWide(atom.span);
  if (attempt(frame, (trial) => conditionOfAtom(atom, { ...trial, scope })).failed) return true;
  reportSelfOrOther(
    words(frame, atom.span),
    words(frame, trimmed.names.span),
    words(frame, rest.span),
    atom.span,
    frame,
  );
  return null;
};

const cityWide = (where: Span): Scope => ({ kind: "scope", form: "cityWide", extent: null, span: where });

/** 有A的B said of a B: it has A itself, or there is another B that has. */
const reportSelfOrOther = (
  whole: string,
  noun: string,
  condition: string,
  where: Span,
  frame: Frame,
): void => {
  const isNegated = /^(?:没有|无|未|不)/.test(whole);
  const sought = whole.replace(/^(?:没有|不具备|不具有|不存在|无|有|存在|具备|具有|配备)/, "");
  const other = `全市${isNegated ? "至多有0家" : "至少有1家"}${sought}`;
  frame.block.diagnostics.push(
    reportCheck(
      "two-readings",
      frame.block.file.source.name,
      where,
      {
        words: whole,
        first: `它本身是${condition}的${noun}`,
        second: `${isNegated ? "全市没有任何一家" : "全市另有一家"}${sought}`,
      },
      {
        fixes: [
          { title: `改为“${condition}”`, safe: false, edits: [{ span: where, newText: condition }] },
          { title: `改为“${other}”`, safe: false, edits: [{ span: where, newText: other }] },
        ],
      },
    ),
  );
};

const conditionOfSegment = (segment: Segment, frame: Frame): Condition | null => {
  if (!segment.relative) return conditionOfAtom(segment.clause.atoms[0]!, frame);
  const { subject } = frame;
  const last = segment.clause.atoms.at(-1)!;
  const tail = nounTail(frame, subject?.object ?? null);
  const trimmed = trimAtomEnd(last, tail);
  const before = segment.clause.atoms.slice(0, -1);
  const names = trimmed?.names ?? (last.kind === "plain" && last.value.kind === "names" ? last.value : null);
  const rest: readonly Atom[] = trimmed?.rest == null ? before : [...before, trimmed.rest];
  if (names === null || rest.length === 0) return null;
  const found = nounAt(frame.block.environment, names, 0, subject?.object ?? null);
  if (subject === null || found === null || found.noun.object !== subject.object) {
    frame.block.diagnostics.push(
      reportCheck("noun-where-condition", frame.block.file.source.name, segment.span, {
        words: words(frame, names.span),
        subject: subject?.object ?? "（未指明）",
      }),
    );
    return null;
  }
  const where = span(rest[0]!.span.start, rest.at(-1)!.span.end);
  const joints = segment.clause.joints.slice(0, rest.length - 1);
  const inner: Clause = { ...segment.clause, atoms: rest, joints, span: where };
  return allOf(
    [nounCondition(found.noun, subject, frame), conditionOfClause(inner, frame)],
    originOf(frame, segment.span),
  );
};

/** Joins parts by 且 or by 或者; both at one level have no meaning, and the two readings are offered. */
const connected = <Part>(
  parts: readonly Part[],
  joints: readonly Joint[],
  where: Span,
  frame: Frame,
  check: (part: Part) => Condition | null,
  spanOf: (part: Part) => Span,
): Condition | null => {
  const first = joints[0]?.kind ?? "and";
  const mixed = joints.some((joint) => joint.kind !== first);
  if (mixed) {
    reportMixed(parts.map(spanOf), joints, where, frame);
    return null;
  }
  const conditions = parts.map(check);
  const origin = originOf(frame, where);
  return first === "or" ? anyOf(conditions, origin) : allOf(conditions, origin);
};

const reportMixed = (parts: readonly Span[], joints: readonly Joint[], where: Span, frame: Frame): void => {
  const fix = (binds: "and" | "or"): { readonly title: string; readonly text: string } => {
    let text = words(frame, parts[0]!);
    let group = text;
    const groups: string[] = [];
    const links: string[] = [];
    let size = 1;
    const finish = (): void => {
      groups.push(size > 1 ? `（${group}）` : group);
    };
    for (const [index, joint] of joints.entries()) {
      const next = words(frame, parts[index + 1]!);
      if (joint.kind === binds) {
        group = `${group}${joint.word}${next}`;
        size += 1;
      } else {
        finish();
        links.push(joint.word);
        group = next;
        size = 1;
      }
    }
    finish();
    text = groups.map((part, index) => (index === 0 ? part : `${links[index - 1]}${part}`)).join("");
    return { title: `改为“${text}”`, text };
  };
  const readings = [fix("and"), fix("or")] as const;
  frame.block.diagnostics.push(
    reportCheck(
      "mixed-connectives",
      frame.block.file.source.name,
      where,
      { words: words(frame, where), first: readings[0].text, second: readings[1].text },
      {
        fixes: readings.map(({ title, text }) => ({
          title,
          safe: false,
          edits: [{ span: where, newText: text }],
        })),
      },
    ),
  );
};

const words = (frame: Frame, where: Span): string => originOf(frame, where).words;
