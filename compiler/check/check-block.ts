import type { Block, Diagnostic, PolicyFile, Provision } from "../../language/index.ts";
import type {
  Assertion,
  Case,
  Decision,
  ExceptionClause,
  Parameter,
  Property,
  Reading,
} from "../model/ir.ts";
import { locateBasis } from "../resolve/basis.ts";
import { inclusiveAt, type Boundary } from "../resolve/boundaries.ts";
import { checkAssertion } from "./assertion.ts";
import { checkCase } from "./case.ts";
import { checkClassification } from "./classification.ts";
import type { BlockContext, NameUse } from "./context.ts";
import { checkDefinition, checkIndicator } from "./definition.ts";
import type { Environment } from "./environment.ts";
import { checkException, type CheckedException } from "./exception.ts";
import { checkParameter } from "./parameter.ts";
import { checkProperty } from "./property.ts";
import { checkRanking } from "./ranking.ts";
import { checkReading } from "./reading.ts";
import { checkRule } from "./rule.ts";

/** What one block means, with what was found wrong; parts that failed are left out. */
export interface CheckedBlock {
  readonly decisions: readonly Decision[];
  /** 但书 and 除外 of single sentences. */
  readonly provisos: readonly ExceptionClause[];
  readonly exceptions: readonly CheckedException[];
  readonly parameters: readonly Parameter[];
  readonly readings: readonly Reading[];
  readonly assertions: readonly Assertion[];
  readonly cases: readonly Case[];
  readonly properties: readonly Property[];
  readonly diagnostics: readonly Diagnostic[];
  readonly uses: readonly NameUse[];
}

/** Checks one block by itself against the declared names; never throws. */
export const checkBlock = (
  block: Block,
  file: PolicyFile,
  environment: Environment,
  boundaries: readonly Boundary[],
): CheckedBlock => {
  const diagnostics: Diagnostic[] = [];
  const provision: Provision | null =
    block.provision === null ? null : (file.document.byPath.get(block.provision) ?? null);
  const context: BlockContext = {
    environment,
    file,
    provision: block.provision,
    inclusive: inclusiveAt(boundaries, provision),
    diagnostics,
    uses: [],
    quote: (quotes) => locateBasis(file, block.provision, quotes, diagnostics),
  };
  const meaning = { ...NOTHING, ...meaningOfBlock(block, context) };
  const found = hasUnreadWords(block, file)
    ? diagnostics.filter(({ code }) => !FOLLOWS_FROM_UNREAD.has(code))
    : diagnostics;
  return { ...meaning, diagnostics: found.map((each) => placed(each, block.provision)), uses: context.uses };
};

/** Findings that say no more than that something could not be read, which has been said. */
const FOLLOWS_FROM_UNREAD: ReadonlySet<string> = new Set([
  "subject-missing",
  "list-without-items",
  "class-without-value",
  "case-without-expectation",
]);

const errorStarts = new WeakMap<PolicyFile, readonly number[]>();

/** Whether reading the sentences of the block gave an error. */
const hasUnreadWords = (block: Block, file: PolicyFile): boolean => {
  let starts = errorStarts.get(file);
  if (starts === undefined) {
    starts = file.diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ span }) => span.start)
      .sort((left, right) => left - right);
    errorStarts.set(file, starts);
  }
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < block.span.start) low = middle + 1;
    else high = middle;
  }
  const next = starts[low];
  return next !== undefined && next < block.span.end;
};

type Meaning = Omit<CheckedBlock, "diagnostics" | "uses">;

const NOTHING: Meaning = {
  decisions: [],
  provisos: [],
  exceptions: [],
  parameters: [],
  readings: [],
  assertions: [],
  cases: [],
  properties: [],
};

const meaningOfBlock = (block: Block, context: BlockContext): Partial<Meaning> => {
  switch (block.kind) {
    case "rule": {
      const { decisions, exceptions } = checkRule(block, context);
      return { decisions, provisos: exceptions };
    }
    case "classification":
      return { decisions: present(checkClassification(block, context)) };
    case "definition":
      return { decisions: checkDefinition(block, context) };
    case "indicator":
      return { decisions: checkIndicator(block, context) };
    case "ranking":
      return { decisions: present(checkRanking(block, context)) };
    case "exception":
      return { exceptions: checkException(block, context) };
    case "parameter":
      return { parameters: present(checkParameter(block, context)) };
    case "reading":
      return { readings: present(checkReading(block, context)) };
    case "assertion":
      return { assertions: checkAssertion(block, context) };
    case "case":
      return { cases: present(checkCase(block, context)) };
    case "property":
      return { properties: checkProperty(block, context) };
    case "note":
      context.quote(block.basis);
      return {};
    case "metadata":
    case "object":
    case "measures":
    case "boundary":
      return {};
  }
};

const present = <Value>(value: Value | null): readonly Value[] => (value === null ? [] : [value]);

const placed = (found: Diagnostic, provision: string | null): Diagnostic =>
  provision === null || found.provision !== undefined ? found : { ...found, provision };
