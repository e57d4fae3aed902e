import {
  fillMessage,
  printNumeral,
  shorten,
  type DiagnosticTable,
  type MessageValues,
  type Severity,
} from "../../../language/index.ts";
import type { AnalysisFinding, Certainty, FindingPlace, Suggestion, Witness } from "../../model/analysis.ts";
import type { Condition, Decision, Origin, Program } from "../../model/ir.ts";
import type { ProbeAnswer } from "../probe.ts";

export interface FindingParts {
  readonly certainty: Certainty;
  readonly places: readonly FindingPlace[];
  readonly witness?: Witness | null;
  readonly suggestions?: readonly Suggestion[];
  readonly reason?: string | null;
  /** Where a finding weighs otherwise than its kind. */
  readonly severity?: Severity;
}

/** Makes findings of one catalogue: the placeholders of a message are the arguments, as with diagnostics. */
export const findings =
  <const Table extends DiagnosticTable>(table: Table) =>
  <Code extends keyof Table & string>(
    code: Code,
    values: MessageValues<Table[Code]["message"]>,
    { certainty, places, witness = null, suggestions = [], reason = null, severity }: FindingParts,
  ): AnalysisFinding => ({
    code,
    severity: severity ?? table[code]!.severity,
    certainty,
    message: fillMessage(table[code]!.message, values),
    places,
    witness,
    suggestions,
    reason,
  });

/** A clause of a decision as a finding names it. */
export const placeOf = (program: Program, decision: Decision | null, origin: Origin): FindingPlace => ({
  rule: decision?.name ?? null,
  label: labelOf(program, origin),
  origin,
});

/** 第十八条; null where the clause stands under no provision. */
export const labelOf = (program: Program, { provision }: Origin): string | null =>
  provision === null ? null : (program.policy.provisions.get(provision)?.label ?? null);

/** 规则条件（一）“公立定点医疗机构”: an item of a rule, which is never an 项 of the law. */
export const itemOf = (condition: Condition, { item, words }: Origin): string => {
  // An item of an 认定 has words of its own, its condition only those that say more than the object.
  const said = item !== null && MARKER.test(words) ? words : condition.origin.words;
  return `${item === null ? "条件" : `规则条件${item}`}“${shorten(cleanWords(said))}”`;
};

const MARKER = /^(?:[（(][\d一二三四五六七八九十百]+[）)]|\d+[.．])/u;

/** What an item says, without its marker, its 依据 and 限, and the class that it gives. */
const cleanWords = (words: string): string =>
  words
    .replace(MARKER, "")
    .replace(/[；;。]\s*$/u, "")
    .replace(/，(?:依据|限)「.*$/su, "")
    .replace(/，为[^，]*$/u, "");

/** 第十八条“管理类别”: a rule as a message names it, and under which readings, where they are not those adopted. */
export const ruleOf = (
  program: Program,
  { name, origin }: Pick<Decision, "name" | "origin">,
  readings: ReadonlyMap<string, number> = new Map(),
): string => `${whenTaken(readings)}${labelOf(program, origin) ?? ""}“${name}”`;

/** 「等情形」采读法二时，; nothing where all readings are those adopted. */
export const whenTaken = (readings: ReadonlyMap<string, number>): string => {
  const taken = [...readings].map(([reading, option]) => `「${reading}」采读法${printNumeral(option)}`);
  return taken.length === 0 ? "" : `${taken.join("、")}时，`;
};

/** A question that stays open: said, with the reason and the time spent; 未能判定 is no clean bill. */
export const undecided = (
  code: string,
  /** What was asked: “管理类别”的规则条件（一）与（六）能否同时符合. */
  question: string,
  answer: Extract<ProbeAnswer, { kind: "undecided" }>,
  places: readonly FindingPlace[],
): AnalysisFinding => {
  const reason = `${answer.reason}用时${answer.milliseconds}毫秒。`;
  return {
    code,
    severity: "info",
    certainty: "undecided",
    message: `${question}，未能判定：${reason}请人工核对。`,
    places,
    witness: null,
    suggestions: [],
    reason,
  };
};
