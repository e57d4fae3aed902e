import type { Atom, ConditionPart, Item, Names, Phrase } from "../../language/index.ts";
import type { Frame } from "./context.ts";
import { leadingNames } from "./edges.ts";

/** The words of a sentence that may tell whom it judges. */
export interface PartList {
  readonly parts: readonly ConditionPart[];
  readonly items: readonly Item[];
  /** Phrases behind the front whose fields may tell the object. */
  readonly hints: readonly Phrase[];
  readonly span: Phrase["span"];
}

/** Without a written subject: the one object that has all the fields that the phrases begin with. */
export const inferredObject = (sentence: PartList, frame: Frame): string | null => {
  const { members } = frame.block.environment.declarations;
  let objects: readonly string[] | null = null;
  const visit = (phrase: Phrase): void => {
    for (const clause of phrase.clauses) {
      for (const atom of clause.atoms) {
        const name = firstName(atom);
        const having =
          name === null ? [] : [...members].filter(([, known]) => known.has(name)).map(([object]) => object);
        if (having.length > 0)
          objects = objects === null ? having : objects.filter((object) => having.includes(object));
      }
    }
  };
  const visitItem = (item: Item): void => {
    for (const phrase of item.phrases) visit(phrase);
    for (const child of item.items) visitItem(child);
  };
  for (const part of sentence.parts) for (const phrase of part.phrases) visit(phrase);
  for (const item of sentence.items) visitItem(item);
  for (const hint of sentence.hints) visit(hint);
  const found: readonly string[] = objects ?? [];
  return found.length === 1 ? found[0]! : null;
};

const firstName = (atom: Atom): string | null => {
  if (atom.kind === "negated") return firstName(atom.operand);
  const names: Names | null = leadingNames(atom);
  if (names !== null) return names.names[0]?.text ?? null;
  if (atom.kind === "elapsed" && atom.from.kind === "names") return atom.from.names[0]?.text ?? null;
  if (atom.kind === "existence") {
    const first = atom.body.atoms[0];
    return first === undefined ? null : firstName(first);
  }
  return null;
};
