import {
  ownWords,
  provisionText,
  span,
  type Level,
  type OfficialDocument,
  type Provision,
} from "../../../language/index.ts";
import { furnitureUnits } from "./furniture-units.ts";
import { tilesOf } from "./tiles.ts";
import type { HeadingUnit, ProvisionUnit, TextUnits } from "./unit.ts";
import { plainWords } from "./words.ts";

/** Cuts an official text into what is compared as one. */
export const unitsOf = (document: OfficialDocument): TextUnits => {
  const provisions: ProvisionUnit[] = [];
  const headings: HeadingUnit[] = [];
  const cut = (provision: Provision, under: readonly HeadingUnit[]): void => {
    if (isOneUnit(provision, document)) {
      const words = plainWords(provisionText(document, provision));
      provisions.push({ provision, span: provision.span, under, words });
      return;
    }
    const heading = headingOf(provision, document, under);
    headings.push(heading);
    for (const child of provision.children) cut(child, [...under, heading]);
  };
  for (const root of document.roots) cut(root, []);
  const tiled = tilesOf(document, [...provisions, ...headings]);
  return {
    document,
    provisions,
    headings,
    tiles: tiled.tiles,
    enclosed: tiled.enclosed,
    furniture: furnitureUnits(document, tiled.tiles),
  };
};

const LEVELS_BELOW: ReadonlySet<Level> = new Set([
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "article",
  "item",
  "subitem",
]);

const isOneUnit = (provision: Provision, document: OfficialDocument): boolean => {
  switch (provision.level) {
    case "book":
    case "part":
    case "chapter":
    case "section":
      return provision.children.length === 0 && ownWords(provision).length > 0;
    case "annex":
    case "heading1":
    case "heading2":
    case "heading3":
    case "heading4":
      return levelsBelow(provision).length === 0
        ? ownWords(provision).length > 0 || provision.children.length > 0
        : isList(provision, document);
    case "article":
    case "paragraph":
    case "item":
    case "subitem":
    case "lead":
    case "preamble":
    case "closing":
      return true;
  }
};

const levelsBelow = (provision: Provision): readonly Provision[] =>
  provision.children.filter(({ level }) => LEVELS_BELOW.has(level));

/** 申请人应当符合下列条件：（一）…；（二）…: items without levels of their own are no headings. */
const isList = (provision: Provision, document: OfficialDocument): boolean => {
  const [lead] = provision.children;
  const last = lead?.level === "lead" ? lead.pieces.at(-1) : undefined;
  if (last === undefined || !/[：:]\s*$/.test(document.source.text.slice(last.start, last.end))) return false;
  return levelsBelow(provision).every((child) => levelsBelow(child).length === 0);
};

const headingOf = (
  provision: Provision,
  document: OfficialDocument,
  under: readonly HeadingUnit[],
): HeadingUnit => {
  const { text } = document.source;
  const { titleSpan, pieces, children } = provision;
  const { start } = provision.span;
  const hasOwnLine = titleSpan !== null && pieces.includes(titleSpan);
  const next = Math.min(
    pieces[0]?.start ?? Infinity,
    children[0]?.span.start ?? Infinity,
    provision.span.end,
  );
  const end = hasOwnLine ? titleSpan.end : start + text.slice(start, next).trimEnd().length;
  const words = hasOwnLine ? plainWords(text.slice(titleSpan.start, titleSpan.end)) : "";
  return { provision, span: span(start, end), under, words };
};
