import type { Atom, Clause, Phrase, Scope as ScopePhrase, Span } from "../../language/index.ts";
import type { Candidates, Scope, Subject } from "../model/ir.ts";
import { allOf, always, originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { trimPhraseEnd } from "./edges.ts";
import { meaningOf } from "./names.ts";
import { nounAt, nounCondition, type Noun } from "./noun.ts";
import { conditionOfPhrase, nounTail } from "./phrase.ts";
import { belongingTo, inRegion, scopeOf } from "./scope.ts";

/** A noun phrase taken apart: the class, what is said of it, and where it is looked for. */
export interface NounPhrase {
  readonly noun: Noun;
  readonly rest: Phrase | null;
  readonly scope: ScopePhrase | null;
  readonly place: Subject | "everywhere" | null;
  readonly span: Span;
}

/** Takes a noun phrase apart; null (nothing reported) where it is none. */
export const nounPhraseOf = (
  phrase: Phrase,
  frame: Frame,
  preferred: string | null = null,
): NounPhrase | null => {
  const placed = placedNoun(phrase, frame);
  if (placed !== null) return { ...placed, rest: null, scope: null, span: phrase.span };
  const trimmed = trimPhraseEnd(phrase, nounTail(frame, preferred));
  if (trimmed === null) return null;
  const found = nounAt(frame.block.environment, trimmed.names, 0, preferred);
  if (found === null) return null;
  const place = trimmed.names.lead === "cityWide" ? "everywhere" : null;
  const { rest, scope } = withoutScope(trimmed.rest);
  return { noun: found.noun, rest, scope, place, span: phrase.span };
};

/** Records for 有, 数量 and the like: a new variable ranges over them. */
export const candidatesOf = (
  phrase: NounPhrase,
  frame: Frame,
  options: { readonly scope: ScopePhrase | null; readonly exceptSelf: boolean },
): Candidates | null => {
  const { object } = phrase.noun;
  const scope = chooseScope(phrase, options.scope, frame);
  const candidate: Subject = { kind: "variable", index: frame.nextVariable, object };
  const outer = frame.subject === null ? frame.outer : [frame.subject, ...frame.outer];
  const inner: Frame = {
    ...frame,
    subject: candidate,
    outer,
    nextVariable: frame.nextVariable + 1,
    scope: null,
  };
  const origin = originOf(frame, phrase.span);
  const filter = nounCondition(phrase.noun, candidate, inner);
  const said = phrase.rest === null ? always(origin) : conditionOfPhrase(phrase.rest, inner);
  const where = allOf([filter, said], origin);
  if (scope === null || where === null) return null;
  const self = options.exceptSelf
    ? outer.find((subject) => subject.kind === "variable" && subject.object === object)
    : undefined;
  return { object, variable: frame.nextVariable, scope, where, except: self ?? null, origin };
};

const chooseScope = (phrase: NounPhrase, written: ScopePhrase | null, frame: Frame): Scope | null => {
  const { object } = phrase.noun;
  const said = written ?? phrase.scope;
  if (said !== null && phrase.scope !== null && said !== phrase.scope) {
    frame.block.diagnostics.push(
      reportCheck("two-scopes", frame.block.file.source.name, phrase.span, {
        words: originOf(frame, phrase.span).words,
      }),
    );
    return null;
  }
  if (said !== null) return scopeOf(said, object, frame);
  if (phrase.place === "everywhere") return { kind: "everywhere" };
  if (phrase.place !== null) return inRegion(phrase.place, object, phrase.span, frame);
  if (frame.scope !== null) return scopeFor(frame.scope, object, phrase.span, frame);
  return belongingTo(frame.subject, object, phrase.span, frame);
};

/** A scope that stands before the whole condition, for candidates of this object. */
const scopeFor = (scope: ScopePhrase, object: string, where: Span, frame: Frame): Scope | null =>
  scopeOf({ ...scope, span: where }, object, frame);

/** 所在县区的定点零售药店: a class after a path, with no condition between. */
const placedNoun = (phrase: Phrase, frame: Frame): Pick<NounPhrase, "noun" | "place"> | null => {
  const atom = onlyAtom(phrase);
  if (atom?.kind !== "plain" || atom.value.kind !== "names") return null;
  const silent: Frame = { ...frame, block: { ...frame.block, diagnostics: [], uses: [] } };
  const meaning = meaningOf(atom.value, silent);
  return meaning?.kind === "noun" ? { noun: meaning.noun, place: meaning.place } : null;
};

export const onlyAtom = (phrase: Phrase): Atom | null => {
  const clause = phrase.clauses.length === 1 ? phrase.clauses[0]! : null;
  return clause?.atoms.length === 1 ? clause.atoms[0]! : null;
};

/** 步行1.5公里内机构类别相同的…: the scope in front belongs to the whole noun phrase. */
const withoutScope = (
  phrase: Phrase | null,
): { readonly rest: Phrase | null; readonly scope: ScopePhrase | null } => {
  const clause = phrase?.clauses[0];
  const atom = clause?.atoms[0];
  if (phrase === null || clause === undefined || atom?.kind !== "within")
    return { rest: phrase, scope: null };
  if (atom.inner !== null) {
    const first: Clause = { ...clause, atoms: [atom.inner, ...clause.atoms.slice(1)] };
    return { rest: { ...phrase, clauses: [first, ...phrase.clauses.slice(1)] }, scope: atom.scope };
  }
  if (clause.atoms.length > 1) {
    const first: Clause = { ...clause, atoms: clause.atoms.slice(1), joints: clause.joints.slice(1) };
    return { rest: { ...phrase, clauses: [first, ...phrase.clauses.slice(1)] }, scope: atom.scope };
  }
  return phrase.clauses.length === 1 ? { rest: null, scope: atom.scope } : { rest: phrase, scope: null };
};
