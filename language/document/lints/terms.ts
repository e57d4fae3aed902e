import type { Span } from "../../source.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextUnderReview } from "./text-lint.ts";

/** One name that a text gives or explains. */
export interface TermDefinition {
  /** 以下简称 gives a name to what stands in front of it; 是指 says what a name means. */
  readonly kind: "short" | "meaning";
  readonly name: string;
  /** 统称 joins several things under one common word, which may have been used before. */
  readonly isCollective: boolean;
  /** 《…》, or the words back to the last mark or verb: what a short name stands for. */
  readonly long: string;
  /** The name is the only one given there, to all the words back to the last mark. */
  readonly isExact: boolean;
  readonly place: Span;
}

/** The names that a text defines, in reading order; the letter in front of a text is not part of it. */
export const readTerms = (text: TextUnderReview): readonly TermDefinition[] => {
  const terms: TermDefinition[] = [];
  let inGlossary = false;
  for (const paragraph of text.paragraphs) {
    if (terms.length > MOST_TERMS) break;
    const { text: words } = paragraph;
    if (words.includes("以下") || words.includes("下称"))
      for (const term of shortNames(paragraph)) terms.push(term);
    if (words.includes("用语") || words.includes("术语")) inGlossary = true;
    else if (paragraph.marker?.kind === "article") inGlossary = false;
    if (words.includes("指") || words.includes("包括"))
      for (const term of meanings(paragraph, inGlossary)) terms.push(term);
  }
  return terms.filter(({ place }) => provisionAt(text.document, place.start)?.path !== "通知");
};

const MOST_TERMS = 200;

const SHORT =
  /[（(](?:以)?下(?:统一|分别|合并|均)?(简称|统称|合称|并称|通称|称)(?:为|作|：|:)?([^（）()\n]{1,40})[）)]/g;

const shortNames = (paragraph: LogicalParagraph): TermDefinition[] => {
  const { text: words } = paragraph;
  const terms: TermDefinition[] = [];
  SHORT.lastIndex = 0;
  for (let match = SHORT.exec(words); match !== null; match = SHORT.exec(words)) {
    if (terms.length > MOST_TERMS) break;
    const before = words.slice(Math.max(0, match.index - 80), match.index);
    const long = longForm(before);
    const names = namesIn(match[2]!);
    const isExact = names.length === 1 && /(?:^|[，。；：、（）()“”])$/.test(before.slice(0, -long.length));
    const inside = match.index + match[0].length - 1 - match[2]!.length;
    for (const { name, at } of names) {
      const place = placeIn(paragraph, inside + at, inside + at + name.length);
      terms.push({ kind: "short", name, long, isCollective: match[1] !== "简称", isExact, place });
    }
  }
  return terms;
};

/** “甲”“乙” are two names, 甲、乙 as well; 条例，下同 is one. */
const namesIn = (inside: string): { readonly name: string; readonly at: number }[] => {
  const quoted = [...inside.matchAll(/[“《「"]([^“”《》「」"]{1,30})[”》」"]/g)];
  if (quoted.length > 0)
    return quoted.map((match) => {
      const isTitle = match[0][0] === "《";
      return isTitle ? { name: match[0], at: match.index } : { name: match[1]!, at: match.index + 1 };
    });
  const plain = /^\s*([^，,。；]{1,30})/.exec(inside)?.[1] ?? "";
  const names: { name: string; at: number }[] = [];
  let at = inside.indexOf(plain);
  for (const name of plain.split(/[、和]/)) {
    if (name.trim() !== "") names.push({ name: name.trim(), at });
    at += name.length + 1;
  }
  return names;
};

const longForm = (before: string): string => {
  const title = /《[^《》]{1,60}》$/.exec(before);
  return title ? title[0] : (/[^，。；：、（）()“”]{1,40}$/.exec(before)?.[0].split(LEADING).at(-1) ?? "");
};

const MEANING =
  /(?:^|[。；]\s*)本(?:法|条例|办法|细则|规定|规则|意见|指引|通知|解释|方案|规范|标准|制度)(?:中)?所?称的?[“"]?([^，。；：、（）()“”"是指]{2,20})[”"]?(?:[，,]?\s?(?:是指|指的是|包括)|[，,]指)/g;

/** Below 下列用语的含义 each paragraph begins with the word that it explains. */
const ENTRY = /^[“"]?([^，。；：、（）()“”"是指\s]{2,16})[”"]?(?:[，,：]?(?:是指|指的是)|[，,]指)/g;

const meanings = (paragraph: LogicalParagraph, inGlossary: boolean): TermDefinition[] => {
  const { text: words } = paragraph;
  const terms: TermDefinition[] = [];
  for (const pattern of inGlossary ? [MEANING, ENTRY] : [MEANING]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      if (terms.length > MOST_TERMS) break;
      const name = match[1]!;
      if (NO_NAME.test(name) || isQuoted(words, match.index)) continue;
      const at = match.index + match[0].indexOf(name);
      const place = placeIn(paragraph, at, at + name.length);
      terms.push({ kind: "meaning", name, long: "", isCollective: false, isExact: false, place });
    }
  }
  return terms;
};

/** Words of the sentence that stand in front of a name. */
const LEADING = /[由向经和与对及报的在将是为]|根据|依照|按照|以及|或者/;

/** 前款所称危险物品，是指 speaks of one place only; 这里 and 其中 name nothing. */
const NO_NAME = /^(?:前|本|上|下|该|这|其|此|所|第)|^(?:年|月|日)$|所称|[的之]$/;
