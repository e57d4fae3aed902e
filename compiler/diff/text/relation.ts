import { titleKind, type OfficialDocument } from "../../../language/index.ts";
import type { Comparison } from "../../model/change.ts";
import { plainWords } from "./words.ts";

/**
 * Versions of one document have one title but for the year, 修订, 试行 and the like; or most of their provisions read
 * alike, as where the title itself was changed.
 */
export const relationOf = (
  left: OfficialDocument,
  right: OfficialDocument,
  share: number,
): Comparison["relation"] => {
  if (share > 0.5) return "versions";
  const [one, other] = [nameOf(left), nameOf(right)];
  return one !== "" && one === other ? "versions" : "documents";
};

/** The title without marks of its version; where a mark hides the title among the notes, the first that names a kind. */
const nameOf = ({ title, furniture, source }: OfficialDocument): string => {
  if (title !== null) return withoutVersion(title);
  for (const { role, span } of furniture.slice(0, MOST_LINES)) {
    const name = withoutVersion(source.text.slice(span.start, span.end));
    if ((role === "note" || role === "title") && titleKind(name) !== null) return name;
  }
  return "";
};

const MOST_LINES = 20;

const withoutVersion = (title: string): string =>
  plainWords(title)
    .replace(/[《》]/g, "")
    .replace(VERSION_MARK, "")
    .replace(/\d{4}年?(?:版|修订|修正)?$/, "")
    .replace(/^\d{4}年?/, "")
    .replace(/^中华人民共和国/, "");

const VERSION_MARK =
  /\((?:\d{4}[^()]{0,20}|[^()]{0,12}(?:征求意见|送审|审议|讨论|修订|修正|修改|草案|试行|暂行|公开|初|二|三|[一二三]次)[^()]{0,12})\)/g;
