import {
  officialText,
  readDocument,
  segment,
  type OfficialDocument,
  type SourceText,
} from "../language/index.ts";
import type { SecondSolver, SolverLimits } from "./analyse/formula.ts";
import {
  caveatOf,
  noteOnDay,
  notesOnForce,
  notesOnLaterValues,
  notesOnMissedRules,
  notesOnNames,
  notesOnRenamedFacts,
  notesOnUncounted,
  notesOnRules,
  notesOnVocabulary,
  type NotedSide,
} from "./compare-notes.ts";
import { settledRules } from "./compare-severity.ts";
import { compareBehaviour } from "./diff/behaviour/index.ts";
import type { RuleComparison } from "./diff/found-change.ts";
import { impactOf } from "./diff/impact.ts";
import { mirrorTexts, type TextPart } from "./diff/mirror.ts";
import { compareRules } from "./diff/rules/index.ts";
import { compareTexts } from "./diff/text/index.ts";
import type { Comparison, Impact } from "./model/change.ts";
import type { Facts } from "./model/facts.ts";
import type { Program } from "./model/ir.ts";
import type { Day } from "./model/value.ts";
import type { CompiledPolicy } from "./pipeline.ts";

/** One of two documents: any official text, or a policy with its rules. */
export interface ComparedInput {
  readonly file: SourceText;
  /** Null for a text without rules. */
  readonly compiled: CompiledPolicy | null;
  /** The register as the vocabulary of this side reads it; the impact is told where both sides have it. */
  readonly facts?: Facts;
}

export interface CompareOptions {
  /** 基准日; null takes a day from the documents, and then no impact is told. */
  readonly at: Day | null;
  /** How long one question about the behaviour may take. */
  readonly limits?: SolverLimits;
  /** Asked where the own procedure does not decide. */
  readonly second?: SecondSolver | null;
  /** False leaves out what the rules decide, which takes longest. */
  readonly behaviour?: boolean;
  /** Pairs of rules whose behaviour is decided, and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
}

export const DEFAULT_LIMITS: SolverLimits = { steps: 200_000, milliseconds: 5000 };

/**
 * Left against right: the words of any two official documents; where both have rules, what changed in them and what
 * they decide; with a register, for whom. Seen from the other side it is the same comparison mirrored.
 */
export const compare = async (
  left: ComparedInput,
  right: ComparedInput,
  options: CompareOptions,
): Promise<Comparison> => {
  const before = readSide(left);
  const after = readSide(right);
  const words = {
    left: before.side,
    right: after.side,
    ...compareWords(before.document, after.document),
  };
  const programs = programsOf(before, after);
  if (programs === null) {
    const notes = notesOnRules(before, after, words.relation);
    // A text beside a policy has no rules that could differ.
    const uncompared =
      left.file.text !== right.file.text &&
      [left, right].every(({ compiled }) => compiled !== null && compiled.file.blocks.length > 0) &&
      [left, right].some(isBroken);
    return {
      ...words,
      rules: [],
      behaviour: [],
      impact: null,
      ...(uncompared ? { rulesUncompared: true } : {}),
      notes,
    };
  }
  const found = compareRules(programs.left, programs.right, words.provisions, words.relation);
  const { at, limits = DEFAULT_LIMITS, second = null, onProgress } = options;
  const behaviour =
    options.behaviour === false
      ? []
      : await compareBehaviour(programs.left, programs.right, found, {
          at,
          limits,
          second,
          ...(onProgress === undefined ? {} : { onProgress }),
        });
  const rules = settledRules(found, behaviour);
  const changes = rules.changes.map(({ change }) => change);
  const impact = impactBetween(left, right, programs, rules, at);
  return {
    ...words,
    rules: changes,
    behaviour,
    impact,
    notes: [
      ...(at === null && behaviour.length > 0 ? [noteOnDay(programs)] : []),
      ...(behaviour.length > 0 || impact !== null ? notesOnForce(programs, words.relation, at) : []),
      ...(behaviour.length > 0 ? notesOnLaterValues(programs, changes, at) : []),
      ...notesOnVocabulary(programs.left, programs.right),
      ...notesOnMissedRules(words, programs, changes),
      ...notesOnNames(impact, changes),
      ...notesOnRenamedFacts(changes),
      ...notesOnUncounted(impact),
    ],
  };
};

/** Its rules are there and cannot be read. */
const isBroken = ({ compiled }: ComparedInput): boolean => compiled !== null && compiled.program === null;

interface ReadSide extends NotedSide {
  readonly document: OfficialDocument;
}

interface Programs {
  readonly left: Program;
  readonly right: Program;
}

/** The official text without blocks; its provisions have the paths that they have in the policy. */
const readSide = ({ file, compiled }: ComparedInput): ReadSide => {
  const segments = compiled?.file.segments ?? segment(file);
  const text = officialText(segments);
  const document = readDocument({ name: file.name, text });
  const hasRules = (compiled?.program?.decisions.length ?? 0) > 0;
  const side = {
    name: document.title ?? file.name,
    file: file.name,
    form: document.form,
    text,
    hasRules,
    ...caveatOf(compiled?.program ?? null),
  };
  return { document, compiled, side };
};

/** Asked in one direction only, whichever was asked for, so that both directions tell the same. */
const compareWords = (left: OfficialDocument, right: OfficialDocument): TextPart => {
  const [before, after] = [left.source.text, right.source.text];
  return before <= after
    ? mirrorTexts(mirrorTexts(compareTexts(left, right), before, after), after, before)
    : mirrorTexts(compareTexts(right, left), after, before);
};

const programsOf = (left: ReadSide, right: ReadSide): Programs | null => {
  const programs = { left: left.compiled?.program ?? null, right: right.compiled?.program ?? null };
  return programs.left !== null && programs.right !== null && left.side.hasRules && right.side.hasRules
    ? { left: programs.left, right: programs.right }
    : null;
};

const impactBetween = (
  left: ComparedInput,
  right: ComparedInput,
  programs: Programs,
  rules: RuleComparison,
  at: Day | null,
): Impact | null =>
  at === null || left.facts === undefined || right.facts === undefined
    ? null
    : impactOf(
        { program: programs.left, facts: left.facts },
        { program: programs.right, facts: right.facts },
        rules,
        at,
      );
