import { provisionAt, type OfficialDocument, type Provision, type Span } from "../../../language/index.ts";
import { isGap } from "./characters.ts";

/** The innermost provision within `stretch` that holds all of `edit`; null where there is none. */
export const pathOf = (document: OfficialDocument, stretch: Span, edit: Span): string | null => {
  const { text } = document.source;
  let { start, end } = edit;
  while (start < end && isGap(text.charCodeAt(start))) start += 1;
  while (end > start && isGap(text.charCodeAt(end - 1))) end -= 1;
  // An insertion belongs to what stands in front of it.
  const inside = start === end && start > stretch.start ? start - 1 : start;
  for (let at: Provision | null = provisionAt(document, inside); at !== null; at = at.parent) {
    if (at.span.start < stretch.start || at.span.end > stretch.end) return null;
    if (at.span.start <= start && at.span.end >= end) return at.path;
  }
  return null;
};

/** Whether `edit` holds a whole 款 or 项: then the other side has nothing of its own there. */
export const holdsProvision = (document: OfficialDocument, edit: Span): boolean => {
  if (edit.start === edit.end) return false;
  const { text } = document.source;
  let { start } = edit;
  while (start < edit.end && isGap(text.charCodeAt(start))) start += 1;
  const at = provisionAt(document, start);
  return at !== null && at.span.start === start && at.span.end <= edit.end;
};
