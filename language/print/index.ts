import type { Block, PolicyFile } from "../ast.ts";
import { END_KEYWORD } from "../document/index.ts";
import { parseFile } from "../parser/parse-file.ts";
import { trimmed } from "../parser/text-pieces.ts";
import { stripSpans } from "../walk.ts";
import { layOut } from "./layout.ts";

/**
 * The file in canonical form: official text untouched; in blocks full-width punctuation, half-width digits,
 * 「」, items on their own lines. A block that cannot be read, or that would read otherwise afterwards, stays
 * as written, so nothing is ever lost. Printing twice changes nothing.
 */
export const print = (file: PolicyFile): string => {
  const { text } = file.source;
  const blocks = new Map(file.blocks.map((block) => [block.segment.span.start, block]));
  const broken = file.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ span }) => span.start);
  let printed = "";
  let at = 0;
  for (const segment of file.segments.blocks) {
    const { start, end } = segment.span;
    const block = blocks.get(start);
    printed += text.slice(at, start);
    const asWritten = text.slice(start, end);
    const isBroken = broken.some((offset) => offset >= start && offset < end);
    printed += block === undefined || isBroken ? asWritten : printBlock(file, block, asWritten);
    at = end;
  }
  return printed + text.slice(at);
};

/** One block with the closing line and the blank lines that it has. */
const printBlock = (file: PolicyFile, block: Block, asWritten: string): string => {
  const { text } = file.source;
  const { segment } = block;
  const content = layOut(file, block);
  if (content === null) return asWritten;
  const body = trimmed(text, segment.bodySpan);
  const contentEnd = body.text === "" ? segment.headerSpan.end : body.span.end;
  const rest = text.slice(contentEnd, segment.span.end);
  const closing = segment.closedBy === "end" ? closingLines(rest) : blankLines(rest);
  const candidate = content + closing;
  return candidate === asWritten || saysTheSame(file, block, candidate) ? candidate : asWritten;
};

/** What stands behind the content: at most one blank line, the closing line, and what follows on it. */
const closingLines = (rest: string): string => {
  const at = rest.indexOf(`【${END_KEYWORD}】`);
  if (at < 0) return `\n【${END_KEYWORD}】${rest.slice(rest.lastIndexOf("】") + 1)}`;
  return `\n${rest.slice(at)}`;
};

const blankLines = (rest: string): string => {
  const breaks = rest.match(/\n/g)?.length ?? 0;
  return "\n".repeat(Math.min(breaks, 2));
};

/** Reads the printed block with the same words and compares what both say. */
const saysTheSame = (file: PolicyFile, block: Block, candidate: string): boolean => {
  const opening = block.kind === "metadata" ? "" : "【政策】\n【完】\n";
  const closing = block.segment.closedBy === "end" ? "" : `\n【${END_KEYWORD}】\n`;
  const again = parseFile({ name: file.source.name, text: opening + candidate + closing }, file.vocabulary);
  const printed = again.blocks.at(-1);
  if (printed === undefined || again.diagnostics.some(({ severity }) => severity === "error")) return false;
  return JSON.stringify(stripSpans(printed)) === JSON.stringify(stripSpans(block));
};
