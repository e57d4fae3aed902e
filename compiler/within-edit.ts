import { shorten, type PolicyFile, type TextEdit } from "../language/index.ts";
import { isList } from "./analyse/checks/condition-clauses.ts";
import { added, writtenItem } from "./analyse/checks/item-text.ts";
import { withoutOperands } from "./analyse/checks/operand-edit.ts";
import { withoutException } from "./analyse/checks/rule-edit.ts";
import { strike } from "./analyse/checks/suggest.ts";
import { written } from "./analyse/content-key.ts";
import type { Suggestion } from "./model/analysis.ts";
import type { Condition, Decision, ExceptionClause, Program } from "./model/ir.ts";

/** Two rules that say the same thing differently: the one above, and the one of this policy. */
export interface RulePair {
  readonly above: { readonly program: Program; readonly decision: Decision };
  readonly own: { readonly program: Program; readonly decision: Decision };
  /** The texts of this policy. */
  readonly files: readonly PolicyFile[];
}

/** What would make a rule say what the one above says, one difference at a time; nothing but its words is used. */
export const differencesOf = (pair: RulePair): readonly Suggestion[] => [
  ...clausesOf(pair).flatMap(([above, own]) => between(pair, above, own, null)),
  ...exceptionsBetween(pair),
  ...modalsBetween(pair),
];

/** All of them together, where each alone is not enough. */
export const allTogether = (differences: readonly Suggestion[]): readonly Suggestion[] => {
  const [first, ...others] = differences;
  if (first === undefined || others.length === 0) return [];
  const edits = differences.flatMap((each) => each.edits);
  return [
    { title: `与上位政策一致：${differences.length}处一并修改，并相应修改原文`, file: first.file, edits },
  ];
};

/** The rule in the words of the one above, where its parts do not answer to each other; without its quotations. */
export const inOtherWords = ({ above, own }: RulePair): readonly Suggestion[] => {
  const { name, origin } = own.decision;
  if (origin.file !== own.program.policy.file || above.decision.kind !== own.decision.kind) return [];
  const newText = above.decision.origin.words.replace(/，依据「[^」]*」(?:、「[^」]*」)*/gu, "");
  return [
    {
      title: `与上位政策一致：按上位政策改写“${name}”，并相应修改原文`,
      file: origin.file,
      edits: [{ span: origin.span, newText }],
    },
  ];
};

type ClausePair = readonly [above: Condition, own: Condition];

const clausesOf = ({
  above: { decision: above },
  own: { decision: own },
}: RulePair): readonly ClausePair[] => {
  if (above.kind === "measure" && own.kind === "measure")
    return [
      [above.subject, own.subject],
      [above.base, own.base],
    ];
  if (above.kind === "requirement" && own.kind === "requirement")
    return [
      [above.subject, own.subject],
      [above.applicability, own.applicability],
      [above.requirement, own.requirement],
    ];
  if (above.kind === "classification" && own.kind === "classification")
    return above.items.flatMap((item) => {
      const same = own.items.filter(({ value }) => written(value) === written(item.value));
      return same.length === 1 ? [[item.condition, same[0]!.condition] as const] : [];
    });
  return [];
};

/** From the outside in: the smallest parts that differ. */
const between = (
  pair: RulePair,
  above: Condition,
  own: Condition,
  around: Condition | null,
): readonly Suggestion[] => {
  if (written(above) === written(own)) return [];
  const isJoined = (own.kind === "all" || own.kind === "any") && own.kind === above.kind;
  if (!isJoined) return replaced(own, above, around);
  const [missing, extra] = [without(above.operands, own.operands), without(own.operands, above.operands)];
  if (missing.length === 1 && extra.length === 1) return between(pair, missing[0]!, extra[0]!, own);
  if (missing.length > 0 && extra.length > 0) return replaced(own, above, around);
  return [
    ...extra.flatMap((operand) => removed(pair, own.operands, operand)),
    ...missing.flatMap((operand) => inserted(pair, own, operand)),
  ];
};

const without = (operands: readonly Condition[], others: readonly Condition[]): readonly Condition[] => {
  const known = new Set(others.map(written));
  return operands.filter((operand) => !known.has(written(operand)));
};

const replaced = (own: Condition, above: Condition, around: Condition | null): readonly Suggestion[] => {
  // Of a rule that has no condition there is nothing to be replaced, nor to be taken over.
  if (own.kind === "constant" || above.kind === "constant") return [];
  const isLoose = (above.kind === "all" || above.kind === "any") && around !== null;
  const words = isLoose ? `（${above.origin.words}）` : above.origin.words;
  return [
    {
      title: `与上位政策一致：把“${shorten(own.origin.words)}”改为“${shorten(words)}”，并相应修改原文`,
      file: own.origin.file,
      edits: [{ span: own.origin.span, newText: words }],
    },
  ];
};

const removed = (
  { own: { program }, files }: RulePair,
  operands: readonly Condition[],
  operand: Condition,
): readonly Suggestion[] => {
  const { origin } = operand;
  const edits: readonly TextEdit[] =
    withoutOperands(program, operands, new Set([operand])) ??
    strike(files, operand, origin).flatMap((each) => each.edits);
  return edits.length === 0
    ? []
    : [
        {
          title: `与上位政策一致：删去上位政策没有的“${shorten(origin.words)}”，并相应修改原文`,
          file: origin.file,
          edits,
        },
      ];
};

const inserted = (
  { files }: RulePair,
  own: Extract<Condition, { kind: "all" | "any" }>,
  above: Condition,
): readonly Suggestion[] => {
  const last = own.operands.at(-1)!;
  const { file } = own.origin;
  const words =
    above.kind === "all" || above.kind === "any" ? `（${above.origin.words}）` : above.origin.words;
  const item = isList(own) ? writtenItem(files, last.origin) : null;
  if (isList(own) && item === null) return [];
  const { end } = last.origin.span;
  const edit: TextEdit =
    item === null
      ? { span: { start: end, end }, newText: `${own.kind === "all" ? "且" : "或者"}${words}` }
      : added(item, words).edit;
  return [
    {
      title: `与上位政策一致：增加“${shorten(words)}”，并相应修改原文`,
      file,
      edits: [edit],
    },
  ];
};

/** 除外 that only one of them has. */
const exceptionsBetween = ({ above, own }: RulePair): readonly Suggestion[] => {
  const [higher, lower] = [exceptionsOf(above), exceptionsOf(own)];
  const keyOf = ({ condition }: ExceptionClause): string => written(condition);
  const has = (clauses: readonly ExceptionClause[], clause: ExceptionClause): boolean =>
    clauses.some((each) => keyOf(each) === keyOf(clause));
  const extra = lower.filter((clause) => !has(higher, clause));
  const missing = higher.filter((clause) => !has(lower, clause));
  return [
    ...extra.flatMap((clause) =>
      withoutException(own.program, clause).map((each) => ({
        ...each,
        title: `与上位政策一致：${each.title}，并相应修改原文`,
      })),
    ),
    ...missing.flatMap((clause) => provisoAdded(own, clause)),
  ];
};

const exceptionsOf = ({ program, decision }: RulePair["own"]): readonly ExceptionClause[] =>
  decision.kind === "measure" || decision.kind === "requirement"
    ? decision.exceptions.flatMap((id) => program.exceptions.get(id) ?? [])
    : [];

/** ，但……的除外 behind the action of a rule that has no 但书 yet. */
const provisoAdded = (
  { program: { policy }, decision }: RulePair["own"],
  { origin }: ExceptionClause,
): readonly Suggestion[] => {
  const ends = decision.kind === "measure" ? decision.orders.map((order) => order.origin.span.end) : [];
  const { text, file } = policy;
  if (text === undefined || ends.length === 0 || decision.origin.file !== file) return [];
  const at = Math.max(...ends);
  if (/，但|除外/u.test(text.slice(at, decision.origin.span.end))) return [];
  const newText = `，但${origin.words}的除外`;
  return [
    {
      title: `与上位政策一致：增加“${shorten(newText)}”，并相应修改原文`,
      file,
      edits: [{ span: { start: at, end: at }, newText }],
    },
  ];
};

/** 可以 where the one above says 应当. */
const modalsBetween = ({ above, own }: RulePair): readonly Suggestion[] => {
  const { text, file } = own.program.policy;
  if (above.decision.kind !== "measure" || own.decision.kind !== "measure" || text === undefined) return [];
  const higher = new Map(above.decision.orders.map(({ measure, modality }) => [measure, wordOf(modality)]));
  return own.decision.orders.flatMap(({ measure, modality, origin }) => {
    const [word, other] = [wordOf(modality), higher.get(measure)];
    const { start } = origin.span;
    if (other === undefined || other === word || word === "" || other === "") return [];
    if (origin.file !== file || !text.slice(0, start).endsWith(word)) return [];
    return [
      {
        title: `与上位政策一致：把“${word}”改为“${other}”，并相应修改原文`,
        file,
        edits: [{ span: { start: start - word.length, end: start }, newText: other }],
      },
    ];
  });
};

const wordOf = ({ word }: { readonly word: string }): string => word;
