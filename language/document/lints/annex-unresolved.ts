import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { parseNumeral } from "../../numerals.ts";
import { readAnnexMark } from "../annex-line.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { isWrapped } from "./wrapped-lines.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "annex-unresolved": {
    severity: "warning",
    message: "“{cited}”在本文件的附件中没有，现有{known}。请对照正式文本核对：是漏附，还是序号写错。",
    why: "附件的序号对不上，读的人就找不到所说的表格或者标准。",
    bad: "第一条 申请人应当填写附件3。\n\n附件1\n申请表\n姓名。\n附件2\n承诺书\n本人承诺。\n",
    good: "第一条 申请人应当填写附件2。\n\n附件1\n申请表\n姓名。\n附件2\n承诺书\n本人承诺。\n",
  },
  "annex-absent": {
    severity: "info",
    message: "正文提到“{cited}”，这份文本里没有附件。附件另有文件的，请一并核对；没有的，请补上或者改正。",
    why: "正文引用的附件往往写着标准、表格或者名单，没有附件，规定就不完整。",
    bad: "第一条 申请人应当填写申请表（见附件1）。\n第二条 本办法自印发之日起施行。\n",
    good: "第一条 申请人应当填写申请表（见附件1）。\n\n附件1\n申请表\n姓名。\n",
  },
} as const;

const report = reporter(catalogue);

/** 附件3 where there are two, and 附件1 where there is none. */
export const annexUnresolved: TextLint = {
  catalogue,
  check: (text) => {
    if (!/附[件表录]/.test(text.document.source.text) || isWrapped(text)) return [];
    const known = annexNumbers(text);
    const isAlone = [...known.values()].every((numbers) => numbers.size === 0) && !hasAnnex(text);
    const seen = new Set<string>();
    return text.paragraphs.flatMap((paragraph) => checkParagraph(text, paragraph, known, isAlone, seen));
  },
};

const CITED = /附(件|表|录)\s?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})(?![0-9０-９年月日个份项条])/g;

const checkParagraph = (
  text: TextUnderReview,
  paragraph: LogicalParagraph,
  known: ReadonlyMap<string, ReadonlySet<number>>,
  isAlone: boolean,
  seen: Set<string>,
): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!words.includes("附") || readAnnexMark(words) !== null) return [];
  const found: Diagnostic[] = [];
  CITED.lastIndex = 0;
  for (let match = CITED.exec(words); match !== null; match = CITED.exec(words)) {
    const number = parseNumeral(match[2]!);
    const numbers = known.get(match[1]!) ?? new Set();
    if (number === null || numbers.has(number) || isQuoted(words, match.index)) continue;
    if (/[》议同书]$/.test(words.slice(0, match.index))) continue;
    const key = `${match[1]}${number}`;
    if ((!isAlone && numbers.size === 0) || seen.has(key)) continue;
    seen.add(key);
    const place = placeIn(paragraph, match.index, match.index + match[0].length);
    const provision = provisionAt(text.document, place.start);
    const extras = provision === null ? {} : { provision: provision.path };
    const file = text.document.source.name;
    if (isAlone) found.push(report("annex-absent", file, place, { cited: match[0] }, extras));
    else {
      const listed = [...numbers].map((each) => `附${match[1]}${each}`).join("、");
      found.push(report("annex-unresolved", file, place, { cited: match[0], known: listed }, extras));
    }
  }
  return found;
};

const hasAnnex = ({ document }: TextUnderReview): boolean =>
  document.roots.some(({ level }) => level === "annex");

/** The annexes that stand in the file, and those that a line 附件：1.… 2.… lists. */
const annexNumbers = ({ lines }: TextUnderReview): ReadonlyMap<string, ReadonlySet<number>> => {
  const known = new Map<string, Set<number>>();
  let listing: Set<number> | null = null;
  for (const { text } of lines) {
    const mark = text[0] === "附" ? readAnnexMark(text) : null;
    if (mark === null) {
      const entry = listing === null ? null : ENTRY.exec(text);
      if (listing === null || entry === null) listing = null;
      else listing.add(parseNumeral(entry[1]!) ?? 0);
      continue;
    }
    const kind = /[件表录]/.exec(mark)![0];
    const numbers: Set<number> = known.get(kind) ?? new Set();
    known.set(kind, numbers);
    const own = /([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[\s:：]*$/.exec(mark);
    const number = own === null ? null : parseNumeral(own[1]!);
    if (number !== null) numbers.add(number);
    // 附件一 … 附件二 …: several on a line whose breaks were lost.
    for (const [, other, written] of text.slice(1).matchAll(CITED)) {
      if (other === kind) numbers.add(parseNumeral(written!) ?? 0);
    }
    const entry = ENTRY.exec(text.slice(mark.length));
    if (entry !== null) numbers.add(parseNumeral(entry[1]!) ?? 0);
    listing = entry !== null || number === null ? numbers : null;
  }
  return known;
};

const ENTRY = /^([0-9０-９]{1,2})\s?[.．、]/;
