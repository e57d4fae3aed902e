import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { isQuoted } from "./quoted-words.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "unnamed-rules": {
    severity: "info",
    message: "“{found}”没有写明是哪一份文件、哪一条规定。能写明的，请写出文件名称或者文号。",
    why: "“相关文件精神”“有关政策规定”无从查找，执行的人各找各的文件，结果就不一样。",
    bad: "第一条 根据省市相关文件精神，制定本办法。\n",
    good: "第一条 根据《某省医疗保障条例》，制定本办法。\n",
  },
} as const;

const report = reporter(catalogue);

/** 省市相关文件精神, 有关政策规定, 省市规定的基本条件: rules that nobody can look up. 国家有关规定 is usual. */
export const unnamedRules: TextLint = {
  catalogue,
  check: (text) => text.paragraphs.flatMap((paragraph) => checkParagraph(text, paragraph)),
};

const VAGUE =
  /(?:国家|省级?市?|市|上级|省、市)?(?:(?:有关|相关)?文件(?:精神|要求)|(?:有关|相关)(?:政策规定|会议精神|政策精神))|(?:省市|上级)(?:(?:的)?(?:工作|有关|相关)?(?:要求|规定的(?:基本)?(?:条件|标准)))/g;

const checkParagraph = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!/文件|政策|精神|省市|上级|省、市/.test(words)) return [];
  const found: Diagnostic[] = [];
  VAGUE.lastIndex = 0;
  for (let match = VAGUE.exec(words); match !== null; match = VAGUE.exec(words)) {
    if (found.length === MOST_FINDINGS) break;
    if (isQuoted(words, match.index) || words[match.index - 1] === "》") continue;
    const place = placeIn(paragraph, match.index, match.index + match[0].length);
    const provision = provisionAt(text.document, place.start);
    found.push(
      report(
        "unnamed-rules",
        text.document.source.name,
        place,
        { found: match[0] },
        provision === null ? {} : { provision: provision.path },
      ),
    );
  }
  return found;
};
