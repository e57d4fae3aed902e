import type { Name } from "./ast.ts";
import { foldText, isSpace } from "./lexer/characters.ts";
import { squeeze } from "./build-ast/nodes.ts";
import { KEYWORDS } from "./keywords.ts";
import type { BlockSegment } from "./document/model.ts";
import { declaredName, readFields, readNames } from "./parser/declarations.ts";
import { splitAt, trimmed, type Piece } from "./parser/text-pieces.ts";
import type { Span } from "./source.ts";

/** What a declared name is. One name may have several roles (a value that is also an object). */
export type Role =
  | "object"
  | "field"
  | "value"
  | "parameter"
  | "measure"
  | "definition"
  | "indicator"
  | "classification"
  | "ranking"
  | "rule"
  | "exception";

/** One declaration of a name. */
export interface Declaration {
  readonly text: string;
  readonly role: Role;
  readonly file: string;
  readonly span: Span;
  /** The object of a field, the field or classification of a value; null otherwise. */
  readonly owner: string | null;
}

/** The declared names that runs are cut with. Immutable. */
export interface Vocabulary {
  readonly declarations: readonly Declaration[];
  /** Same version, same cut: blocks are memoised on it. Names of rules and exceptions do not count. */
  readonly version: string;
  /** The same with the names of rules and exceptions, which 例外, 用例 and 性质 may use. */
  readonly fullVersion: string;
}

export const EMPTY_VOCABULARY: Vocabulary = { declarations: [], version: "0", fullVersion: "0" };

/** Puts vocabularies and declarations together; order does not matter for cutting. */
export const makeVocabulary = (declarations: readonly Declaration[]): Vocabulary => ({
  declarations,
  version: hashNames(declarations.filter(({ role }) => role !== "rule" && role !== "exception")),
  fullVersion: hashNames(declarations),
});

export const mergeVocabularies = (...parts: readonly Vocabulary[]): Vocabulary =>
  makeVocabulary(parts.flatMap(({ declarations }) => declarations));

/** Pass one: the names that one block declares, without parsing its sentences. */
export const scanBlock = (text: string, block: BlockSegment, file: string): Declaration[] => {
  const found: Declaration[] = [];
  const add = (role: Role, name: Name, owner: string | null = null): void => {
    if (name.text !== "") found.push({ text: name.text, role, file, span: name.span, owner });
  };
  const header = block.name === "" ? null : declaredName(trimmed(text, block.nameSpan));
  const headerRole = HEADER_ROLES[block.keyword];
  if (header !== null && headerRole !== undefined) add(headerRole, header);
  switch (block.keyword) {
    case "对象":
      for (const field of readFields(text, block.bodySpan).fields) {
        add("field", field.name, header?.text ?? null);
        if (field.negativeName !== null) add("field", field.negativeName, header?.text ?? null);
        if (field.type.kind !== "enumeration") continue;
        for (const value of [...field.type.values, ...field.type.outside])
          add("value", value, field.name.text);
      }
      break;
    case "措施":
      for (const name of readNames(text, { start: block.nameSpan.start, end: block.bodySpan.end }))
        add("measure", name);
      break;
    case "定义":
      for (const piece of heads(text, block, (words) => words.indexOf("是指")))
        add("definition", declaredName(piece));
      break;
    case "指标":
      for (const piece of heads(text, block, commaBeforeIs))
        add("indicator", declaredName(behindLastOf(text, piece)));
      break;
    case "认定":
      for (const piece of heads(text, block, (words) => words.search(/按照?(?:下列|以下)/))) {
        add("classification", declaredName(behindLastOf(text, piece)));
      }
      for (const name of resultNames(text, block.bodySpan)) add("value", name, header?.text ?? null);
      break;
    case "参数":
      for (const name of listedTypes(text, block.bodySpan)) add("value", name, header?.text ?? null);
      break;
    default:
      break;
  }
  return found;
};

const HEADER_ROLES: Readonly<Record<string, Role>> = {
  对象: "object",
  参数: "parameter",
  定义: "definition",
  指标: "indicator",
  认定: "classification",
  排名: "ranking",
  规则: "rule",
  例外: "exception",
};

/** The words at the beginning of each sentence up to where `find` says, the comma before it left out. */
const heads = (text: string, block: BlockSegment, find: (words: string) => number): Piece[] =>
  splitAt(text, block.bodySpan, "。；").flatMap(({ text: words, span }) => {
    let end = find(words);
    if (end <= 0) return [];
    const isComma = (at: number): boolean => words[at] === "，" || words[at] === ",";
    while (end > 0 && (isSpace(words.charCodeAt(end - 1)) || isComma(end - 1))) end -= 1;
    return end === 0 ? [] : [trimmed(text, { start: span.start, end: span.start + end })];
  });

/** Where the first ，为 of a sentence is. */
const commaBeforeIs = (words: string): number => {
  for (let at = words.search(/[，,]/); at >= 0 && at < words.length; at += 1) {
    if (words[at] !== "，" && words[at] !== ",") continue;
    let next = at + 1;
    while (next < words.length && isSpace(words.charCodeAt(next))) next += 1;
    if (words[next] === "为") return at;
  }
  return -1;
};

const behindLastOf = (text: string, piece: Piece): Piece => {
  if (/^[「『“｢]/.test(piece.text)) return piece;
  const of = piece.text.lastIndexOf("的");
  return of < 0 ? piece : trimmed(text, { start: piece.span.start + of + 1, end: piece.span.end });
};

const RESULT = /[，,]\s*为\s*([^，,。；;：:（(）)「」\s][^，,。；;：:（(）)「」\n]*)/g;

/** Values of a classification: what stands in ，为… behind an item. Numbers are no names. */
const resultNames = (text: string, range: Span): Name[] => {
  const body = text.slice(range.start, range.end);
  return [...body.matchAll(RESULT)]
    .map((match) => {
      const end = range.start + match.index + match[0].length;
      return declaredName(
        trimmed(text, { start: end - match[1]!.length, end: end - pointsAtEnd(match[1]!) }),
      );
    })
    .filter((name) => !/^[\d.]+/.test(name.text) || /[^\d.%]$/.test(name.text));
};

/** A half-width full stop behind a name is none of it. */
const pointsAtEnd = (words: string): number => /[.．]?\s*$/.exec(words)?.[0].length ?? 0;

/** 类型为甲、乙: the values that a parameter may take. */
const listedTypes = (text: string, range: Span): Name[] => {
  const body = text.slice(range.start, range.end);
  const match = /类型为\s{0,5}([^，,。；;]{1,80}、[^，,。；;]{1,1000})/.exec(body);
  if (match === null) return [];
  const end = range.start + match.index + match[0].length;
  return splitAt(text, { start: end - match[1]!.length, end: end - pointsAtEnd(match[1]!) }, "、").map(
    declaredName,
  );
};

/** Names that a scenario introduces for itself: 设定点申请「申请」. A keyword stays a keyword. */
export const localNames = (text: string, range: Span): string[] => {
  const names = new Set<string>();
  for (const match of text.slice(range.start, range.end).matchAll(INTRODUCED)) {
    const name = squeeze(foldText(match[1]!));
    if (name !== "" && !Object.hasOwn(KEYWORDS, name)) names.add(name);
  }
  return [...names];
};

const INTRODUCED = /设[^，,。；;：:「“｢为设]{0,40}[「“｢]([^」”｣]{1,40})[」”｣]/g;

/** 53-bit hash (cyrb53) of the sorted names: short, and the same for the same words. */
const hashNames = (declarations: readonly Declaration[]): string => {
  const names = [...new Set(declarations.map(({ text }) => text))].sort();
  let [first, second] = [0xdeadbeef, 0x41c6ce57];
  const mix = (code: number): void => {
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  };
  for (const name of names) {
    for (let at = 0; at < name.length; at += 1) mix(name.charCodeAt(at));
    mix(0x1f);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36);
};
