import type { RelatedPlace } from "../../diagnostic.ts";
import type { Span } from "../../source.ts";
import type { OfficialDocument } from "../model.ts";
import { provisionAt } from "../provision-at.ts";

/** 第十六条第二款: how a message names another place. Lines change with every edit, provisions seldom do. */
export const placeOf = (document: OfficialDocument, offset: number): string => {
  const provision = provisionAt(document, offset);
  if (provision !== null && provision.span.start <= offset && offset < provision.span.end)
    return provision.label;
  const isTitle = document.furniture.some(
    ({ role, span: { start, end } }) => role === "title" && start <= offset && offset < end,
  );
  return isTitle ? "标题" : "条文以外的文字";
};

/** The other place itself, which the report shows with its line. */
export const otherPlace = (document: OfficialDocument, span: Span, message: string): RelatedPlace => ({
  file: document.source.name,
  span,
  message,
});
