import type { Type } from "../model/type.ts";
import type { Declarations, DeclaredDefinition, DeclaredIndicator } from "../resolve/declared.ts";

/** What a 【定义】 names: a class of records, or a statement that holds of a record or not. */
export interface DefinitionHead {
  readonly object: string;
  readonly role: "class" | "statement";
}

/** What a rule gives and whom it judges. */
export interface RuleShape {
  readonly kind: "measure" | "requirement" | "both";
  readonly object: string;
}

/**
 * The declared names with what they mean. Heads of definitions and types of indicators rest on other
 * blocks, so they are found when first asked for; null where they cannot be found (reported where declared).
 */
export interface Environment {
  readonly declarations: Declarations;
  /** What the checked rules are, by name; empty until they are checked. Only 用例 and 性质 ask. */
  readonly shapes: ReadonlyMap<string, RuleShape>;
  headOf(definition: DeclaredDefinition): DefinitionHead | null;
  typeOf(indicator: DeclaredIndicator): Type | null;
  /** Whether what it means was asked for while it was being found: then it rests on itself. */
  restsOnItself(declared: DeclaredDefinition | DeclaredIndicator): boolean;
}
