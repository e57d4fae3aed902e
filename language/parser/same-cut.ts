import { foldText, isSpace } from "../lexer/characters.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The names that blocks were cut with, for rules as such and for 例外, 用例 and 性质, which also name rules. */
export interface CutNames {
  readonly version: string;
  readonly fullVersion: string;
  readonly names: ReadonlySet<string>;
  readonly fullNames: ReadonlySet<string>;
}

export const cutNamesOf = ({ declarations, version, fullVersion }: Vocabulary): CutNames => ({
  version,
  fullVersion,
  names: namesIn(declarations.filter(({ role }) => role !== "rule" && role !== "exception")),
  fullNames: namesIn(declarations),
});

/** Names that only one of two vocabularies has; null where there are too many to look for each. */
export const namesApart = (
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly string[] | null => {
  const apart: string[] = [];
  for (const name of before) if (!after.has(name)) apart.push(name);
  for (const name of after) if (!before.has(name)) apart.push(name);
  return apart.length > MOST_NAMES ? null : apart;
};

/** Beyond these it is quicker to read again. */
const MOST_NAMES = 40;

/** Whether one of the names can stand in a text: a word of it is cut from these characters, white space left out. */
export const canName = (text: string, names: readonly string[]): boolean => {
  if (names.length === 0) return false;
  const characters = bare(text);
  return names.some((name) => characters.includes(bare(name)));
};

const bare = (text: string): string => {
  let left = "";
  for (const character of foldText(text)) if (!isSpace(character.charCodeAt(0))) left += character;
  return left;
};

const namesIn = (declarations: Vocabulary["declarations"]): ReadonlySet<string> =>
  new Set(declarations.map(({ text }) => text));
