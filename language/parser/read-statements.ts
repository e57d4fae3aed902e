import type {
  AssertionBlock,
  Authority,
  BoundaryBlock,
  CaseBlock,
  CaseSetting,
  DateLiteral,
  DefinitionBlock,
  Expectation,
  FieldType,
  IndicatorBlock,
  KnownFailure,
  Name,
  Names,
  ParameterBlock,
  ParameterValue,
  PropertyBlock,
  PropertySentence,
  Quote,
  RankingBlock,
  UnitWord,
} from "../ast.ts";
import * as build from "../build-ast/blocks.ts";
import { missingAt } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import { appendAll } from "./append.ts";
import type { BlockReading } from "./block-context.ts";
import type { Unit } from "./units.ts";

/** Everything of a block but what all blocks have. */
type Content<Of> = Omit<Of, "kind" | "segment" | "name" | "provision" | "span">;

const spanOfUnit = (unit: Unit): { start: number; end: number } => ({ start: unit.start, end: unit.end });

export const readParameter = (reading: BlockReading, units: readonly Unit[]): Content<ParameterBlock> => {
  let unit: UnitWord | null = null;
  let type: FieldType | null = null;
  let regional: Name | null = null;
  let owner: Authority | null = null;
  const values: ParameterValue[] = [];
  const basis: Quote[] = [];
  for (const sentence of units) {
    let since: DateLiteral | null = null;
    const ownValues: ParameterValue[] = [];
    const ownBasis: Quote[] = [];
    let ownOwner: Authority | null = null;
    for (const part of reading.parse((grammar) => grammar.parameter(), sentence) ?? []) {
      switch (part.kind) {
        case "unit":
          unit = part.unit;
          break;
        case "type":
          type = part.type;
          break;
        case "enumeration":
          type = { kind: "enumeration", values: part.values, order: null, outside: [] };
          break;
        case "authority":
          ownOwner = part.authority;
          break;
        case "basis":
          appendAll(ownBasis, part.basis);
          break;
        case "regional":
          regional = part.region;
          break;
        case "since":
          since = part.from;
          break;
        case "value":
          ownValues.push(part.value);
          break;
      }
    }
    for (const value of ownValues) values.push({ ...value, from: value.from ?? since, basis: ownBasis });
    if (ownOwner !== null) owner = { ...ownOwner, basis: ownBasis };
    if (ownValues.length === 0) appendAll(basis, ownBasis);
  }
  return { unit, type, regional, owner, values, basis };
};

export const readDefinitions = (reading: BlockReading, units: readonly Unit[]): Content<DefinitionBlock> => ({
  definitions: units.flatMap((unit) => {
    const parts = reading.parse((grammar) => grammar.definition(), unit);
    return parts === undefined ? [] : [{ ...parts, span: spanOfUnit(unit) }];
  }),
});

export const readIndicators = (reading: BlockReading, units: readonly Unit[]): Content<IndicatorBlock> => ({
  indicators: units.flatMap((unit) => {
    const parts = reading.parse((grammar) => grammar.indicator(), unit);
    if (parts === undefined) return [];
    const names = namesOf(parts.names);
    const span = spanOfUnit(unit);
    if (names.length === 1)
      reading.report("statement-without-object", names[0]!.span, { term: names[0]!.text });
    const [object, term] = [
      names[0] ?? build.brokenName(unit.start),
      names.at(-1) ?? build.brokenName(unit.start),
    ];
    return [{ object, term, value: parts.value, basis: parts.basis, span }];
  }),
});

const namesOf = (names: Names | undefined): readonly Name[] => (names?.kind === "names" ? names.names : []);

export const readRanking = (
  reading: BlockReading,
  units: readonly Unit[],
  end: number,
): Content<RankingBlock> => {
  const [first, ...rest] = units;
  const reported = reading.diagnostics.length;
  const main = first === undefined ? undefined : reading.parse((grammar) => grammar.ranking(), first);
  const tails = rest.map((unit) => reading.parse((grammar) => grammar.rankingTail(), unit));
  const parts = [main, ...tails].filter((part) => part !== undefined);
  const ties = build.tieOf(parts.find((part) => part.tie !== null)?.tie ?? null);
  if (main !== undefined && ties === null && reading.diagnostics.length === reported) {
    reading.report("ranking-without-ties", first === undefined ? { start: end, end } : spanOfUnit(first), {});
  }
  const group = main?.group ?? [];
  return {
    group:
      group.length === 0
        ? null
        : {
            kind: "names",
            lead: null,
            names: group,
            joints: group.slice(1).map(() => false),
            span: { start: group[0]!.span.start, end: group.at(-1)!.span.end },
          },
    members: main?.members ?? { kind: "phrase", clauses: [], connectives: [], span: missingAt(end).span },
    keys: main?.keys ?? [],
    ties,
    shareRounding: build.roundingOf(parts.find((part) => part.rounding !== null)?.rounding ?? null),
    basis: parts.flatMap((part) => part.basis),
  };
};

export const readAssertions = (reading: BlockReading, units: readonly Unit[]): Content<AssertionBlock> => ({
  assertions: units.flatMap((unit) => {
    const parts = reading.parse((grammar) => grammar.assertion(), unit);
    if (parts === undefined) return [];
    const { left, bound, basis, failure } = parts;
    return [{ left, bound, basis, knownFailure: failure, span: spanOfUnit(unit) }];
  }),
});

export const readBoundary = (reading: BlockReading, units: readonly Unit[]): Content<BoundaryBlock> => {
  const [unit] = units;
  const parts = unit === undefined ? undefined : reading.parse((grammar) => grammar.boundary(), unit);
  if (parts === undefined) return { scope: "document", words: [], inclusive: true };
  return {
    scope: build.boundaryScope(parts.scope),
    words: parts.words.map((word) => word.image),
    inclusive: parts.inclusion.image === "含本数",
  };
};

/** Whether nothing but 已知不成立 stands in a sentence. */
const isKnownFailure = (unit: Unit): boolean => unit.tokens[0]?.tokenType === T.KnownFailure;

export const readCase = (reading: BlockReading, units: readonly Unit[]): Content<CaseBlock> => {
  const settings: CaseSetting[] = [];
  const expectations: Expectation[] = [];
  let knownFailure: KnownFailure | null = null;
  for (const unit of units) {
    if (isKnownFailure(unit)) {
      knownFailure = reading.parse((grammar) => grammar.knownFailure(), unit) ?? knownFailure;
    } else if (unit.tokens[0]?.tokenType === T.Let) {
      appendAll(settings, reading.parse((grammar) => grammar.settings(), unit) ?? []);
    } else {
      const result = reading.parse((grammar) => grammar.expectations(), unit);
      appendAll(expectations, result?.expectations ?? []);
      knownFailure = result?.failure ?? knownFailure;
    }
  }
  return { settings, expectations, knownFailure };
};

export const readProperty = (reading: BlockReading, units: readonly Unit[]): Content<PropertyBlock> => {
  const sentences: PropertySentence[] = [];
  let knownFailure: KnownFailure | null = null;
  for (const unit of units) {
    if (isKnownFailure(unit)) {
      knownFailure = reading.parse((grammar) => grammar.knownFailure(), unit) ?? knownFailure;
      continue;
    }
    const parts = reading.parse((grammar) => grammar.property(), unit);
    if (parts === undefined) continue;
    sentences.push(parts.sentence);
    knownFailure = parts.failure ?? knownFailure;
  }
  return { sentences, knownFailure };
};
