import {
  span,
  type Action,
  type Atom,
  type ConditionPart,
  type Name,
  type Names,
  type NormSentence,
  type TextEdit,
} from "../../language/index.ts";
import type { Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { namesBetween } from "./edges.ts";

/**
 * 民办幼儿园保教费应当低于1000元: what is asked of stands before the modal and what is asked behind it. It is
 * reported with the order that is accepted, and read as if it stood so.
 */
export const withContentBehind = (sentence: NormSentence, frame: Frame): NormSentence => {
  const part = sentence.parts.at(-1);
  const cut = part === undefined ? null : cutField(part, frame);
  const lacking = sentence.actions.filter(lacksLeft);
  const [first] = lacking;
  if (part === undefined || cut === null || first?.modal == null) return sentence;
  report(sentence, lacking, cut, frame);
  const parts = sentence.parts.slice(0, -1);
  return {
    ...sentence,
    parts: cut.part === null ? parts : [...parts, cut.part],
    actions: sentence.actions.map((action) =>
      lacking.includes(action) ? withLeft(action, cut.field) : action,
    ),
  };
};

interface CutField {
  readonly field: Name;
  /** The part without it; null where nothing else stood there. */
  readonly part: ConditionPart | null;
  /** Where the field stands, with the 的 before it. */
  readonly from: number;
}

/** A value at the end of a part without 的: no condition, and no noun that a rule could judge. */
const cutField = (part: ConditionPart, frame: Frame): CutField | null => {
  const phrase = part.phrases.at(-1);
  const clause = phrase?.clauses.at(-1);
  const atom = clause?.atoms.at(-1);
  if (part.closing !== null || part.head !== null || atom?.kind !== "plain" || atom.value.kind !== "names")
    return null;
  const names = atom.value;
  const field = names.names.at(-1)!;
  if (!isValueOfRecord(field.text, frame)) return null;
  const left = names.names.length - 1;
  if (left === 0) {
    const isAlone = clause!.atoms.length === 1 && phrase!.clauses.length === 1 && part.phrases.length === 1;
    return isAlone ? { field, part: null, from: part.span.start } : null;
  }
  const rest = namesBetween(names, 0, left);
  const end = rest.span.end;
  const last: Atom = { ...atom, value: rest, span: span(atom.span.start, end) };
  const clauses = [
    ...phrase!.clauses.slice(0, -1),
    { ...clause!, atoms: [...clause!.atoms.slice(0, -1), last], span: span(clause!.span.start, end) },
  ];
  const phrases = [
    ...part.phrases.slice(0, -1),
    { ...phrase!, clauses, span: span(phrase!.span.start, end) },
  ];
  return { field, part: { ...part, phrases, span: span(part.span.start, end) }, from: end };
};

/** A fact, indicator or class that is compared, not one that holds by itself. */
const isValueOfRecord = (name: string, frame: Frame): boolean => {
  const { declarations } = frame.block.environment;
  return (
    (declarations.byName.get(name) ?? []).every(
      (declared) =>
        (declared.kind === "field" && declared.field.type.kind !== "boolean") ||
        declared.kind === "indicator" ||
        declared.kind === "classification",
    ) && declarations.byName.has(name)
  );
};

/** 应当低于1000元: a comparison of nothing. A name alone (应当为民办) may still be read by itself. */
const comparedTo = ({ phrases }: Action): Extract<Atom, { kind: "comparison" | "equality" }> | null => {
  const atom = phrases[0]?.clauses[0]?.atoms[0];
  if (atom?.kind === "comparison") return atom.left === null ? atom : null;
  return atom?.kind === "equality" && atom.left === null ? atom : null;
};

const lacksLeft = (action: Action): boolean => action.modal !== null && comparedTo(action) !== null;

const withLeft = (action: Action, field: Name): Action => {
  const compared = comparedTo(action);
  if (compared === null) return action;
  const left: Names = { kind: "names", lead: null, names: [field], joints: [], span: field.span };
  const replace = <Part extends { readonly span: object }>(
    parts: readonly Part[],
    first: Part,
  ): readonly Part[] => [first, ...parts.slice(1)];
  const phrase = action.phrases[0]!;
  const clause = phrase.clauses[0]!;
  const atoms = replace<Atom>(clause.atoms, { ...compared, left });
  const clauses = replace(phrase.clauses, { ...clause, atoms });
  return { ...action, phrases: replace(action.phrases, { ...phrase, clauses }) };
};

const report = (
  sentence: NormSentence,
  lacking: readonly Action[],
  { field, from }: CutField,
  frame: Frame,
): void => {
  const { source } = frame.block.file;
  const gap = /^[\s，,]*/u.exec(source.text.slice(field.span.end))![0].length;
  const start = sentence.span.start;
  const alone = from === start;
  const edits: readonly TextEdit[] = [
    { span: span(from, field.span.end + (alone ? gap : 0)), newText: "" },
    ...lacking.map((action): TextEdit => {
      const at = comparedTo(action)!.span.start;
      return { span: span(at, at), newText: field.text };
    }),
  ];
  const first = lacking[0]!;
  const end = lacking.at(-1)!.span.end;
  frame.block.diagnostics.push(
    reportCheck(
      "content-before-modal",
      source.name,
      span(field.span.start, first.span.end),
      {
        field: field.text,
        modal: first.modal!.text,
        words: source.text.slice(comparedTo(first)!.span.start, first.span.end),
        meant: edited(source.text.slice(start, end), edits, start),
      },
      {
        fixes: [
          { title: `改为“${edited(source.text.slice(start, end), edits, start)}”`, safe: false, edits },
        ],
      },
    ),
  );
};

const edited = (text: string, edits: readonly TextEdit[], offset: number): string =>
  edits.reduceRight(
    (known, { span: { start, end }, newText }) =>
      `${known.slice(0, start - offset)}${newText}${known.slice(end - offset)}`,
    text,
  );
