import type { PolicyFile, PropertyBlock, PropertySentence, TextEdit } from "../../../language/index.ts";
import { evaluateCondition, smallWorld, startRun } from "../../evaluate/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type { Classification, Property } from "../../model/ir.ts";
import { decisionsOf } from "../law.ts";
import type { Counterexample } from "../properties/index.ts";
import type { CheckContext } from "./check.ts";
import { itemOf } from "./finding.ts";
import { endOfBlock } from "./rule-edit.ts";
import { exclude, otherwise } from "./suggest.ts";

/**
 * What can be made of a 性质 that does not hold: the rule mended where there is one way to do so, the 性质 turned round,
 * or left as it is and marked, with its counter-example as 用例. Which one is meant is for the drafter to say.
 */
export const editsOfRefuted = (
  context: CheckContext,
  property: Property,
  counterexample: Counterexample,
): readonly Suggestion[] => {
  const written = writtenProperty(context.files, property);
  return [
    ...rulesMended(context, property, counterexample),
    ...(written === null ? [] : [...turnedRound(written), ...marked(written, property, counterexample)]),
  ];
};

/** A mark 已知不成立 that is no longer true, taken out. */
export const withoutMark = ({ files }: CheckContext, property: Property): readonly Suggestion[] => {
  const written = writtenProperty(files, property);
  const mark = written?.block.knownFailure ?? null;
  if (written === null || mark === null) return [];
  const { source } = written.file;
  const before = /[，。；]?\s*$/u.exec(source.text.slice(0, mark.span.start).slice(-MARGIN))![0].length;
  const span = { start: mark.span.start - before, end: mark.span.end };
  // As a sentence of its own it goes with the stop before it, so that one stop is left.
  return [{ title: "删去“已知不成立”的标注", file: source.name, edits: [{ span, newText: "" }] }];
};

/** Blank lines and a stop before a mark. */
const MARGIN = 20;

interface Written {
  readonly file: PolicyFile;
  readonly block: PropertyBlock;
  readonly sentence: PropertySentence;
}

const writtenProperty = (
  files: readonly PolicyFile[],
  { origin: { file, span } }: Property,
): Written | null => {
  const policy = files.find(({ source }) => source.name === file);
  for (const block of policy?.blocks ?? []) {
    const sentence =
      block.kind === "property"
        ? block.sentences.find((each) => each.span.start === span.start && each.span.end === span.end)
        : undefined;
    if (policy !== undefined && block.kind === "property" && sentence !== undefined)
      return { file: policy, block, sentence };
  }
  return null;
};

/** 无遗漏: one more item for the rest; 无冲突: one of the items that meet taken out of the other. */
const rulesMended = (
  context: CheckContext,
  property: Property,
  { record, sample }: Counterexample,
): readonly Suggestion[] => {
  const { program, files } = context;
  const rules = decisionsOf(program, property).filter(
    (rule): rule is Classification => rule.kind === "classification",
  );
  if (property.kind === "noGap") return rules.flatMap((rule) => otherwise(files, rule));
  if (property.kind !== "noConflict") return [];
  const run = startRun(program, smallWorld(sample.world), sample.at);
  const judged = run.facts.record(record.object, record.id);
  return rules.flatMap((rule) => {
    const met = rule.items.filter(
      ({ condition }) => judged !== undefined && evaluateCondition(run, condition, [judged]).kind === "true",
    );
    const [first, second, ...others] = met;
    if (first === undefined || second === undefined || others.length > 0) return [];
    const prefer = (winner: typeof first): string =>
      `两项都符合的，按${itemOf(winner.condition, winner.origin)}认定。按哪一项，须由起草人决定`;
    return [
      ...exclude(context, first.origin, second.origin, prefer(second)),
      ...exclude(context, second.origin, first.origin, prefer(first)),
    ];
  });
};

/** 递增 for 递减, or 乙不宽于甲 for 甲不宽于乙: written the wrong way round. */
const turnedRound = ({ file: { source }, sentence }: Written): readonly Suggestion[] => {
  if (sentence.kind === "notWiderThan") {
    const { about, than } = sentence;
    return [
      {
        title: `把“${about.text}”与“${than.text}”对调。性质本意如何，须由起草人确定`,
        file: source.name,
        edits: [
          { span: about.span, newText: source.text.slice(than.span.start, than.span.end) },
          { span: than.span, newText: source.text.slice(about.span.start, about.span.end) },
        ],
      },
    ];
  }
  if (sentence.kind !== "monotone") return [];
  const [word, other] = sentence.direction === "increasing" ? ["递增", "递减"] : ["递减", "递增"];
  const at = source.text.slice(sentence.span.start, sentence.span.end).lastIndexOf(word);
  if (at < 0) return [];
  const start = sentence.span.start + at;
  return [
    {
      title: `把“${word}”改为“${other}”。性质本意如何，须由起草人确定`,
      file: source.name,
      edits: [{ span: { start, end: start + word.length }, newText: other }],
    },
  ];
};

/** What is known not to hold is said, and its example kept, so that a later change is noticed. */
const marked = (
  { file: { source }, block, sentence }: Written,
  property: Property,
  { cases }: Counterexample,
): readonly Suggestion[] => {
  const { text, name } = source;
  const stop = text.slice(0, sentence.span.end).replace(/[。；\s]+$/u, "").length;
  const at = endOfBlock(text, block.span.end);
  if (at === null || block.knownFailure !== null) return [];
  const examples = cases.map((each) => each.replace(/\n【完】\s*$/u, "").trimEnd());
  const reason =
    examples.length === 0
      ? "已有反例，是否接受尚待起草人写明"
      : `反例见用例“反例·${property.name}”，是否接受尚待起草人写明`;
  const edits: TextEdit[] = [
    { span: { start: stop, end: stop }, newText: `，已知不成立，理由「${reason}」` },
    ...(examples.length === 0 ? [] : [{ span: { start: at, end: at }, newText: `${examples.join("\n")}\n` }]),
  ];
  const also = examples.length === 0 ? "" : "，并把反例写成【用例】";
  return [{ title: `标注“已知不成立”${also}。是否接受、理由为何，须由起草人写明`, file: name, edits }];
};
