import {
  locateQuote,
  ownWords,
  reporter,
  type Block,
  type Diagnostic,
  type DiagnosticTable,
  type Item,
  type PolicyFile,
  type Provision,
  type Quote,
  type Span,
} from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";
import type { Lint } from "./lint.ts";
import { readingRanges } from "./reading-ranges.ts";

const open = (blocks: string): string =>
  exampleFile(blocks).replace(
    "第一条　医药机构业务量过少的，应当纳入退出范围。",
    "第一条　医药机构业务量过少、没有追溯码等情形的，应当纳入退出范围。",
  );
const RULE =
  "【规则】退出\n医药机构业务量为0笔或者不具备追溯码的，纳入退出，依据「业务量过少、没有追溯码等情形」。";

const catalogue = {
  "open-list": {
    severity: "warning",
    message:
      "依据的原文有“{words}”，“等”是列举已尽还是未尽，没有记录。请写【理解】「{words}」，列出两种读法和采用哪一种。",
    why: "“等”字有两种读法：所列即全部，或者还有未列出的。采用哪一种会改变结果，须写明并由有权机关确认。",
    bad: open(RULE),
    good: open(`${RULE}\n【理解】「等情形」\n读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。`),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);

/** 等 that closes a list; not the 等 of 等级, 平等, 高等, 一等, 特等. */
const OPEN =
  /(?<![平同相均对不高中初上下劣优何特头])(?<!(?<!之)[一二三四五六七八九十])等(?![级于待同额量次候分距值价腰外式号])[^，。；、：！？\n（）()「」“”]{0,6}/g;

export const openList: Lint = {
  catalogue,
  find: ({ file }) => {
    if (
      !file.document.provisions.some((provision) =>
        ownWords(provision).some((words) => holdsSuch(file, words)),
      )
    )
      return [];
    const readings = readingRanges(file);
    const seen = new Set<number>();
    return file.blocks.flatMap((block) =>
      basisRanges(block, file)
        .flatMap((range) => occurrences(file, range))
        .filter(
          ({ start }) =>
            !seen.has(start) &&
            seen.add(start) &&
            !readings.some((known) => known.start <= start && start < known.end),
        )
        .map((found) => warning(found, block, file)),
    );
  },
};

const warning = (found: Span, block: Block, file: PolicyFile): Diagnostic =>
  report(
    "open-list",
    file.source.name,
    found,
    { words: file.source.text.slice(found.start, found.end).replaceAll(/\s/g, "") },
    block.provision === null ? {} : { provision: block.provision },
  );

/** The words that the rules of a block rest on: its quotations, or the whole provision. */
const basisRanges = (block: Block, file: PolicyFile): readonly Span[] => {
  const provision = block.provision === null ? undefined : file.document.byPath.get(block.provision);
  if (
    provision === undefined ||
    !holdsSuch(file, provision.span) ||
    (block.kind !== "rule" && block.kind !== "classification" && block.kind !== "exception")
  )
    return [];
  const quotes = quotesOf(block);
  if (quotes.length === 0) return lowest(provision).flatMap(ownWords);
  return quotes.flatMap((quote) => locateQuote(file.document, provision, quote) ?? []);
};

const holdsSuch = (file: PolicyFile, words: Span): boolean =>
  file.source.text.slice(words.start, words.end).includes("等");

const quotesOf = (
  block: Extract<Block, { kind: "rule" | "classification" | "exception" }>,
): readonly string[] => {
  const owners = block.kind === "classification" ? [block] : block.sentences;
  const quotes = owners.flatMap((owner) => owner.basis.concat(owner.items.flatMap(itemQuotes)));
  return quotes.map((quote) => quote.text);
};

const itemQuotes = (item: Item): readonly Quote[] => item.basis.concat(item.items.flatMap(itemQuotes));

const lowest = (provision: Provision): readonly Provision[] =>
  provision.children.length === 0 ? [provision] : [provision, ...provision.children.flatMap(lowest)];

const occurrences = (file: PolicyFile, range: Span): readonly Span[] => {
  const text = file.source.text.slice(range.start, range.end);
  return [...text.matchAll(OPEN)].map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }));
};
