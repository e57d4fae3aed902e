import {
  shorten,
  slice,
  type Block,
  type Diagnostic,
  type PolicyFile,
  type Span,
} from "../../language/index.ts";
import type { Program } from "../model/ir.ts";
import { reportLower } from "./diagnostics.ts";

/**
 * Sentences that nothing was found wrong with, and that are not in the program all the same. It is asked for only
 * where there is no error: then whatever was left out would have vanished without a word.
 */
export const notRead = (files: readonly PolicyFile[], program: Program): readonly Diagnostic[] => {
  const made = placesIn(program);
  return files.flatMap((file) =>
    file.blocks.flatMap((block) =>
      leftOut(block, (where) => made.has(keyOf(file.source.name, where))).map((where) =>
        reportLower(
          "sentence-not-read",
          file.source.name,
          where,
          { words: shorten(slice(file.source, where).trim()) },
          block.provision === null ? {} : { provision: block.provision },
        ),
      ),
    ),
  );
};

/** The sentences of a block of which the program has nothing. */
const leftOut = (block: Block, has: (where: Span) => boolean): readonly Span[] => {
  const without = (parts: readonly { readonly span: Span }[]): readonly Span[] =>
    parts.flatMap(({ span }) => (has(span) ? [] : [span]));
  switch (block.kind) {
    case "rule":
    case "exception":
    case "property":
      return without(block.sentences);
    case "definition":
      return without(block.definitions);
    case "indicator":
      return without(block.indicators);
    case "assertion":
      return without(block.assertions);
    case "classification":
    case "ranking":
    case "parameter":
    case "reading":
    case "case":
      return without([block]);
    case "metadata":
    case "object":
    case "measures":
    case "boundary":
    case "note":
      return [];
  }
};

/** Where everything in the program was read from. */
const placesIn = ({
  decisions,
  exceptions,
  parameters,
  readings,
  assertions,
  cases,
  properties,
}: Program): ReadonlySet<string> =>
  new Set(
    [
      ...decisions,
      ...exceptions.values(),
      ...parameters.values(),
      ...readings.values(),
      ...assertions,
      ...cases,
      ...properties,
    ].map(({ origin }) => keyOf(origin.file, origin.span)),
  );

const keyOf = (file: string, { start, end }: Span): string => `${file} ${start} ${end}`;
