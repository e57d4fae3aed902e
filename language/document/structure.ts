import { span, type SourceText } from "../source.ts";
import { readOutlineWithAnnexes } from "./annexes.ts";
import { closingStart } from "./closing.ts";
import { readHead } from "./head.ts";
import { lintText } from "./lints/index.ts";
import { joinLines, type LogicalParagraph, type ReadLine } from "./logical-paragraphs.ts";
import type { Furniture, OfficialDocument, Segments } from "./model.ts";
import { officialLines } from "./official-lines.ts";
import { createReadingMemo, inFile, withoutBlocks, type ReadingMemo } from "./official-reading.ts";
import { newDraft, textDraft, type Draft } from "./outline.ts";
import { labelStyleOf } from "./provision-labels.ts";
import { buildProvisions } from "./provisions.ts";
import { asFurniture, readLines } from "./read-lines.ts";
import { segment } from "./segments.ts";

/**
 * Reads the structure of any official text: 编 章 节 条 款 项 目 or 一、 （一） 1. （1）, titles, the
 * lines of the publication, and what is wrong with the text as it was drafted or copied. A file
 * that was already cut into segments is read without its blocks. Never throws. With the memo of the last
 * reading, an official text that has not changed is not read again.
 */
export const readDocument = (
  input: Segments | SourceText,
  memo: ReadingMemo = createReadingMemo(),
): OfficialDocument => {
  const segments = "official" in input ? input : segment(input);
  const { source, toFile } = withoutBlocks(segments);
  const { last } = memo;
  const isSame = last !== null && last.source.text === source.text && last.source.name === source.name;
  const document = isSame ? last : readOfficial(source);
  memo.last = document;
  return source === segments.source && !isSame ? document : inFile(document, segments.source, toFile);
};

const readOfficial = (source: SourceText): OfficialDocument => {
  const { lines, roles } = readLines(officialLines(source, [span(0, source.text.length)]));
  const allRoles = [...roles];
  const form = formOf(lines, roles);
  const bodyStart = form === "plain" ? lines.length : firstMarked(lines, roles);
  const head = readHead(lines, allRoles, bodyStart);
  const body = readBody(lines, allRoles, bodyStart);
  const letter = joinLines(head.letter);
  const preamble = joinLines(head.preamble);
  const { drafts, looseHeadings } = readDrafts(body, form, letter, preamble);
  const tree = buildProvisions(drafts, source, labelStyleOf(source.text));
  const furniture: Furniture[] = [];
  for (const [index, line] of lines.entries()) {
    const role = allRoles[index] ?? null;
    if (role !== null) furniture.push(asFurniture(role, line));
  }
  for (const heading of looseHeadings) {
    for (const piece of heading.pieces) furniture.push({ role: "title", span: piece });
  }
  furniture.sort((left, right) => left.span.start - right.span.start);
  const document: OfficialDocument = {
    source,
    title: head.title,
    form,
    ...tree,
    furniture,
    findings: [],
  };
  const paragraphs = [...letter, ...preamble, ...body];
  const findings = lintText({ document, lines, paragraphs, letterTitle: head.letterTitle });
  return { ...document, findings };
};

const formOf = (
  lines: readonly ReadLine[],
  roles: readonly (Furniture["role"] | null)[],
): OfficialDocument["form"] => {
  let form: OfficialDocument["form"] = "plain";
  for (const [index, line] of lines.entries()) {
    if (line.marker === null || roles[index] !== null) continue;
    if (line.marker.kind === "article") return "articles";
    form = "headings";
  }
  return form;
};

const firstMarked = (lines: readonly ReadLine[], roles: readonly (Furniture["role"] | null)[]): number => {
  const first = lines.findIndex((line, index) => line.marker !== null && roles[index] === null);
  return first < 0 ? lines.length : first;
};

/** Page numbers and rules between lines are passed over; any other furniture ends a paragraph. */
const readBody = (
  lines: readonly ReadLine[],
  roles: readonly (Furniture["role"] | null)[],
  from: number,
): LogicalParagraph[] => {
  const body: (ReadLine | null)[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const role = roles[index] ?? null;
    if (role === null) body.push(lines[index]!);
    else if (role !== "note") body.push(null);
  }
  return joinLines(body);
};

const readDrafts = (
  body: readonly LogicalParagraph[],
  form: OfficialDocument["form"],
  letter: readonly LogicalParagraph[],
  preamble: readonly LogicalParagraph[],
): { drafts: Draft[]; looseHeadings: readonly LogicalParagraph[] } => {
  const drafts: Draft[] = [];
  if (letter.length > 0) drafts.push(groupOf("preamble", "通知", letter));
  if (preamble.length > 0) drafts.push(groupOf("preamble", form === "plain" ? "正文" : null, preamble));
  if (form === "plain") return { drafts, looseHeadings: [] };
  const closing = form === "headings" ? closingStart(body) : body.length;
  const outline = readOutlineWithAnnexes(body.slice(0, closing), form);
  for (const root of outline.roots) drafts.push(root);
  if (closing < body.length) drafts.push(groupOf("closing", null, body.slice(closing)));
  return { drafts, looseHeadings: outline.looseHeadings };
};

/** Paragraphs outside the numbered levels, under one path. */
const groupOf = (
  level: "preamble" | "closing",
  name: string | null,
  paragraphs: readonly LogicalParagraph[],
): Draft => {
  if (paragraphs.length === 1) return { ...textDraft(level, paragraphs[0]!), name };
  const group = newDraft(level, { ...paragraphs[0]!, pieces: [] }, name);
  for (const { pieces } of paragraphs) group.before.push(pieces);
  return group;
};
