import type { Lexed } from "../lexer/index.ts";
import { T, type Token } from "../lexer/tokens.ts";
import type { LexicalContext } from "../keywords.ts";
import type { BlockGrammar } from "./block-grammar.ts";
import type { BlockReading } from "./block-context.ts";
import { splitUnits, type Unit } from "./units.ts";

/** A block whose names clash throughout is mended by renaming, not by reading on. */
const MOST_REPORTED = 20;

/** Reports runs that can be cut another way into as few words, where that other cut is a sentence too. */
export const reportTwoReadings = (reading: BlockReading, lexed: Lexed, context: LexicalContext): void => {
  const reported = new Set<number>();
  const unitOfToken = new Map<Token, Unit>();
  for (const unit of splitUnits(lexed.tokens)) for (const token of unit.tokens) unitOfToken.set(token, unit);
  for (const finding of lexed.findings) {
    if (reported.size >= MOST_REPORTED) return;
    if (finding.kind !== "ambiguous" || reported.has(finding.from)) continue;
    const first = lexed.tokens[finding.from]!;
    const unit = unitOfToken.get(first);
    if (unit === undefined) continue;
    const rule = ruleFor(reading.input.segment.keyword, unit, context);
    if (rule === null || !reading.parses(rule, unit.tokens)) continue;
    const at = unit.tokens.indexOf(first);
    const other: Token[] = [
      ...unit.tokens.slice(0, at),
      ...finding.tokens,
      ...unit.tokens.slice(at + finding.until - finding.from),
    ];
    if (!reading.parses(rule, other)) continue;
    reported.add(finding.from);
    reading.report("two-readings-of-words", finding.span, {
      run: finding.chosen.join(""),
      first: finding.chosen.map((word) => `“${word}”`).join("＋"),
      second: finding.other.map((word) => `“${word}”`).join("＋"),
    });
  }
};

/** The rule that a unit of a block is read with. */
const ruleFor = (
  keyword: string,
  unit: Unit,
  context: LexicalContext,
): ((grammar: BlockGrammar) => unknown) | null => {
  if (unit.marker !== null) return (grammar) => grammar.item();
  switch (keyword) {
    case "规则":
      return (grammar) => grammar.norm();
    case "例外":
      return (grammar) => grammar.exception();
    case "认定":
      return (grammar) => grammar.classification();
    case "定义":
      return (grammar) => grammar.definition();
    case "指标":
      return (grammar) => grammar.indicator();
    case "断言":
      return (grammar) => grammar.assertion();
    case "排名":
      return (grammar) => grammar.ranking();
    case "参数":
      return (grammar) => grammar.parameter();
    default:
      break;
  }
  if (context === "property") return (grammar) => grammar.property();
  if (context !== "case") return null;
  return unit.tokens[0]?.tokenType === T.Let
    ? (grammar) => grammar.settings()
    : (grammar) => grammar.expectations();
};
