import type { FoundCitation } from "../../citation.ts";
import { titleKind } from "../furniture.ts";
import type { OfficialDocument } from "../model.ts";
import { isQuoted } from "./quoted-words.ts";

/** Whether a citation certainly speaks of the document it stands in. What may be another's is none. */
export const isOwnCitation = (document: OfficialDocument, words: string, found: FoundCitation): boolean => {
  const {
    citation,
    span: { start, end },
  } = found;
  if (citation.document !== null || isQuoted(words, start)) return false;
  const { relative } = citation;
  if (citation.self !== null) {
    if (document.title === null) return true;
    const kind = titleKind(document.title);
    return kind === (citation.self === "法典" ? "法" : citation.self);
  }
  if (relative === null) {
    const before = words[start - 1] ?? "";
    if (!LEADS_IN.test(before)) return false;
    // 第八条 behind a full stop is most often the next article, whose line break was lost.
    if (/^[。\s]?$/.test(before) && !GOES_ON.test(words.slice(end, end + 2))) return false;
    return !NAMES_OTHER.test(sentenceBefore(words, start));
  }
  const after = words.slice(end, end + 2);
  switch (relative.kind) {
    case "above":
      return false;
    case "this":
      return citation.steps.length > 0 || POINTS.test(after);
    case "previous":
      // Several paragraphs that lost their line breaks are read as one: what stands before is not known.
      if (/。\s+\S/.test(words.slice(Math.max(0, start - 400), start))) return false;
      return !WORD_BEFORE.test(words[start - 1] ?? "") && !WORD_AFTER.test(after);
  }
};

/** What may stand in front of a bare 第三条 that means our own. */
const LEADS_IN = /^(?:[，。；：、（(\s照据反按合行有用守除由与和或及对在将从至到属于])?$/;

const GOES_ON = /^(?:规定|所[称列]|的规|第|[、和至或及])/;

/** Another document in the same sentence may own the article. */
const NAMES_OTHER =
  /》|[^本办方无合非依违执司立守用书]法|条例|办法|规则|细则|章程|公约|协定|决定|解释|合同|协议|通知|意见|标准|[该其]/;

const sentenceBefore = (words: string, at: number): string => {
  const before = words.slice(Math.max(0, at - 200), at);
  return before.slice(before.lastIndexOf("。") + 1).replaceAll(OWN_NAME, "");
};

/** 其他 is no 其: it stands for no document. */
const OWN_NAME = /本(?:法|条例|办法|细则|规定|规则|解释|决定|意见|通知|标准|章程)|其[他余]/g;

/** 本章规定, but not 本节约 or 本编制. */
const POINTS = /^(?:规定|所[称列]|的规|有关|其他|内|中|，|。|、)/;

/** 以前款项, 提前条件: the words only look like 前款 and 前条. */
const WORD_BEFORE = /[以之提目此事先从日年月天]/;
const WORD_AFTER = /^[项约文线目]/;
