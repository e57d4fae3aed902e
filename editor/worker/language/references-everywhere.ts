import { occurrenceAt, occurrencesOf } from "../../../compiler/ide/occurrences.ts";
import { references, type FilePlace, type PolicyView } from "../../../compiler/ide/index.ts";

/**
 * The places of a name in a policy and its vocabularies, and in the other policies that use the vocabulary in which the
 * name is declared: what renaming would change.
 */
export const referencesEverywhere = (
  view: PolicyView,
  offset: number,
  usersOf: (file: string) => readonly PolicyView[],
): readonly FilePlace[] => {
  const own = references(view, offset);
  const targets = new Set(occurrenceAt(view, view.file.source.name, offset)?.targets);
  const known = new Set([view.file, ...view.vocabularies].map(({ source }) => source.name));
  const homes = new Set(
    occurrencesOf(view).all.flatMap(({ file, isDeclaration, targets: meant }) =>
      isDeclaration && meant.some((target) => targets.has(target)) ? [file] : [],
    ),
  );
  const users = new Map(
    [...homes].flatMap(usersOf).map((user): [string, PolicyView] => [user.file.source.name, user]),
  );
  const elsewhere = [...users].flatMap(([file, user]) =>
    known.has(file)
      ? []
      : occurrencesOf(user).all.filter(
          (place) => place.file === file && place.targets.some((target) => targets.has(target)),
        ),
  );
  return [...own, ...elsewhere.map(({ file, span }) => ({ file, span }))];
};
