import type { Phrase } from "../ast.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { BlockSegment } from "../document/model.ts";
import { tokenize } from "../lexer/index.ts";
import { lexiconFor } from "../lexer/lexicon.ts";
import type { SourceText } from "../source.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { BlockReading } from "./block-context.ts";
import { splitUnits } from "./units.ts";

/** A condition and the text that its spans count in. `phrase` is null where nothing could be read. */
export interface ParsedCondition {
  readonly source: SourceText;
  readonly phrase: Phrase | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one condition by itself, as it would stand in a rule: 机构类别为定点零售药店且年度医保业务量低于10笔. */
export const parseCondition = (text: string, vocabulary: Vocabulary, name = "条件"): ParsedCondition => {
  const source = { name, text };
  const range = { start: 0, end: text.length };
  const segment: BlockSegment = {
    keyword: "规则",
    name: "",
    headerSpan: { start: 0, end: 0 },
    nameSpan: { start: 0, end: 0 },
    bodySpan: range,
    span: range,
    closedBy: "endOfFile",
  };
  const reading = new BlockReading({ file: name, text, segment, provision: null, vocabulary });
  const [unit, ...rest] = splitUnits(
    reading.check(tokenize(text, range, lexiconFor(vocabulary, "rule")), range).tokens,
  );
  if (unit === undefined) {
    if (reading.diagnostics.length === 0)
      reading.report("unexpected-word", range, { found: "条件", expected: "没有写任何内容" });
    return { source, phrase: null, diagnostics: reading.diagnostics };
  }
  const phrase = reading.parse((grammar) => grammar.condition(), unit) ?? null;
  for (const { start, end } of rest.slice(0, 1)) {
    reading.report("unexpected-word", { start, end }, { found: "第二句", expected: "此处只写一个条件" });
  }
  return { source, phrase, diagnostics: reading.diagnostics };
};
