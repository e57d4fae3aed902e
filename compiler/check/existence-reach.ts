import { span, type Atom, type Clause, type Existence, type Joint, type Span } from "../../language/index.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { trimAtomEnd } from "./edges.ts";
import { nounAt } from "./noun.ts";
import { nounTail } from "./phrase.ts";

/**
 * 有 is read as reaching as far right as it can. Its noun phrase really ends at its last 的+class; without one,
 * with its first atom. What lies behind is a condition beside it: 有A的B且C → （有A的B）且C. Null where
 * the words allow two readings.
 */
export const untangled = (clause: Clause, frame: Frame): Clause | null => {
  const atoms: Atom[] = [];
  const joints: Joint[] = [];
  let isClear = true;
  for (const [index, atom] of clause.atoms.entries()) {
    const opened = opening(atom);
    if (opened === null || opened.existence.body.atoms.length < 2) atoms.push(atom);
    else {
      const { body } = opened.existence;
      const end = lastNoun(body, frame);
      if (
        end > 0 &&
        isNoun(body.atoms[0]!, frame) &&
        body.joints.slice(0, end).some((joint) => joint.kind !== "of")
      ) {
        reportTwoReadings(opened.existence, end, frame);
        isClear = false;
      }
      const inner = body.atoms.slice(0, end + 1);
      const where = span(body.span.start, inner.at(-1)!.span.end);
      atoms.push(opened.rebuild({ ...body, atoms: inner, joints: body.joints.slice(0, end), span: where }));
      for (const [offset, rest] of body.atoms.slice(end + 1).entries()) {
        joints.push(body.joints[end + offset]!);
        atoms.push(rest);
      }
    }
    const joint = clause.joints[index];
    if (joint !== undefined) joints.push(joint);
  }
  if (!isClear) return null;
  // What was set free may begin with 有 again.
  const flat: Clause = { ...clause, atoms, joints };
  return atoms.length === clause.atoms.length ? flat : untangled(flat, frame);
};

interface Opened {
  readonly existence: Existence;
  readonly rebuild: (body: Clause) => Atom;
}

/** The 有 inside an atom, with a way to put a shorter body back. */
const opening = (atom: Atom): Opened | null => {
  switch (atom.kind) {
    case "existence":
      return {
        existence: atom,
        rebuild: (body) => ({ ...atom, body, span: span(atom.span.start, body.span.end) }),
      };
    case "predication":
    case "negated":
    case "within": {
      const child =
        atom.kind === "predication" ? atom.predicate : atom.kind === "negated" ? atom.operand : atom.inner;
      const opened = child === null ? null : opening(child);
      if (opened === null) return null;
      return {
        existence: opened.existence,
        rebuild: (body) => {
          const inner = opened.rebuild(body);
          const where = span(atom.span.start, inner.span.end);
          if (atom.kind === "predication") return { ...atom, predicate: inner, span: where };
          return atom.kind === "negated"
            ? { ...atom, operand: inner, span: where }
            : { ...atom, inner, span: where };
        },
      };
    }
    case "comparison":
    case "elapsed":
    case "equality":
    case "membership":
    case "missing":
    case "plain":
    case "rankPosition":
    case "sameness":
      return null;
  }
};

/** Whether 有 stands in the atom, so that a noun at its end may belong to 有. */
export const holdsExistence = (atom: Atom): boolean => opening(atom) !== null;

/** Index of the atom where the noun phrase of 有 ends. */
const lastNoun = (body: Clause, frame: Frame): number => {
  const tail = nounTail(frame, null);
  for (let index = body.atoms.length - 1; index > 0; index -= 1) {
    const atom = body.atoms[index]!;
    const afterOf = body.joints[index - 1]?.kind === "of";
    if (afterOf && isNoun(atom, frame)) return index;
    if ((trimAtomEnd(atom, tail)?.rest ?? null) !== null) return index;
  }
  return 0;
};

const isNoun = (atom: Atom, frame: Frame): boolean => {
  if (atom.kind !== "plain" || atom.value.kind !== "names") return false;
  const found = nounAt(frame.block.environment, atom.value, 0, null);
  return found !== null && found.end === atom.value.names.length;
};

/**
 * 不具备A或者B: whether 不具备 reaches over B, which has no verb of its own, cannot be told. True after
 * reporting it.
 */
export const hasDoubtfulNegation = (clause: Clause, frame: Frame): boolean =>
  clause.joints.some((joint, index) => {
    const verb = joint.kind === "of" ? null : negatedVerb(clause.atoms[index]!, frame);
    const next = clause.atoms[index + 1];
    if (verb === null || next?.kind !== "plain" || next.value.kind !== "names") return false;
    if (
      verb.takesNouns
        ? !isNoun(next, frame)
        : next.value.names.length > 1 || HAVING.test(next.value.names[0]!.text)
    )
      return false;
    reportNegation(verb, joint, next.span, frame);
    return true;
  });

const HAVING = /^(?:具备|具有|配备|存在|拥有|有)/;

interface NegatedVerb {
  /** 不具备A, and only 不具备. */
  readonly whole: Span;
  readonly verb: Span;
  /** 不属于, 非 and 不为 reach over a noun or a value, 不具备 over anything without a verb of its own. */
  readonly takesNouns: boolean;
}

const negatedVerb = (atom: Atom, frame: Frame): NegatedVerb | null => {
  if (atom.kind === "predication") return negatedVerb(atom.predicate, frame);
  if (atom.kind === "existence") {
    const isPlain =
      atom.negated &&
      atom.scope === null &&
      atom.body.atoms.length === 1 &&
      !isNoun(atom.body.atoms[0]!, frame);
    return isPlain
      ? { whole: atom.span, verb: span(atom.span.start, atom.body.span.start), takesNouns: false }
      : null;
  }
  if (atom.kind === "membership" || atom.kind === "equality") {
    if (!atom.negated) return null;
    const from = atom.left?.span.end ?? atom.span.start;
    const to = (atom.kind === "membership" ? atom.of : atom.values[0])?.span.start;
    return to === undefined ? null : { whole: atom.span, verb: span(from, to), takesNouns: true };
  }
  if (atom.kind !== "negated" || atom.operand.kind !== "plain" || atom.operand.value.kind !== "names")
    return null;
  if (isNoun(atom.operand, frame)) {
    return { whole: atom.span, verb: span(atom.span.start, atom.operand.span.start), takesNouns: true };
  }
  const having = HAVING.exec(atom.operand.value.names[0]!.text);
  if (having === null) return null;
  const end = atom.operand.span.start + having[0].length;
  return { whole: atom.span, verb: span(atom.span.start, end), takesNouns: false };
};

const reportNegation = ({ whole, verb }: NegatedVerb, joint: Joint, next: Span, frame: Frame): void => {
  const words = (where: Span): string => originOf(frame, where).words;
  const where = span(whole.start, next.end);
  const texts = [
    `${words(whole)}${joint.word}${words(verb)}${words(next)}`,
    `（${words(whole)}）${joint.word}${words(next)}`,
    `${words(whole)}${joint.kind === "or" ? "且" : "或者"}${words(verb)}${words(next)}`,
  ];
  frame.block.diagnostics.push(
    reportCheck(
      "two-readings",
      frame.block.file.source.name,
      where,
      { words: words(where), first: `“${texts[0]!}”`, second: `“${texts[1]!}”` },
      {
        fixes: texts.map((text) => ({
          title: `改为“${text}”`,
          safe: false,
          edits: [{ span: where, newText: text }],
        })),
      },
    ),
  );
};

const reportTwoReadings = (existence: Existence, end: number, frame: Frame): void => {
  const { body } = existence;
  const head = originOf(frame, span(existence.span.start, body.atoms[0]!.span.end)).words;
  const rest = originOf(frame, span(body.atoms[1]!.span.start, body.atoms[end]!.span.end)).words;
  const whole = originOf(frame, span(existence.span.start, body.atoms[end]!.span.end)).words;
  const where = span(existence.span.start, body.atoms[end]!.span.end);
  const link = body.joints[0]!.word;
  frame.block.diagnostics.push(
    reportCheck(
      "two-readings",
      frame.block.file.source.name,
      where,
      {
        words: whole,
        first: `（${head}）${link}（${rest}）`,
        second: `${whole}，其中前后两段都修饰最后的名词`,
      },
      {
        fixes: [
          {
            title: `改为“（${head}）${link}（${rest}）”`,
            safe: false,
            edits: [{ span: where, newText: `（${head}）${link}（${rest}）` }],
          },
        ],
      },
    ),
  );
};
