import type { Block, PolicyFile } from "../ast.ts";
import { squeeze } from "../build-ast/nodes.ts";
import { fold } from "../lexer/characters.ts";
import { T } from "../lexer/tokens.ts";
import { wordsOfBlock } from "../parser/block-words.ts";
import { splitAt, trimmed } from "../parser/text-pieces.ts";
import { splitUnits, type Unit } from "../parser/units.ts";
import type { Span } from "../source.ts";
import { printTokens } from "./words.ts";

/** The block in canonical form without its closing line, or null where it stays as written. */
export const layOut = (file: PolicyFile, block: Block): string | null => {
  const { text } = file.source;
  const { segment } = block;
  const header = `【${segment.keyword}】`;
  const name = printName(trimmed(text, segment.nameSpan).text);
  switch (block.kind) {
    case "metadata":
      return lines(
        header + name,
        ended(
          block.entries.map(({ key, value }) => `${key}：${value}`),
          "；",
          "；",
        ),
      );
    case "object":
      return lines(
        header + name,
        ended(
          splitAt(text, segment.bodySpan, "；。").map((piece) => canonical(piece.text)),
          "；",
          "。",
        ),
      );
    case "measures": {
      const names = block.measures.map((measure) =>
        printName(text.slice(measure.span.start, measure.span.end)),
      );
      const line = `${names.join("、")}。`;
      return lines(header, line.length <= WIDEST ? [line] : ended(names, "、", "。"));
    }
    case "reading":
      return prose(header, text, segment.nameSpan, segment.bodySpan);
    case "note":
      return prose(header, text, segment.nameSpan, segment.bodySpan);
    case "boundary": {
      const words = sentenceLines(file, block);
      return words === null ? null : header + words.join("");
    }
    case "assertion": {
      const words = sentenceLines(file, block);
      if (words === null) return null;
      const headless = trimmed(text, segment.bodySpan).text === "";
      return lines(headless ? header : header + name, words);
    }
    case "parameter":
    case "definition":
    case "indicator":
    case "classification":
    case "ranking":
    case "rule":
    case "exception":
    case "case":
    case "property": {
      const words = sentenceLines(file, block);
      return words === null ? null : lines(header + name, words);
    }
  }
};

/** Longer lists of measures get a line each. */
const WIDEST = 60;

const lines = (header: string, body: readonly string[]): string => [header, ...body].join("\n");

const ended = (parts: readonly string[], between: string, last: string): string[] =>
  parts.map((part, index) => part + (index === parts.length - 1 ? last : between));

/** A name on a header line: no white space that does not belong to it; quotes as 「」. */
const printName = (text: string): string => canonical(text);

/** Canonical punctuation and spacing outside quotes; what is inside them stays. */
export const canonical = (text: string): string => {
  let printed = "";
  let plain = "";
  let nested = 0;
  const flush = (): void => {
    printed += squeeze(plain);
    plain = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = String.fromCharCode(fold(text.charCodeAt(at)));
    if (mark === "「") {
      if (nested === 0) flush();
      printed += nested === 0 ? "「" : text[at]!;
      nested += 1;
    } else if (mark === "」" && nested > 0) {
      nested -= 1;
      printed += nested === 0 ? "」" : text[at]!;
    } else if (nested > 0) {
      printed += text[at]!;
    } else {
      plain += mark === "%" ? "％" : mark;
    }
  }
  flush();
  return printed;
};

/** Words for people stay as they are, line by line, without white space around the lines. */
const prose = (header: string, text: string, nameSpan: Span, bodySpan: Span): string => {
  const first = trimmed(text, nameSpan).text;
  const body = trimmed(text, bodySpan).text;
  const rest = body === "" ? [] : body.split(/\r\n?|\n/).map((line) => line.trim());
  return [header + first, ...rest].join("\n");
};

/** Sentences and items on lines of their own; null where a word could not be read. */
const sentenceLines = (file: PolicyFile, block: Block): string[] | null => {
  const { text } = file.source;
  const words = wordsOfBlock({ text, segment: block.segment, vocabulary: file.vocabulary });
  if (words === null || words.lexed.findings.some(({ kind }) => kind === "stray" || kind === "unclosedQuote"))
    return null;
  const units = splitUnits(words.lexed.tokens);
  if (block.kind === "ranking") {
    const line = units
      .map((unit, index) => printUnit(unit, text) + (index === units.length - 1 ? "。" : "；"))
      .join("");
    return line === "" ? [] : [line];
  }
  return units.map((unit, index) => printUnit(unit, text) + endOfUnit(block, unit, units[index + 1]));
};

const printUnit = (unit: Unit, text: string): string =>
  (unit.marker === null ? "" : printTokens([unit.marker], text)) + printTokens(unit.tokens, text);

const endOfUnit = (block: Block, unit: Unit, following: Unit | undefined): string => {
  if (unit.opensList || (following?.marker != null && unit.terminator === null))
    return unit.tokens.at(-1)?.tokenType === T.Colon ? "" : "：";
  if (following === undefined) return "。";
  if (block.kind === "case") return "；";
  // An item ends with ； while others follow; sentences end with 。.
  return following.marker !== null || (unit.marker !== null && following.tokens[0]?.tokenType === T.Otherwise)
    ? "；"
    : "。";
};
