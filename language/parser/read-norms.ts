import type { ExceptionSentence, Item, Name, NormSentence, Quote } from "../ast.ts";
import { missingAt, spanOf } from "../build-ast/nodes.ts";
import * as build from "../build-ast/sentences.ts";
import { T } from "../lexer/tokens.ts";
import type { BlockReading } from "./block-context.ts";
import { checkList, readItems } from "./read-lists.ts";
import { reportLeftOut } from "./left-out.ts";
import { reportLostMarker } from "./lost-marker.ts";
import { reportSecondNorm } from "./second-norm.ts";
import { nestUnits, type Branch, type Unit } from "./units.ts";

/** Sentences of a 【规则】. */
export const readNorms = (reading: BlockReading, units: readonly Unit[]): readonly NormSentence[] => {
  const sentences: NormSentence[] = [];
  let previousItems: readonly Branch[] = [];
  for (const branch of nestUnits(units)) {
    if (reportLostMarker(reading, previousItems, branch)) {
      const marked = previousItems.findLast(({ unit }) => unit.marker !== null)!;
      previousItems = branch.items.length > 0 ? branch.items : [marked, branch];
      continue;
    }
    previousItems = branch.items;
    const items = readItems(reading, branch.items);
    const reported = reading.diagnostics.length;
    const segments = reading.parse((grammar) => grammar.norm(), branch.unit);
    if (segments === undefined) continue;
    const span = spanOfBranch(branch, items);
    const previous = sentences.at(-1);
    const appendix = segments.every(({ kind }) => kind === "proviso" || kind === "basis" || kind === "guard");
    if (appendix && previous !== undefined && items.length === 0) {
      sentences[sentences.length - 1] = withAppendix(previous, build.norm(segments, [], span));
      continue;
    }
    const joined = build.conditionConjunction(segments);
    if (joined !== null) {
      reading.report("unexpected-word", spanOf(joined), {
        found: `“${joined.image}”`,
        expected: "条件之间请写“且”（都要具备）或者“、”“或者”（具备其一）",
      });
    }
    const sentence = build.norm(segments, items, span);
    sentences.push(sentence);
    // What is missing in a sentence whose words were explained already is what was explained.
    if (reading.isExplained(branch.unit)) continue;
    if (reading.diagnostics.length === reported) reportSecondNorm(reading, sentence, branch.unit);
    if (reading.diagnostics.length === reported) reportLeftOut(reading, segments, "norm");
    if (reading.diagnostics.length === reported) checkNorm(reading, sentence, branch.unit);
  }
  return sentences;
};

/** 但…的除外。 as a sentence of its own belongs to the sentence before it. */
const withAppendix = (sentence: NormSentence, appendix: NormSentence): NormSentence => ({
  ...sentence,
  provisos: [...sentence.provisos, ...appendix.provisos],
  basis: [...sentence.basis, ...appendix.basis],
  guard: sentence.guard ?? appendix.guard,
  span: { start: sentence.span.start, end: appendix.span.end },
});

const checkNorm = (reading: BlockReading, sentence: NormSentence, unit: Unit): void => {
  const head =
    sentence.parts.find((part) => part.head !== null)?.head ??
    sentence.actions.find((action) => action.head !== null)?.head ??
    null;
  checkList(reading, head, sentence.items, unit.end);
  if (
    sentence.actions.length === 0 ||
    sentence.actions.every(({ phrases, head }) => phrases.length === 0 && head === null)
  ) {
    reading.report("norm-without-action", sentence.span, {});
  }
};

/** Sentences of a 【例外】. */
export const readExceptions = (reading: BlockReading, units: readonly Unit[]): readonly ExceptionSentence[] =>
  nestUnits(units).flatMap((branch) => {
    const items = readItems(reading, branch.items);
    const reported = reading.diagnostics.length;
    const parts = reading.parse((grammar) => grammar.exception(), branch.unit);
    if (parts === undefined) return [];
    const sentence = build.exception(parts, items, spanOfBranch(branch, items));
    if (reading.isExplained(branch.unit)) return [sentence];
    if (reading.diagnostics.length === reported) reportLeftOut(reading, parts.segments, "exception");
    if (reading.diagnostics.length === reported) checkList(reading, sentence.head, items, branch.unit.end);
    return [sentence];
  });

export interface ClassificationContent {
  readonly object: Name | ReturnType<typeof missingAt>;
  readonly term: Name | ReturnType<typeof missingAt>;
  readonly items: readonly Item[];
  readonly basis: readonly Quote[];
}

/** 【认定】: one sentence with its items; 其他的 may stand behind them without a marker. */
export const readClassification = (
  reading: BlockReading,
  units: readonly Unit[],
  at: number,
): ClassificationContent => {
  const branches = nestUnits(units, (unit) => unit.tokens[0]?.tokenType === T.Otherwise);
  const [first, ...rest] = branches;
  if (first === undefined) return { object: missingAt(at), term: missingAt(at), items: [], basis: [] };
  const items = readItems(reading, first.items);
  const reported = reading.diagnostics.length;
  const parts = reading.parse((grammar) => grammar.classification(), first.unit);
  if (reading.diagnostics.length === reported && items.length === 0) {
    reading.report(
      "list-without-items",
      { start: first.unit.start, end: first.unit.end },
      { words: "按照下列规定认定" },
    );
  }
  const classified = build.classified(parts?.names, first.unit.start);
  if (classified.object.kind === "missing" && classified.term.kind === "name") {
    reading.report("statement-without-object", classified.term.span, { term: classified.term.text });
  }
  for (const { unit } of rest) {
    reading.report(
      "unexpected-word",
      { start: unit.start, end: unit.end },
      {
        found: "这一句",
        expected: "【认定】只有一句和它下面的各项",
      },
    );
  }
  return { ...classified, items, basis: parts?.basis ?? [] };
};

const spanOfBranch = (branch: Branch, items: readonly Item[]): NormSentence["span"] => ({
  start: branch.unit.start,
  end: Math.max(branch.unit.end, items.at(-1)?.span.end ?? 0),
});
