import { lastBegun } from "./begun.ts";
import {
  BASE_UNITS,
  findCitations,
  KEYWORDS,
  inBaseUnit,
  isBlockKeyword,
  printRational,
  provisionAt,
  provisionText,
  resolveCitation,
  slice,
  unitOf,
  wordsOfBlock,
  type BlockSegment,
  type Provision,
  type Span,
} from "../../language/index.ts";
import { KIND_NAMES, type Declared } from "../resolve/declared.ts";
import { KEYWORD_GROUPS, keywordMeaning } from "./keyword-meaning.ts";
import type { HoverCard, PolicyView } from "./model.ts";
import { fileNamed, meaningLines, typeOfDeclared, typeWords } from "./name-words.ts";
import { nameIn, occurrenceAt, occurrencesOf, type Occurrence } from "./occurrences.ts";
import { placeAt } from "./place.ts";
import { provisionOfBlock } from "./quotes.ts";
import { SNIPPETS } from "./snippets.ts";

type Line = HoverCard["lines"][number];

/** What is to be said about the word at an offset; `users` are the policies that use the file, where it is a vocabulary. */
export const hover = (
  view: PolicyView,
  offset: number,
  users: readonly PolicyView[] = [],
): HoverCard | null => {
  const occurrence = occurrenceAt(view, view.file.source.name, offset);
  if (occurrence !== null) return nameCard(view, occurrence, users);
  const { block } = placeAt(view.file, offset + 1);
  if (block === null) return citationCard(view, offset, null);
  return headerCard(block, offset) ?? wordCard(view, block, offset) ?? citationCard(view, offset, block);
};

const nameCard = (
  view: PolicyView,
  occurrence: Occurrence,
  users: readonly PolicyView[],
): HoverCard | null => {
  const { byId } = view.model.declarations;
  const name = nameIn(view.file, occurrence.span);
  const meant = occurrence.targets.flatMap((target) => byId.get(target) ?? []);
  const [first] = meant;
  if (first === undefined) return null;
  const lines = meant.flatMap((declared) => [
    ...typeLine(view, declared),
    ...meaningLines(view, { ...declared, name, ...negativeOf(declared, name) }),
  ]);
  return {
    span: occurrence.span,
    title: `${ownerOf(first)}${KIND_NAMES[first.kind]}“${name}”`,
    lines: [...lines, ...usedLines(view, occurrence, users)],
  };
};

/** A field that stands under the name of its negative. */
const negativeOf = (declared: Declared, name: string): { readonly negative?: boolean } =>
  declared.kind === "field" ? { negative: declared.field.negativeName === name } : {};

const ownerOf = (declared: Declared): string => {
  switch (declared.kind) {
    case "field":
    case "indicator":
    case "classification":
      return `${declared.object}的`;
    case "value":
      return `${declared.object === "" ? "" : `${declared.object}的`}${declared.owner}的`;
    case "object":
    case "parameter":
    case "measure":
    case "definition":
    case "ranking":
    case "rule":
    case "exception":
    case "reading":
      return "";
  }
};

const typeLine = (view: PolicyView, declared: Declared): readonly Line[] => {
  const type = typeOfDeclared(view, declared);
  if (type === null || declared.kind === "value") return [];
  return [{ label: "类型", text: typeWords(type) }];
};

const MOST_PLACES = 8;

/** In the file itself, then in each of the policies that use it. */
const usedLines = (
  view: PolicyView,
  { targets }: Occurrence,
  users: readonly PolicyView[],
): readonly Line[] => {
  const own = usedIn(view, targets, () => true);
  const elsewhere = users.flatMap((user) => {
    const used = usedIn(user, targets, (file) => file === user.file.source.name);
    return used === null ? [] : [{ label: "使用", text: `“${user.file.source.name}”中${used}` }];
  });
  if (own === null && elsewhere.length === 0) return [{ label: "使用", text: "没有用到" }];
  return [...(own === null ? [] : [{ label: "使用", text: own }]), ...elsewhere];
};

/** 共3次：第四条规则“总量平衡”、…; null where it is not used. */
const usedIn = (
  view: PolicyView,
  targets: readonly string[],
  isAsked: (file: string) => boolean,
): string | null => {
  const { byTarget } = occurrencesOf(view);
  const uses = targets
    .flatMap((target) => byTarget.get(target) ?? [])
    .filter(({ isDeclaration, file }) => !isDeclaration && isAsked(file));
  if (uses.length === 0) return null;
  // Rules say more than the scenarios that try them.
  const found = [...new Set(uses.map((use) => placeLabel(view, use)))];
  const isTrial = (label: string): boolean => label.includes("用例“");
  const labels = [...found.filter((label) => !isTrial(label)), ...found.filter(isTrial)];
  const listed = labels.slice(0, MOST_PLACES).join("、");
  const more = labels.length > MOST_PLACES ? `等${labels.length}处` : "";
  return `共${uses.length}次：${listed}${more}`;
};

const placeLabel = (view: PolicyView, { file, span }: Occurrence): string => {
  const found = fileNamed(view, file);
  const block = found === null ? null : lastBegun(found.segments.blocks, span.start);
  if (found === null || block === null) return file;
  const label = provisionOfBlock(found, block)?.label ?? "";
  return `${label}${block.keyword}${block.name === "" ? "" : `“${block.name}”`}`;
};

const headerCard = (block: BlockSegment, offset: number): HoverCard | null => {
  const span = { start: block.headerSpan.start, end: block.nameSpan.start };
  if (offset < span.start || offset > span.end || !isBlockKeyword(block.keyword)) return null;
  const text = SNIPPETS.find(({ title }) => title === `【${block.keyword}】`)?.description ?? "";
  return { span, title: `【${block.keyword}】`, lines: [{ label: "用途", text }] };
};

/** Keywords, numbers with their unit, quotations and citations. */
const wordCard = (view: PolicyView, block: BlockSegment, offset: number): HoverCard | null => {
  const { text } = view.file.source;
  const tokens = wordsOfBlock({ text, segment: block, vocabulary: view.file.vocabulary })?.lexed.tokens ?? [];
  const token = tokens.findLast(
    ({ startOffset, endOffset }) => startOffset <= offset && offset <= endOffset + 1,
  );
  if (token === undefined) return null;
  const span: Span = { start: token.startOffset, end: token.endOffset + 1 };
  const { payload, image } = token;
  if (payload?.kind === "quantity") {
    const unit = payload.unit === null ? null : unitOf(payload.unit);
    const base = unit === null ? "" : BASE_UNITS[unit.dimension];
    const value = printRational(inBaseUnit(payload.value, payload.unit));
    return {
      span,
      title: slice(view.file.source, span),
      lines: [{ label: "数值", text: `${value}${base === "" ? (payload.unit ?? "") : base}` }],
    };
  }
  if (payload?.kind === "text" || payload?.kind === "date") return null;
  const meaning = keywordMeaning(image);
  const group = Object.hasOwn(KEYWORDS, image) ? KEYWORDS[image]!.group : undefined;
  if (meaning === null || group === undefined) return null;
  return { span, title: `${KEYWORD_GROUPS[group]}“${image}”`, lines: [{ label: "含义", text: meaning }] };
};

/** Whether the number of a provision around stands there, and not a citation. */
const beginsWith = (here: Provision | null, offset: number): boolean => {
  for (let at = here; at !== null; at = at.parent) {
    if (at.span.start === offset && at.level !== "paragraph" && at.level !== "lead") return true;
  }
  return false;
};

const LONGEST_PROVISION = 400;

/** The words of the provision that is cited at an offset: 第十条, 前款. */
const citationCard = (view: PolicyView, offset: number, block: BlockSegment | null): HoverCard | null => {
  const { text } = view.file.source;
  const from = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - 300);
  const end = text.indexOf("\n", offset);
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, offset + 300));
  const found = findCitations(line).find(
    ({ span }) => from + span.start <= offset && offset <= from + span.end,
  );
  if (found === undefined) return null;
  const { document } = view.file;
  const here = block === null ? provisionAt(document, offset) : provisionOfBlock(view.file, block);
  // The number at the beginning of an article names it and cites nothing.
  if (block === null && beginsWith(here, from + found.span.start)) return null;
  const { provisions, problem } = resolveCitation(found.citation, here, document);
  const span = { start: from + found.span.start, end: from + found.span.end };
  const title = slice(view.file.source, span);
  if (problem !== null) return { span, title, lines: [{ label: "引用", text: problem }] };
  return {
    span,
    title,
    lines: provisions.slice(0, 3).map((provision) => {
      const words = provisionText(document, provision);
      return {
        label: provision.label,
        text: words.length > LONGEST_PROVISION ? `${words.slice(0, LONGEST_PROVISION)}……` : words,
      };
    }),
  };
};
