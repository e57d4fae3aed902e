import type { Authority, FieldDeclaration, FieldType, Name, Quote, UnitWord } from "../ast.ts";
import { simpleType, UNSTATED } from "../build-ast/blocks.ts";
import { squeeze } from "../build-ast/nodes.ts";
import { foldText } from "../lexer/characters.ts";
import { parseNumeral } from "../numerals.ts";
import { unitOf } from "../units.ts";
import type { Span } from "../source.ts";
import { findMark, splitAt, trimmed, type Piece } from "./text-pieces.ts";

/** What reading a declaration found amiss. */
export type DeclarationFinding =
  | { readonly kind: "fieldWithoutType"; readonly name: string; readonly span: Span }
  | { readonly kind: "missingSeparator"; readonly span: Span }
  | { readonly kind: "unknownAttribute"; readonly text: string; readonly span: Span }
  | { readonly kind: "notAField"; readonly text: string; readonly span: Span };

/**
 * Fields of a 【对象】. Read without a vocabulary, since these blocks make it: names are what stands
 * between the marks.
 */
export const readFields = (
  text: string,
  range: Span,
): { readonly fields: readonly FieldDeclaration[]; readonly findings: readonly DeclarationFinding[] } => {
  const findings: DeclarationFinding[] = [];
  const fields: FieldDeclaration[] = [];
  for (const piece of splitAt(text, range, "；。").flatMap((part) => splitLines(text, part, findings))) {
    const colon = findMark(text, piece.span, "：");
    if (colon < 0) {
      findings.push({ kind: "notAField", text: piece.text.slice(0, 30), span: piece.span });
      continue;
    }
    const name = declaredName(trimmed(text, { start: piece.span.start, end: colon }));
    fields.push(
      readField(text, name, trimmed(text, { start: colon + 1, end: piece.span.end }), piece.span, findings),
    );
  }
  return { fields, findings };
};

/** Fields on lines of their own whose ； is missing: each line with a colon begins one. */
const splitLines = (text: string, piece: Piece, findings: DeclarationFinding[]): Piece[] => {
  if (!/[\n\r]/.test(piece.text)) return [piece];
  const fields: Piece[] = [];
  let open: Piece | null = null;
  for (const line of splitAt(text, piece.span, "\n\r")) {
    const begins = splitAt(text, line.span, "：").length > 1 || /[:：]$/.test(line.text);
    if (open === null || !begins) {
      const start: number = open?.span.start ?? line.span.start;
      open = trimmed(text, { start, end: line.span.end });
    } else {
      if (findMark(text, open.span, "：") >= 0) findings.push({ kind: "missingSeparator", span: open.span });
      fields.push(open);
      open = line;
    }
  }
  return open === null ? fields : [...fields, open];
};

/** Names of a 【措施】, joined by 、 or on lines of their own. */
export const readNames = (text: string, range: Span): Name[] =>
  splitAt(text, range, "、，；。\n").map(declaredName);

/** A name where it is declared: with 「」 or without. */
export const declaredName = (piece: Piece): Name => {
  const quoted = /^[「『“｢]([\s\S]*)[」』”｣]$/.exec(piece.text);
  return quoted === null
    ? { kind: "name", text: squeeze(foldText(piece.text)), form: "term", span: piece.span }
    : { kind: "name", text: quoted[1]!.trim(), form: "quoted", span: piece.span };
};

interface Attributes {
  unit: UnitWord | null;
  scale: number | null;
  system: string | null;
  judgedBy: Authority | null;
  negativeName: Name | null;
  description: string | null;
}

const readField = (
  text: string,
  name: Name,
  type: Piece,
  span: Span,
  findings: DeclarationFinding[],
): FieldDeclaration => {
  const attributes: Attributes = {
    unit: null,
    scale: null,
    system: null,
    judgedBy: null,
    negativeName: null,
    description: null,
  };
  const bracket = /[)）]$/.test(type.text) ? findMark(text, type.span, "（") : -1;
  if (bracket >= 0) {
    const inside = { start: bracket + 1, end: type.span.end - 1 };
    for (const part of splitAt(text, inside, "，；")) readAttribute(text, part, attributes, findings);
  }
  const head = bracket >= 0 ? trimmed(text, { start: type.span.start, end: bracket }) : type;
  if (head.text === "") findings.push({ kind: "fieldWithoutType", name: name.text, span });
  const { judgedBy, negativeName, description } = attributes;
  return { name, type: readType(text, head, attributes), judgedBy, negativeName, description, span };
};

const readType = (text: string, head: Piece, attributes: Attributes): FieldType => {
  const word = squeeze(foldText(head.text));
  if (word === "") return { kind: "missing" };
  if (word === "坐标") return { kind: "coordinate", system: attributes.system };
  const simple = simpleType(word);
  if (simple.kind !== "missing") {
    return { ...simple, unit: attributes.unit, scale: attributes.scale } as FieldType;
  }
  const parts = splitAt(text, head.span, "，");
  const ordered = /^由(高到低|低到高)为\s*/.exec(foldText(parts[0]?.text ?? ""));
  const outside = parts.slice(1).map((part) => ({ part, match: /^次序外为\s*/.exec(part.text) }));
  const listed = parts[0] === undefined ? [] : behind(text, parts[0], ordered?.[0].length ?? 0);
  if (ordered === null && outside.length === 0 && listed.length === 1) {
    return { kind: "reference", object: declaredName(listed[0]!) };
  }
  return {
    kind: "enumeration",
    values: listed.map(declaredName),
    order: ordered === null ? null : ordered[1] === "高到低" ? "descending" : "ascending",
    outside: outside.flatMap(({ part, match }) =>
      behind(text, part, match?.[0].length ?? 0).map(declaredName),
    ),
  };
};

const behind = (text: string, piece: Piece, length: number): Piece[] =>
  splitAt(text, { start: piece.span.start + length, end: piece.span.end }, "、");

const readAttribute = (
  text: string,
  part: Piece,
  attributes: Attributes,
  findings: DeclarationFinding[],
): void => {
  const word = squeeze(foldText(part.text));
  const scale = /^([一二两三四五六七八九零\d]{1,2})位小数$/.exec(word);
  const judged = /^由(.+?)(?:裁量|认定|判断|确定|决定)$/.exec(word);
  const negative = /^\s*否\s*为\s*/.exec(part.text);
  const source = /^(?:出处|依据)\s*[:：]?\s*[「『“｢]/.exec(part.text);
  const description = /^说明\s*[:：为]?\s*/.exec(part.text);
  if (unitOf(word) !== null || word === "%") {
    attributes.unit = { text: word, span: part.span };
  } else if (scale !== null) {
    attributes.scale = parseNumeral(scale[1]!);
  } else if (word === "整数") {
    attributes.scale = 0;
  } else if (judged !== null) {
    const by = judged[1]!;
    attributes.judgedBy = { text: by, unstated: by === UNSTATED, basis: [], span: part.span };
  } else if (negative !== null) {
    attributes.negativeName = declaredName(
      trimmed(text, { start: part.span.start + negative[0].length, end: part.span.end }),
    );
  } else if (source !== null) {
    const quote: Quote = quotedIn(text, part, source[0].length);
    const judgedBy = attributes.judgedBy;
    if (judgedBy === null) attributes.description = quote.text;
    else attributes.judgedBy = { ...judgedBy, basis: [...judgedBy.basis, quote] };
  } else if (description !== null) {
    attributes.description = part.text.slice(description[0].length);
  } else if (/^[A-Za-z]+[A-Za-z0-9 -]*$/.test(word)) {
    attributes.system = word;
  } else {
    findings.push({ kind: "unknownAttribute", text: part.text, span: part.span });
  }
};

const quotedIn = (text: string, part: Piece, length: number): Quote => {
  const span = {
    start: part.span.start + length,
    end: Math.max(part.span.start + length, part.span.end - 1),
  };
  return { text: text.slice(span.start, span.end), span };
};
