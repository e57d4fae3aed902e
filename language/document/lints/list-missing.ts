import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "list-missing": {
    severity: "warning",
    message: "“{found}”之后没有列出任何内容，{next}。请对照正式文本核对：是漏了各项，还是这句话不该这样写。",
    why: "说了“下列”却没有列出来，这一条就不知道指哪些情形，多半是粘贴时丢了各项。",
    bad: "第一条 有下列情形之一的，解除服务协议：\n第二条 本办法自印发之日起施行。\n",
    good: "第一条 有下列情形之一的，解除服务协议：\n（一）骗取医疗保障基金的；\n（二）被吊销许可证的。\n第二条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** 有下列情形之一的…： and then the next article. */
export const listMissing: TextLint = {
  catalogue,
  check: (text) =>
    text.paragraphs.flatMap((paragraph, order) =>
      checkParagraph(text, paragraph, text.paragraphs[order + 1]),
    ),
};

const ANNOUNCED = /下列[^，。；：:、]{1,12}/g;

const checkParagraph = (
  text: TextUnderReview,
  paragraph: LogicalParagraph,
  next: LogicalParagraph | undefined,
): Diagnostic[] => {
  const words = paragraph.text;
  if (!words.includes("下列") || !standsAlone(paragraph, next)) return [];
  const last = lastMatch(words);
  if (last === null || isQuoted(words, last.index)) return [];
  const behind = words.slice(last.index);
  // A colon with words behind it begins a list in the line.
  if (/[：:]\s*\S/.test(behind) || /(?:如下|为|是|[一1])[：:]?\s*[（(]?[一1]/.test(behind)) return [];
  const place = placeIn(paragraph, last.index, last.index + last[0].length);
  const provision = provisionAt(text.document, place.start);
  const following = next === undefined ? "全文到这里为止" : "下一段已经是另外的条文";
  return [
    report(
      "list-missing",
      text.document.source.name,
      place,
      { found: last[0], next: following },
      provision === null ? {} : { provision: provision.path },
    ),
  ];
};

/** What follows is the next article, chapter or item of the same kind: no list and no text. */
const standsAlone = (paragraph: LogicalParagraph, next: LogicalParagraph | undefined): boolean => {
  if (next === undefined) return paragraph.marker !== null;
  if (next.marker === null) return false;
  if (ABOVE_LISTS.has(next.marker.kind)) return true;
  return (
    next.marker.kind === paragraph.marker?.kind && next.marker.number === (paragraph.marker.number ?? 0) + 1
  );
};

const ABOVE_LISTS: ReadonlySet<string> = new Set(["book", "part", "chapter", "section", "article"]);

const lastMatch = (words: string): RegExpExecArray | null => {
  let last: RegExpExecArray | null = null;
  ANNOUNCED.lastIndex = 0;
  for (let match = ANNOUNCED.exec(words); match !== null; match = ANNOUNCED.exec(words)) last = match;
  return last;
};
