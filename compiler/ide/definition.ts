import type { FilePlace, PolicyView } from "./model.ts";
import { nameIn, occurrenceAt, occurrencesOf } from "./occurrences.ts";

/** Where the name at an offset of the policy is declared. */
export const definition = (view: PolicyView, offset: number): readonly FilePlace[] => {
  const found = occurrenceAt(view, view.file.source.name, offset);
  if (found === null) return [];
  const name = nameIn(view.file, found.span);
  const wanted = new Set(found.targets);
  const declared = occurrencesOf(view).all.filter(
    ({ isDeclaration, targets }) => isDeclaration && targets.some((target) => wanted.has(target)),
  );
  // A field under the name of its negative leads to that name, where it is declared apart.
  const same = declared.filter(({ file, span }) => nameOfPlace(view, { file, span }) === name);
  return places(same.length > 0 ? same : declared);
};

/** Every place of the name at an offset, its declaration included, the policy first. */
export const references = (view: PolicyView, offset: number): readonly FilePlace[] => {
  const found = occurrenceAt(view, view.file.source.name, offset);
  if (found === null) return [];
  const { byTarget } = occurrencesOf(view);
  const own = view.file.source.name;
  const all = [...new Set(found.targets.flatMap((target) => byTarget.get(target) ?? []))];
  return places([...all.filter(({ file }) => file === own), ...all.filter(({ file }) => file !== own)]);
};

/** The name that stands at an offset, to be renamed; marks of quotation belong to the span. */
export const nameAt = (
  view: PolicyView,
  offset: number,
): { readonly name: string; readonly span: FilePlace["span"] } | null => {
  const found = occurrenceAt(view, view.file.source.name, offset);
  if (found === null || found.targets.every((target) => target.startsWith("reading/"))) return null;
  return { name: nameIn(view.file, found.span), span: found.span };
};

/** The name at a place of any of the files. */
export const nameOfPlace = (view: PolicyView, { file, span }: FilePlace): string => {
  const found = [view.file, ...view.vocabularies].find(({ source }) => source.name === file);
  return found === undefined ? "" : nameIn(found, span);
};

const places = (list: readonly FilePlace[]): readonly FilePlace[] =>
  list.map(({ file, span }) => ({ file, span }));
