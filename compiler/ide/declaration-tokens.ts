import type { Block, FieldDeclaration, FieldType, Span } from "../../language/index.ts";
import type { KindSpan } from "./semantic-tokens.ts";
import type { TokenKind } from "./model.ts";

/** The words of blocks that declare names or are prose, in order of place. */
export const declarationTokens = (block: Block, text: string): readonly KindSpan[] => {
  const found: KindSpan[] = [];
  const add = (span: Span, kind: TokenKind): void => {
    if (span.end > span.start) found.push({ start: span.start, end: span.end, kind });
  };
  switch (block.kind) {
    case "metadata":
      for (const { keySpan } of block.entries) add(keySpan, "statement");
      break;
    case "object":
      for (const field of block.fields) addField(field, text, add);
      break;
    case "measures":
      for (const { span } of block.measures) add(span, "measure");
      break;
    case "note":
      add(block.statusSpan, "statement");
      for (const { span } of block.basis) add(span, "quote");
      break;
    case "reading":
      if (block.quote.kind === "name") add(block.quote.span, "quote");
      for (const { span } of block.options) add(markOf(span, text), "statement");
      for (const { span } of block.basis) add(span, "quote");
      break;
    case "parameter":
    case "definition":
    case "indicator":
    case "classification":
    case "ranking":
    case "rule":
    case "exception":
    case "assertion":
    case "boundary":
    case "case":
    case "property":
      break;
  }
  return found.sort((left, right) => left.start - right.start);
};

type Add = (span: Span, kind: TokenKind) => void;

const addField = (field: FieldDeclaration, text: string, add: Add): void => {
  add(field.name.span, "field");
  addType(field.type, add);
  if (field.negativeName !== null) add(field.negativeName.span, "field");
  for (const { span } of field.judgedBy?.basis ?? []) add(span, "quote");
  const colon = /[：:]\s*/uy;
  colon.lastIndex = field.name.span.end;
  const match = colon.exec(text);
  if (match === null) return;
  const word = TYPE_WORD.exec(text.slice(colon.lastIndex, Math.min(field.span.end, colon.lastIndex + 4)));
  if (word !== null) add({ start: colon.lastIndex, end: colon.lastIndex + word[0].length }, "statement");
};

const TYPE_WORD = /^(?:文本|整数|数值|百分比|金额|日期|是否|坐标|由高到低|由低到高|从高到低|从低到高)/u;

const addType = (type: FieldType, add: Add): void => {
  switch (type.kind) {
    case "enumeration":
      for (const { span } of [...type.values, ...type.outside]) add(span, "value");
      break;
    case "reference":
      add(type.object.span, "object");
      break;
    case "text":
    case "integer":
    case "number":
    case "percentage":
    case "money":
    case "date":
    case "boolean":
      if (type.unit !== null) add(type.unit.span, "unit");
      break;
    case "coordinate":
    case "missing":
      break;
  }
};

/** 读法一 before its colon. */
const markOf = ({ start, end }: Span, text: string): Span => {
  const colon = text.slice(start, Math.min(end, start + 12)).search(/[：:]/u);
  return { start, end: colon < 0 ? start : start + colon };
};
