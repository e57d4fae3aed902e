import { MODAL_WORDS, type BlockSegment } from "../../language/index.ts";
import type { NumberType, Type } from "../model/type.ts";
import type { Declared, Member } from "../resolve/declared.ts";
import { keyword, LOOSE, ofSnippet, pattern, type Candidate } from "./candidate.ts";
import type { PolicyView } from "./model.ts";
import { objectOfDeclared, typeOfDeclared, typeWords } from "./name-words.ts";
import type { Word } from "./sentence.ts";
import { SNIPPETS } from "./snippets.ts";

/** What may stand at a place of a sentence. */
export interface Expected {
  /** How well a name fits; `UNFIT` where it may not stand at all. */
  readonly fit: (declared: Declared) => number;
  /** Patterns and keywords that fit better than everywhere. */
  readonly others: readonly Candidate[];
  /** Quotations of the official text stand here: behind 依据 and 限. */
  readonly quotes: "basis" | "reading" | null;
}

export const UNFIT = 99;

/** What is known where a sentence is typed. */
export interface Around {
  readonly view: PolicyView;
  readonly block: BlockSegment;
  /** The words of the sentence before the place. */
  readonly words: readonly Word[];
  /** Records that a 用例 has introduced. */
  readonly records: readonly { readonly object: string; readonly id: string }[];
}

export type FitOf = (declared: Declared) => number;

export const named = (fit: FitOf, others: readonly Candidate[] = []): Expected => ({
  fit,
  others,
  quotes: null,
});

export const both = (left: Expected, right: Expected): Expected => ({
  fit: (declared) => Math.min(left.fit(declared), right.fit(declared)),
  others: [...left.others, ...right.others],
  quotes: left.quotes ?? right.quotes,
});

export const RESULT_KINDS: ReadonlySet<Declared["kind"]> = new Set([
  "rule",
  "classification",
  "definition",
  "indicator",
  "ranking",
]);

/** Names that may stand in a sentence, though they fit no better than others. */
export const loose: FitOf = (declared) =>
  declared.kind === "rule" || declared.kind === "exception" || declared.kind === "reading" ? UNFIT : LOOSE;

export const nouns: FitOf = (declared) => {
  if (declared.kind === "object" || declared.kind === "definition") return 1;
  return declared.kind === "value" ? 4 : loose(declared);
};

export const booleanFirst = (type: Type | null): number => (type?.kind === "boolean" ? 1 : 2);

/** Fields, indicators and classifications of the records that are spoken of. */
export const members = (
  around: Around,
  rank: (type: Type | null) => number,
  of = objectsOf(around),
): FitOf => {
  const wanted = new Set(of);
  return (declared) => {
    if (declared.kind === "field" || declared.kind === "indicator" || declared.kind === "classification") {
      if (wanted.size === 0 || wanted.has(declared.object))
        return rank(typeOfDeclared(around.view, declared));
    }
    return declared.kind === "definition" ? 3 : loose(declared);
  };
};

/** The objects that the sentence speaks of, the first and the latest; else that of any block before it. */
export const objectsOf = ({ view, words, block }: Around): readonly string[] => {
  const found: string[] = [];
  for (const { type, text } of words) {
    if (type !== "Term" && type !== "Quoted") continue;
    for (const declared of view.model.declarations.byName.get(text) ?? []) {
      if (declared.kind === "object") found.push(declared.name);
      else if (declared.kind === "definition") found.push(objectOfDeclared(view, declared) ?? "");
    }
  }
  if (found.length === 0) {
    const from = block.bodySpan.start;
    const earlier = view.file.source.text.slice(from, words[0]?.start ?? from);
    found.push(...[...view.model.declarations.objects.keys()].filter((name) => earlier.indexOf(name) >= 0));
  }
  return [...new Set([...found.slice(-1), ...found.slice(0, 1)])].filter((name) => name !== "");
};

export const memberNamed = (around: Around, name: string, view: PolicyView): Member | null => {
  const known = (view.model.declarations.byName.get(name) ?? []).filter(
    (declared): declared is Member =>
      declared.kind === "field" || declared.kind === "indicator" || declared.kind === "classification",
  );
  if (known.length <= 1) return known[0] ?? null;
  const objects = objectsOf(around);
  return (
    known.find(({ object }) => objects[0] === object) ??
    known.find(({ object }) => objects.includes(object)) ??
    known[0]!
  );
};

/** The member that stands before a comparison, or the words that a classification gives. */
export const memberBefore = (around: Around, words: readonly Word[]): Member | null => {
  const { view } = around;
  const last = words.at(-1);
  if (last === undefined || last.type !== "Term") return null;
  return memberNamed(around, last.text, view);
};

export const snippetsOf = (block: BlockSegment, fit: number): readonly Candidate[] =>
  SNIPPETS.filter(({ within }) => within?.some((word) => word === block.keyword)).map((snippet) =>
    ofSnippet(snippet, /[。；]\$0$|：\n/.test(snippet.body) ? fit : fit + 1),
  );

export const modals = (fit: number): readonly Candidate[] =>
  Object.keys(MODAL_WORDS).map((word) =>
    keyword(word, word === "应当" || word === "不得" || word === "可以" ? fit - 0.5 : fit, "情态词"),
  );

/** Whether the clause before the place has said what is to be done. */
export const orders = ({ view, words, block }: Around): boolean => {
  if (block.keyword !== "规则") return words.some(({ type }) => type === "NotBound");
  const begin = words.findLastIndex(({ type }) => type === "Semicolon" || type === "ItemMarker");
  return words
    .slice(begin + 1)
    .some(
      ({ type, text }) =>
        type === "Modal" ||
        (type === "Term" &&
          (view.model.declarations.byName.get(text)?.some(({ kind }) => kind === "measure") ?? false)),
    );
};

export const basisAndGuard = (words: readonly Word[], fit: number): readonly Candidate[] => {
  const isOpen = words.at(-1)?.type === "Comma";
  return [
    {
      ...keyword("依据", fit, "照抄本条的原文"),
      insertText: isOpen ? "依据「$0」" : "，依据「$0」",
      snippet: true,
    },
    {
      ...keyword("限", fit + 1, "只在一种读法下成立"),
      insertText: isOpen ? "限「$0」读法二" : "，限「$0」读法二",
      snippet: true,
    },
  ];
};

export const connectives = (fit: number): readonly Candidate[] => [
  keyword("的", fit),
  keyword("且", fit),
  keyword("或者", fit),
];

/** What may follow a noun at the beginning of a rule. */
export const tails: readonly Candidate[] = [
  pattern(
    "有下列情形之一的",
    "有下列情形之一的，${1:应当}${2:措施}：\n（一）${3:条件}；\n（二）${4:条件}。$0",
    1,
    "句式",
  ),
  pattern(
    "同时符合下列条件的",
    "同时符合下列条件的，${1:应当}${2:措施}：\n（一）${3:条件}；\n（二）${4:条件}。$0",
    1,
    "句式",
  ),
  pattern(
    "应当同时符合下列条件",
    "应当同时符合下列条件：\n（一）${1:条件}；\n（二）${2:条件}。$0",
    1,
    "句式",
  ),
];

export const unitText = (type: NumberType): string =>
  type.share ? "％" : (type.unit ?? (type.dimension === "money" ? "元" : ""));

export const amounts = (type: NumberType): readonly Candidate[] => [
  pattern(`（数量）${unitText(type)}`, `\${1:10}${unitText(type)}`, 0, typeWords(type)),
];
