import type { Condition } from "../../../model/ir.ts";
import { unmetPartsOf, unmetWords } from "../../../model/unmet-parts.ts";
import { wordsOf } from "../../../model/words.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { record } from "./expression.ts";

/** What is told of a condition beside its operator. */
export const clauseCode = (module: JavaScriptModule, condition: Condition): string => {
  const { origin } = condition;
  const part = module.unmetParts.get(condition);
  return record([
    ["words", SPOKEN.has(condition.kind) ? stringLiteral(origin.words) : null],
    ["item", origin.item === null ? null : String(module.origins.numberOf(origin))],
    ["apart", part?.apart === true ? "true" : null],
    ["said", part?.said === undefined ? null : `[${origin.span.start}, ${stringLiteral(part.said)}]`],
  ]);
};

/** Conditions whose own words the reader of the file needs; a list is told by its parts. */
const SPOKEN: ReadonlySet<Condition["kind"]> = new Set<Condition["kind"]>([
  "holds",
  "compare",
  "compareOrder",
  "oneOf",
  "same",
  "elapsed",
  "exists",
  "ranked",
  "reading",
  "defined",
]);

/** What a requirement that is not met says of one of its conditions. */
export interface UnmetPart {
  /** Its parts are told one by one. */
  readonly apart: boolean;
  readonly said?: string;
}

/** For each condition that can be told where a requirement is not met: its parts, or what is said of it. */
export const unmetTellings = (condition: Condition, found = new Map<Condition, UnmetPart>()) => {
  const parts = unmetPartsOf(condition);
  const said = unmetWords(wordsOf(condition.origin));
  found.set(condition, { apart: parts !== null, ...(parts !== null || said === "" ? {} : { said }) });
  for (const part of parts ?? []) unmetTellings(part, found);
  return found;
};
