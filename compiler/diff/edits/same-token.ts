import { resolveCitation, provisionAt, type OfficialDocument } from "../../../language/index.ts";
import type { EditContext } from "./index.ts";
import type { Token } from "./tokens.ts";

/** Whether a token of the left text says what one of the right text says. */
export type SameToken = (left: Token, right: Token) => boolean;

/** Equal words; or a citation whose target became what the other one cites. */
export const sameToken = (
  leftDocument: OfficialDocument,
  rightDocument: OfficialDocument,
  context: EditContext,
): SameToken => {
  const leftTargets = targetsIn(leftDocument);
  const rightTargets = targetsIn(rightDocument);
  const became = new Map<Token, string | null>();
  const partners = (token: Token): string | null => {
    const known = became.get(token);
    if (known !== undefined) return known;
    const paths = leftTargets(token)?.map((path) => partnerOf(path, context)) ?? null;
    const joined = paths === null || paths.includes(null) ? null : paths.join(" ");
    became.set(token, joined);
    return joined;
  };
  return (left, right) => {
    if (left.kind === "citation" && right.kind === "citation" && left.key !== right.key) {
      const partner = partners(left);
      return partner !== null && partner === rightTargets(right)?.join(" ");
    }
    return left.key === right.key && left.kind === right.kind;
  };
};

/** Paths that a citation means, remembered; null where it means nothing in this document. */
const targetsIn = (document: OfficialDocument): ((token: Token) => readonly string[] | null) => {
  const known = new Map<Token, readonly string[] | null>();
  return (token) => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const resolution = resolveCitation(token.citation!, provisionAt(document, token.start), document);
    const paths = resolution.problem === null ? resolution.provisions.map(({ path }) => path) : null;
    known.set(token, paths);
    return paths;
  };
};

/** A 款 or 项 without a partner of its own goes where the 条 above it went. */
const partnerOf = (path: string, context: EditContext): string | null => {
  const partner = context.partnerOf(path);
  if (partner !== null) return partner;
  const dot = path.lastIndexOf(".");
  if (dot < 0) return null;
  const above = partnerOf(path.slice(0, dot), context);
  return above === null ? null : above + path.slice(dot);
};
