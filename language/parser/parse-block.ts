import type { Block, Name } from "../ast.ts";
import { missingAt } from "../build-ast/nodes.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { BlockSegment } from "../document/model.ts";
import { endOf } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";
import { BlockReading } from "./block-context.ts";
import { wordsOfBlock, type BlockInput } from "./block-words.ts";
import { declaredName, readFields, readNames, type DeclarationFinding } from "./declarations.ts";
import { readEntries, readNote, readReading } from "./prose.ts";
import { readClassification, readExceptions, readNorms } from "./read-norms.ts";
import {
  readAssertions,
  readBoundary,
  readCase,
  readDefinitions,
  readIndicators,
  readParameter,
  readProperty,
  readRanking,
} from "./read-statements.ts";
import { reportTwoReadings } from "./two-readings.ts";
import { trimmed } from "./text-pieces.ts";
import { splitUnits, type Unit } from "./units.ts";

export interface ParsedBlock {
  /** Null for a keyword that the language does not have. */
  readonly block: Block | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one block by itself. Never throws; what cannot be read is reported and left out or `Missing`. */
export const parseBlock = (input: BlockInput): ParsedBlock => {
  const reading = new BlockReading(input);
  const block = readBlock(reading, input.segment);
  return { block, diagnostics: reading.diagnostics };
};

const readBlock = (reading: BlockReading, segment: BlockSegment): Block | null => {
  const { text, provision } = reading.input;
  const units = (): readonly Unit[] => sentences(reading);
  const header = trimmed(text, segment.nameSpan);
  const name: Name | null = header.text === "" ? null : declaredName(header);
  const base = { segment, provision, span: segment.span };
  const whole = { start: segment.nameSpan.start, end: segment.bodySpan.end };
  const body = segment.bodySpan;
  switch (segment.keyword) {
    case "政策":
    case "词汇": {
      const { entries, unread } = readEntries(text, body);
      for (const span of unread)
        reading.report("entry-without-colon", span, { text: text.slice(span.start, span.end).slice(0, 30) });
      return {
        kind: "metadata",
        role: segment.keyword === "政策" ? "policy" : "vocabulary",
        entries,
        name,
        ...base,
      };
    }
    case "对象": {
      const { fields, findings } = readFields(text, body);
      for (const finding of findings) reportDeclaration(reading, finding);
      needName(reading, name);
      needContent(reading, fields.length > 0 || findings.length > 0);
      return { kind: "object", fields, name, ...base };
    }
    case "措施": {
      const measures = readNames(text, whole);
      needContent(reading, measures.length > 0);
      return { kind: "measures", measures, ...base, name: null };
    }
    case "参数": {
      needName(reading, name);
      return { kind: "parameter", ...readParameter(reading, units()), name, ...base };
    }
    case "定义":
      return { kind: "definition", ...readDefinitions(reading, units()), name, ...base };
    case "指标":
      return { kind: "indicator", ...readIndicators(reading, units()), name, ...base };
    case "认定":
      return { kind: "classification", ...readClassification(reading, units(), body.start), name, ...base };
    case "排名":
      needName(reading, name);
      return { kind: "ranking", ...readRanking(reading, units(), body.end), name, ...base };
    case "规则":
      needName(reading, name);
      return { kind: "rule", sentences: readNorms(reading, units()), name, ...base };
    case "例外":
      return { kind: "exception", sentences: readExceptions(reading, units()), name, ...base };
    case "理解":
      return readReadingBlock(reading, base, whole);
    case "说明": {
      const note = readNote(text, whole);
      if (note.status === null) {
        reading.report(
          "unknown-note-status",
          note.statusSpan.end > note.statusSpan.start ? note.statusSpan : segment.headerSpan,
          {
            text: text.slice(note.statusSpan.start, note.statusSpan.end).slice(0, 20),
          },
        );
      }
      return { kind: "note", ...note, ...base, name: null };
    }
    case "断言":
      return { kind: "assertion", ...readAssertions(reading, units()), name, ...base };
    case "界限":
      return { kind: "boundary", ...readBoundary(reading, units()), ...base, name: null };
    case "用例":
      return { kind: "case", ...readCase(reading, units()), name, ...base };
    case "性质":
      return { kind: "property", ...readProperty(reading, units()), name, ...base };
    default:
      return null;
  }
};

/** Cuts the words of a block into sentences and items, and says what concerns all of them. */
const sentences = (reading: BlockReading): readonly Unit[] => {
  const before = reading.diagnostics.length;
  const words = wordsOfBlock(reading.input);
  if (words === null) return [];
  const { range, context } = words;
  const lexed = reading.check(words.lexed, range);
  const units = splitUnits(lexed.tokens);
  const last = units.at(-1);
  if (last === undefined) {
    needContent(reading, reading.diagnostics.length > before);
  } else if (last.terminator === null) {
    const end = lexed.tokens.at(-1) === undefined ? range.end : endOf(lexed.tokens.at(-1)!);
    reading.report("missing-full-stop", { start: Math.max(end - 1, range.start), end }, {}, [
      { title: "补上“。”", safe: true, edits: [{ span: { start: end, end }, newText: "。" }] },
    ]);
  }
  if (lexed.findings.some(({ kind }) => kind === "ambiguous")) reportTwoReadings(reading, lexed, context);
  return units;
};

const readReadingBlock = (
  reading: BlockReading,
  base: Pick<Block, "segment" | "provision" | "span">,
  whole: Span,
): Block => {
  const { text } = reading.input;
  const piece = trimmed(text, whole);
  const opens = /^[「『“｢]/.test(piece.text);
  const closing = opens ? closingQuote(text, piece.span) : -1;
  const quote =
    closing < 0
      ? missingAt(piece.span.start)
      : declaredName(trimmed(text, { start: piece.span.start, end: closing + 1 }));
  const content = readReading(text, { start: closing < 0 ? piece.span.start : closing + 1, end: whole.end });
  const missing = [
    ...(quote.kind === "missing" ? ["没有用「」写明是哪几个字"] : []),
    ...(content.options.length < 2 ? ["没有列出两种以上的读法"] : []),
    ...(content.adopted === null ? ["没有写明采哪一种读法"] : []),
    ...(content.status === null ? ["没有写明状态是暂拟还是已确认"] : []),
  ];
  if (missing.length > 0)
    reading.report("incomplete-reading", base.segment.headerSpan, { missing: missing.join("；") });
  return { kind: "reading", quote, ...content, ...base, name: quote.kind === "missing" ? null : quote };
};

const closingQuote = (text: string, range: Span): number => {
  const [open, close] = [
    text[range.start]!,
    { "「": "」", "『": "』", "“": "”", "｢": "｣" }[text[range.start]!] ?? "」",
  ];
  let nested = 0;
  for (let at = range.start + 1; at < range.end; at += 1) {
    if (text[at] === open) nested += 1;
    else if (text[at] === close && (nested -= 1) < 0) return at;
  }
  return -1;
};

const needName = (reading: BlockReading, name: Name | null): void => {
  const { segment } = reading.input;
  if (name === null) reading.report("block-without-name", segment.headerSpan, { keyword: segment.keyword });
};

const needContent = (reading: BlockReading, present: boolean): void => {
  const { segment } = reading.input;
  if (!present)
    reading.report("empty-block", segment.headerSpan, { keyword: segment.keyword, name: segment.name });
};

const reportDeclaration = (reading: BlockReading, finding: DeclarationFinding): void => {
  switch (finding.kind) {
    case "fieldWithoutType":
      reading.report("field-without-type", finding.span, { name: finding.name });
      break;
    case "missingSeparator": {
      const { end } = finding.span;
      reading.report("missing-separator", { start: end - 1, end }, {}, [
        { title: "补上“；”", safe: true, edits: [{ span: { start: end, end }, newText: "；" }] },
      ]);
      break;
    }
    case "unknownAttribute":
      reading.report("unknown-field-attribute", finding.span, { text: finding.text });
      break;
    case "notAField":
      reading.report("not-a-field", finding.span, { text: finding.text });
      break;
  }
};
