import type { Block, PolicyFile } from "../ast.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { reportLanguage } from "../diagnostics.ts";
import {
  createReadingMemo,
  provisionBefore,
  readDocument,
  segment,
  type BlockSegment,
  type ReadingMemo,
} from "../document/index.ts";
import { KEYWORDS } from "../keywords.ts";
import type { SourceText } from "../source.ts";
import {
  EMPTY_VOCABULARY,
  makeVocabulary,
  scanBlock,
  type Declaration,
  type Vocabulary,
} from "../vocabulary.ts";
import { appendAll } from "./append.ts";
import { parseBlock, type ParsedBlock } from "./parse-block.ts";
import { canName, cutNamesOf, namesApart, type CutNames } from "./same-cut.ts";
import { moveBlock, shift } from "./shift.ts";

/**
 * What earlier readings of a file left: blocks by their text and the words they were cut with. One memo a
 * file; it keeps what the last reading used and no more.
 */
export interface ParseMemo {
  blocks: Map<string, RememberedBlock>;
  declarations: Map<string, readonly Declaration[]>;
  /** The names of the last reading: every block that is remembered is as it would be read with these. */
  names: CutNames;
  readonly reading: ReadingMemo;
}

interface RememberedBlock {
  /** Where it stood when it was read. */
  readonly start: number;
  readonly provision: string | null;
  /** The version of the words that it was cut with when it was read; words that it has none of may have changed since. */
  readonly cut: string;
  readonly parsed: ParsedBlock;
}

export const createMemo = (): ParseMemo => ({
  blocks: new Map(),
  declarations: new Map(),
  names: cutNamesOf(EMPTY_VOCABULARY),
  reading: createReadingMemo(),
});

/**
 * Reads one file. Never throws. `imported` are the words of the vocabularies that it names; with `memo`
 * only the blocks that changed are read again. The findings of the official text stay in `document`.
 */
export const parseFile = (
  source: SourceText,
  imported: Vocabulary = EMPTY_VOCABULARY,
  memo: ParseMemo = createMemo(),
): PolicyFile => {
  const segments = segment(source);
  const document = readDocument(segments, memo.reading);
  const declarations = rememberDeclarations(source, segments.blocks, memo);
  const vocabulary = makeVocabulary([...imported.declarations, ...declarations]);
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [...segments.diagnostics, ...clashes(declarations, vocabulary)];
  const remembered = new Map<string, RememberedBlock>();
  const cuts = new Map<Block, string>();
  const words = wordsSince(memo.names, vocabulary);
  for (const block of segments.blocks) {
    const provision = provisionBefore(document, block.span.start)?.path ?? null;
    const key = `${source.name} ${textOf(source, block)}`;
    const known = memo.blocks.get(key);
    const isKnown =
      known !== undefined && known.provision === provision && isCutAlike(source, block, known, words);
    const entry = isKnown ? known : readBlock(source, block, provision, vocabulary);
    remembered.set(key, entry);
    const parsed = moveTo(entry, block.span.start);
    if (parsed.block !== null) {
      blocks.push(parsed.block);
      cuts.set(parsed.block, entry.cut);
    }
    appendAll(diagnostics, parsed.diagnostics);
  }
  memo.blocks = remembered;
  memo.names = words.names;
  return { source, segments, document, blocks, cuts, vocabulary, diagnostics };
};

const USES_RULE_NAMES = new Set(["例外", "用例", "性质"]);

const namesRules = ({ keyword }: BlockSegment): boolean => USES_RULE_NAMES.has(keyword);

const textOf = ({ text }: SourceText, { span }: BlockSegment): string => text.slice(span.start, span.end);

/** What has changed in the words since the last reading. */
interface WordsSince {
  readonly names: CutNames;
  /** Names that came or went; null: too many, or nothing was read. */
  readonly apart: readonly string[] | null;
  readonly fullApart: readonly string[] | null;
}

const wordsSince = (last: CutNames, vocabulary: Vocabulary): WordsSince => {
  if (last.fullVersion === vocabulary.fullVersion && last.version === vocabulary.version)
    return { names: last, apart: [], fullApart: [] };
  const names = cutNamesOf(vocabulary);
  return {
    names,
    apart: namesApart(last.names, names.names),
    fullApart: namesApart(last.fullNames, names.fullNames),
  };
};

/** Whether a block as it was read is what it would be read as now. What was found wrong may name other words. */
const isCutAlike = (
  source: SourceText,
  block: BlockSegment,
  { parsed }: RememberedBlock,
  { apart, fullApart }: WordsSince,
): boolean => {
  const changed = namesRules(block) ? fullApart : apart;
  if (changed === null) return false;
  return (
    changed.length === 0 || (parsed.diagnostics.length === 0 && !canName(textOf(source, block), changed))
  );
};

const readBlock = (
  source: SourceText,
  segment: BlockSegment,
  provision: string | null,
  vocabulary: Vocabulary,
): RememberedBlock => ({
  start: segment.span.start,
  provision,
  cut: namesRules(segment) ? vocabulary.fullVersion : vocabulary.version,
  parsed: parseBlock({ file: source.name, text: source.text, segment, provision, vocabulary }),
});

const moveTo = ({ start, parsed }: RememberedBlock, to: number): ParsedBlock =>
  start === to
    ? parsed
    : {
        block: parsed.block === null ? null : moveBlock(parsed.block, to - start),
        diagnostics: shift(parsed.diagnostics, to - start),
      };

const rememberDeclarations = (
  source: SourceText,
  blocks: readonly BlockSegment[],
  memo: ParseMemo,
): Declaration[] => {
  const remembered = new Map<string, readonly Declaration[]>();
  const all: Declaration[] = [];
  for (const block of blocks) {
    if (!DECLARES.has(block.keyword)) continue;
    const key = `${block.span.start} ${source.name} ${source.text.slice(block.span.start, block.span.end)}`;
    const found = memo.declarations.get(key) ?? scanBlock(source.text, block, source.name);
    remembered.set(key, found);
    appendAll(all, found);
  }
  memo.declarations = remembered;
  return all;
};

const DECLARES = new Set(["对象", "参数", "措施", "定义", "指标", "认定", "排名", "规则", "例外"]);

const NEGATORS = ["未", "不", "没有", "非", "无"];

/** Names of this file that no sentence can tell from another name with a negation, or from a keyword. */
const clashes = (declarations: readonly Declaration[], vocabulary: Vocabulary): Diagnostic[] => {
  const known = new Set(vocabulary.declarations.filter(isCut).map(({ text }) => text));
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { text, file, span, role } of declarations) {
    if (seen.has(text) || !isCut({ role })) continue;
    seen.add(text);
    const negator = NEGATORS.find((word) => text.startsWith(word) && known.has(text.slice(word.length)));
    if (negator !== undefined) {
      const other = text.slice(negator.length);
      diagnostics.push(reportLanguage("negated-name-clash", file, span, { name: text, negator, other }));
    }
    if (
      Object.hasOwn(KEYWORDS, text) &&
      KEYWORDS[text]!.only === undefined &&
      KEYWORDS[text]!.beforeBracket !== true
    ) {
      diagnostics.push(reportLanguage("name-is-keyword", file, span, { name: text }));
    }
  }
  return diagnostics;
};

const isCut = ({ role }: Pick<Declaration, "role">): boolean => role !== "rule" && role !== "exception";
