import type { PolicyFile } from "../../language/index.ts";
import type { Decision } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { Declarations, DeclaredDefinition, DeclaredIndicator } from "../resolve/declared.ts";
import type { BlockContext } from "./context.ts";
import { definitionHead, indicatorType } from "./definition.ts";
import type { DefinitionHead, Environment, RuleShape } from "./environment.ts";

/** What the checked rules turned out to be, by the name of their block. */
export const ruleShapes = (decisions: readonly Decision[]): ReadonlyMap<string, RuleShape> => {
  const shapes = new Map<string, RuleShape>();
  for (const { kind, name, object } of decisions) {
    if (kind !== "measure" && kind !== "requirement") continue;
    const known = shapes.get(name);
    shapes.set(name, {
      kind: known === undefined || known.kind === kind ? kind : "both",
      object: known?.object ?? object,
    });
  }
  return shapes;
};

type Lazy = DeclaredDefinition | DeclaredIndicator;

/** Finds heads and types on first use; a chain of definitions that comes back to itself has none. */
export const createEnvironment = (declarations: Declarations, files: readonly PolicyFile[]): Environment => {
  const byName = new Map(files.map((file) => [file.source.name, file]));
  const heads = new Map<DeclaredDefinition, DefinitionHead | null>();
  const types = new Map<DeclaredIndicator, Type | null>();
  const contextOf = (file: string): BlockContext | null => {
    const found = byName.get(file);
    if (found === undefined) return null;
    return {
      environment,
      file: found,
      provision: null,
      inclusive: new Map(),
      diagnostics: [],
      uses: [],
      quote: () => [],
    };
  };
  /** What is being found, each because the one before it asked. */
  const open: Lazy[] = [];
  const inCircle = new Set<Lazy>();
  const once = <Key extends Lazy, Value>(
    memo: Map<Key, Value | null>,
    key: Key,
    find: () => Value | null,
  ): Value | null => {
    const known = memo.get(key);
    if (known !== undefined) {
      // Asked for again while it is being found: it rests on itself.
      const since = open.indexOf(key);
      if (since >= 0) for (const each of open.slice(since)) inCircle.add(each);
      return known;
    }
    memo.set(key, null);
    open.push(key);
    const value = find();
    open.pop();
    memo.set(key, value);
    return value;
  };
  const environment: Environment = {
    declarations,
    shapes: new Map(),
    headOf: (definition) =>
      once(heads, definition, () => {
        const context = contextOf(definition.place.file);
        return context === null ? null : definitionHead(definition, context);
      }),
    typeOf: (indicator) =>
      once(types, indicator, () => {
        const context = contextOf(indicator.place.file);
        return context === null ? null : indicatorType(indicator, context);
      }),
    restsOnItself: (declared) => {
      if (declared.kind === "definition") environment.headOf(declared);
      else environment.typeOf(declared);
      return inCircle.has(declared);
    },
  };
  return environment;
};
