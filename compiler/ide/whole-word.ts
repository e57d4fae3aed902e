import type { Declarations } from "../resolve/declared.ts";
import { endsCondition } from "./declared-type.ts";
import type { PlacedToken, WordInBlock } from "./sentence-around.ts";

/**
 * An undeclared name as it was meant, where words that are known cut it in pieces: 最低·业务量·标准, and 暴力伤医行 before
 * 为的, whose last character is a keyword.
 */
export const wholeWord = (word: WordInBlock, declarations: Declarations): WordInBlock => {
  const { tokens, index } = word;
  if (!isUndeclared(tokens[index])) return word;
  let from = index;
  let to = index;
  for (let at = index; joins(tokens[at - 1], tokens[at], declarations); at -= 1)
    if (isUndeclared(tokens[at - 1])) from = at - 1;
  for (let at = index; joins(tokens[at], tokens[at + 1], declarations); at += 1)
    if (isUndeclared(tokens[at + 1])) to = at + 1;
  const cut = tokens[to + 1];
  if (cut?.token.tokenType.name === "Is" && isAdjacent(tokens[to], cut) && endsCondition(tokens[to + 2]))
    to += 1;
  if (from === to) return word;
  const parts = tokens.slice(from, to + 1);
  const whole: PlacedToken = {
    token: { ...tokens[index]!.token, image: parts.map(({ token }) => token.image).join("") },
    span: { start: parts[0]!.span.start, end: parts.at(-1)!.span.end },
  };
  return { ...word, tokens: tokens.toSpliced(from, parts.length, whole), index: from };
};

/** Two words side by side that may be one name: an object or a value stands for itself. */
const joins = (
  left: PlacedToken | undefined,
  right: PlacedToken | undefined,
  declarations: Declarations,
): boolean =>
  left !== undefined &&
  right !== undefined &&
  isAdjacent(left, right) &&
  [left, right].every((each) => isUndeclared(each) || isPart(each, declarations));

const isPart = ({ token }: PlacedToken, { byName }: Declarations): boolean =>
  token.tokenType.name === "Term" &&
  (byName.get(token.image) ?? []).every(({ kind }) => kind !== "object" && kind !== "value");

const isUndeclared = (placed: PlacedToken | undefined): boolean =>
  placed?.token.tokenType.name === "Undeclared";

const isAdjacent = (left: PlacedToken | undefined, right: PlacedToken): boolean =>
  left?.span.end === right.span.start;
