import {
  DECLARED_STATUSES,
  printNumeral,
  type Block,
  type Diagnostic,
  type Item,
  type TextEdit,
} from "../../language/index.ts";
import { nearestName } from "../resolve/suggest.ts";
import { withoutBlanks } from "./lines.ts";
import type { PolicyView, QuickFix } from "./model.ts";
import { blockAt } from "./sentence-around.ts";

/** Cures of findings about the form of a block: marks, lists, states, endings that were left out. */
export const formFixes = (view: PolicyView, finding: Diagnostic): readonly QuickFix[] =>
  (CURES[finding.code]?.(view, finding) ?? []).map(({ title, edits }) => ({
    title,
    code: finding.code,
    span: finding.span,
    preferred: false,
    edits: [{ file: view.file.source.name, edits }],
  }));

interface Cure {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

type CuresOf = (view: PolicyView, finding: Diagnostic) => readonly Cure[];

const inserted = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** Behind the words that are meant to be the name, or at the end of the line. */
const closedQuote: CuresOf = ({ file }, { span }) => {
  const { text } = file.source;
  const line = text.slice(span.start, span.end);
  const first = line.slice(1).search(/[，。；：、的]/u);
  const end = lengthBefore(line, /[\s，。；：、]/u);
  const places = new Set([...(first > 0 ? [first + 1] : []), ...(end > 1 ? [end] : [])]);
  return Array.from(places, (length) => ({
    title: `在“${shortened(line.slice(1, length))}”后面补上“」”`,
    edits: [inserted(span.start + length, "」")],
  }));
};

const withoutCharacter: CuresOf = ({ file }, { span }) => [
  {
    title: `删去“${shortened(file.source.text.slice(span.start, span.end))}”`,
    edits: [{ span, newText: "" }],
  },
];

/** The mark with its line; where words stand beside it only the mark, because they may be official text. */
const withoutLine: CuresOf = (view, finding) => {
  const { span } = finding;
  const { text } = view.file.source;
  const newline = text.indexOf("\n", span.end);
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const beside = text.slice(start, span.start) + text.slice(span.end, newline < 0 ? text.length : newline);
  if (beside.trim() !== "") return withoutCharacter(view, finding);
  return [
    {
      title: "删去这一行",
      edits: [{ span: { start, end: newline < 0 ? text.length : newline + 1 }, newText: "" }],
    },
  ];
};

const closedPassage: CuresOf = ({ file }) => {
  const { text } = file.source;
  const lead = text.endsWith("\n") ? "" : "\n";
  return [{ title: "在文件末尾补上“【完】”", edits: [inserted(text.length, `${lead}【完】\n`)] }];
};

const withState: CuresOf = (view, { span }) => {
  const block = blockAt(view, span.start);
  if (block?.kind !== "note") return [];
  const { start, end } = block.statusSpan;
  const at = end > start ? start : block.segment.headerSpan.end;
  return DECLARED_STATUSES.map((state) => ({
    title: `写明为“${state}”`,
    edits: [inserted(at, `${state}。`)],
  }));
};

const adoptedReading: CuresOf = (view, { span }) => {
  const block = blockAt(view, span.start);
  if (block?.kind !== "reading" || block.options.length < 2 || block.adopted !== null) return [];
  const end = withoutBlanks(
    view.file.source.text,
    block.segment.headerSpan.start,
    block.segment.bodySpan.end,
  )?.end;
  return end === undefined
    ? []
    : [{ title: "写明采读法一，状态为暂拟", edits: [inserted(end, "采读法一，状态为暂拟。")] }];
};

const withTies: CuresOf = (view, { span }) => {
  const at = beforeFullStop(view.file.source.text, span.start, span.end);
  return ["并列", "抽签", "需裁量"].map((ties) => ({
    title: `名次相同的，${ties}`,
    edits: [inserted(at, `；仍相同的，${ties}`)],
  }));
};

const withOwner: CuresOf = (view, { span }) => {
  const block = blockAt(view, span.start);
  if (block?.kind !== "parameter") return [];
  const { headerSpan, bodySpan } = block.segment;
  const at = beforeFullStop(view.file.source.text, headerSpan.end, bodySpan.end);
  const words = at > headerSpan.end ? "，由未明确确定" : "\n由未明确确定。";
  return [{ title: "写明由未明确确定", edits: [inserted(at, words)] }];
};

const renumbered: CuresOf = (view, { span }) => {
  const block = blockAt(view, span.start);
  const list =
    block === null
      ? undefined
      : listsOf(block).find((items) => items.some((item) => item.markerSpan.start === span.start));
  if (list === undefined) return [];
  const edits = list.flatMap(({ marker, markerSpan }, index) => {
    const expected = markerLike(marker, index + 1);
    return marker === expected ? [] : [{ span: markerSpan, newText: expected }];
  });
  return [{ title: "按顺序重新编号", edits }];
};

const nearestObject: CuresOf = ({ file, model }, { span }) => {
  const name = file.source.text.slice(span.start, span.end);
  const nearest = nearestName(name, model.declarations.objects.keys());
  return nearest === null ? [] : [{ title: `改为“${nearest}”`, edits: [{ span, newText: nearest }] }];
};

const CURES: Readonly<Record<string, CuresOf>> = {
  "unclosed-quote": closedQuote,
  "stray-character": withoutCharacter,
  "stray-block-end": withoutLine,
  "unclosed-passage": closedPassage,
  "unknown-note-status": withState,
  "incomplete-reading": adoptedReading,
  "ranking-without-ties": withTies,
  "parameter-without-owner": withOwner,
  "item-numbers": renumbered,
  "unknown-object": nearestObject,
};

const beforeFullStop = (text: string, from: number, to: number): number =>
  from + lengthBefore(text.slice(from, to), /[\s。.]/u);

/** Length of the words without such characters at their end. */
const lengthBefore = (words: string, character: RegExp): number => {
  let length = words.length;
  while (length > 0 && character.test(words[length - 1]!)) length -= 1;
  return length;
};

/** Every list of a block, the lists inside items too. */
const listsOf = (block: Block): readonly (readonly Item[])[] => {
  switch (block.kind) {
    case "rule":
    case "exception":
      return block.sentences.flatMap(({ items }) => withInner(items));
    case "classification":
      return withInner(block.items);
    case "metadata":
    case "object":
    case "parameter":
    case "measures":
    case "definition":
    case "indicator":
    case "ranking":
    case "reading":
    case "note":
    case "assertion":
    case "boundary":
    case "case":
    case "property":
      return [];
  }
};

const withInner = (items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length === 0 ? [] : [items, ...items.flatMap((item) => withInner(item.items))];

/** （一）, 1. or （1） with another number. */
const markerLike = (marker: string, number: number): string => {
  if (/^\d/u.test(marker)) return `${number}.`;
  return /\d/u.test(marker) ? `（${number}）` : `（${printNumeral(number)}）`;
};

const LONGEST = 20;

const shortened = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}……`;
