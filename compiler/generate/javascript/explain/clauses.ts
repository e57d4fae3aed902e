import type { Condition } from "../../../model/ir.ts";
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
export const unmetPartsOf = (condition: Condition, found = new Map<Condition, UnmetPart>()) => {
  const parts = partsOf(condition);
  const said = plainWords(wordsOf(condition.origin));
  found.set(condition, { apart: parts !== null, ...(parts !== null || said === "" ? {} : { said }) });
  for (const part of parts ?? []) unmetPartsOf(part, found);
  return found;
};

/** Null where the words have to stay together: A或者B asks for neither of the two by itself, 未X not for X. */
const partsOf = (condition: Condition): readonly Condition[] | null => {
  switch (condition.kind) {
    case "all":
      return condition.operands;
    case "any":
    case "atLeast":
      return condition.operands.some((each) => each.origin.item !== condition.origin.item || isReading(each))
        ? condition.operands
        : null;
    case "not": {
      const { operand, origin } = condition;
      return "operands" in operand || operand.origin.words === origin.words ? [operand] : null;
    }
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

const isReading = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");

/** Without 依据 and 限, which are cited beside. */
const plainWords = (words: string): string =>
  words
    .split(/[，,]\s*(?:依据|限)「/u)[0]!
    .replace(/[；;。]\s*$/u, "")
    .trim();
