import { parseNumeral } from "../../../../language/index.ts";
import { citationsOf } from "../../../model/citation.ts";
import type { Condition, Decision, ExceptionClause, Origin } from "../../../model/ir.ts";
import type { Citation } from "../../../model/outcome.ts";
import type { PolicyInfo } from "../../../model/policy.ts";
import { visitCondition } from "../../../model/walk.ts";
import { stringLiteral } from "../../names.ts";
import { list, record } from "./expression.ts";

/** Numbers of the clauses that can decide, and the words of the official text that each of them rests on. */
export class Origins {
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, string>();
  readonly #declarations: string[] = [];

  /** Clauses of one item that rest on the same words are one origin. */
  numberOf({ item, provision, basis }: Origin): number {
    const key = JSON.stringify([item, provision, basis]);
    const known = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, known);
    return known;
  }

  /** What each origin of a decision cites, as code. */
  citationsCode(policy: PolicyInfo, decision: Decision, exceptions: readonly ExceptionClause[]): string {
    const numbered = new Map(
      originsOf(decision, exceptions).map((origin) => [this.numberOf(origin), origin] as const),
    );
    const entries = Array.from(numbered).flatMap(([number, origin]) => {
      const cited = citationsOf(policy, origin, decision.origin);
      return cited.length === 0
        ? []
        : [list([String(number), list(cited.map((each) => this.#citedCode(each)))])];
    });
    return `new Map(${entries.length === 0 ? "" : list(entries)})`;
  }

  /** Declarations of the quoted words that were asked for since the last call. */
  takeDeclarations(): readonly string[] {
    return this.#declarations.splice(0);
  }

  #citedCode({ ruleItem, ...words }: Citation): string {
    const item = ruleItem === null ? null : ruleItem.slice(RULE_ITEM.length);
    return `[${this.#wordsName(words)}, ${item === null ? "null" : stringLiteral(item)}, ${item === null ? 0 : ordinal(item)}]`;
  }

  #wordsName(words: Omit<Citation, "ruleItem">): string {
    const code = record([
      ["path", stringLiteral(words.path)],
      ["label", stringLiteral(words.label)],
      ["quote", stringLiteral(words.quote)],
      ["start", String(words.start)],
      ["end", String(words.end)],
    ]);
    const known = this.#words.get(code);
    if (known !== undefined) return known;
    const name = `words_${this.#words.size + 1}`;
    this.#words.set(code, name);
    this.#declarations.push(`const ${name} = ${code};\n`);
    return name;
  }
}

const RULE_ITEM = "规则条件";

/** Items are numbered （一）（二）…; only their order in print depends on this. */
const ordinal = (item: string): number =>
  parseNumeral(/^（(.+?)）/.exec(item)?.[1] ?? "") ?? Number.MAX_SAFE_INTEGER;

/** The clauses of a decision that a result can cite: the rule, its own items, its exceptions. */
const originsOf = (decision: Decision, exceptions: readonly ExceptionClause[]): readonly Origin[] => {
  const found = new Set<Origin>([decision.origin]);
  const collect = (condition: Condition): void =>
    visitCondition(condition, {
      condition: ({ origin }) => {
        if (origin.item !== null) found.add(origin);
      },
    });
  for (const clause of exceptions) {
    found.add(clause.origin);
    collect(clause.condition);
  }
  switch (decision.kind) {
    case "measure":
      collect(decision.subject);
      collect(decision.base);
      break;
    case "requirement":
      collect(decision.subject);
      collect(decision.applicability);
      collect(decision.requirement);
      break;
    case "classification":
      for (const { origin } of decision.items) found.add(origin);
      if (decision.otherwise !== null) found.add(decision.otherwise.origin);
      break;
    case "definition":
    case "indicator":
    case "ranking":
      break;
  }
  return [...found];
};
