import type { Fix } from "../diagnostic.ts";
import { KEYWORDS } from "../keywords.ts";
import { endOf, type Token } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";

/** Words that were meant as a fixed opening and are none: 按照下列规定从前到后认定, 有如下情形之一. */
export interface NearOpening {
  readonly span: Span;
  readonly words: string;
  /** The accepted sentence, and what is to be said about the difference. */
  readonly expected: string;
  readonly fixes: readonly Fix[];
}

/** What an undeclared run of words was probably meant for, by the block that it stands in. */
export const nearOpening = (tokens: readonly Token[], index: number, keyword: string): NearOpening | null => {
  // 有 of 有如下情形之一, 之一 behind it and 依据 of 依据下述标准认定 are words of their own.
  let [first, last] = [index, index];
  while (BEGINNINGS.has(adjoining(tokens, first, -1)?.image ?? "")) first -= 1;
  if (adjoining(tokens, last, 1)?.image === "之一") last += 1;
  const words = tokens
    .slice(first, last + 1)
    .map(({ image }) => image)
    .join("");
  const span = { start: tokens[first]!.startOffset, end: endOf(tokens[last]!) };
  const meant =
    keyword === "认定" && CLASSIFYING.test(words)
      ? classifying(words)
      : keyword === "例外" && EXEMPTING.test(words)
        ? EXEMPTION
        : LISTING.test(words)
          ? listing(words)
          : null;
  if (meant === null) return null;
  const { opening, expected } = meant;
  const fixes =
    opening === null ? [] : [{ title: `改为“${opening}”`, safe: false, edits: [{ span, newText: opening }] }];
  return { span, words, expected, fixes };
};

/** The word that stands next to another without a gap. */
const adjoining = (tokens: readonly Token[], index: number, step: 1 | -1): Token | undefined => {
  const [here, other] = [tokens[index]!, tokens[index + step]];
  const touches =
    step === 1
      ? other?.startOffset === endOf(here)
      : other !== undefined && endOf(other) === here.startOffset;
  return touches ? other : undefined;
};

const BEGINNINGS: ReadonlySet<string> = new Set([
  "同时",
  "有",
  "具有",
  "具备",
  "存在",
  "符合",
  "属于",
  "依据",
  "根据",
  "按照",
  "按",
]);

interface Meant {
  /** What can stand in its place as it is. */
  readonly opening: string | null;
  readonly expected: string;
}

const FOLLOWING = "(?:下列|以下|下述|如下|下面|后列)";

const CLASSIFYING = new RegExp(
  `^(?:按照?|依照?|依据|根据|参照)?${FOLLOWING}.*(?:认定|确定|划分|划定|分类|评定|分级|定级|归类|判定|分档)$`,
  "u",
);
const IN_ORDER = /从前到后|从前往后|由前到后|先后|依次|顺序|次序|逐项|逐条/u;

const CLASSIFY = "按照下列规定认定";

const classifying = (words: string): Meant => ({
  opening: CLASSIFY,
  expected: IN_ORDER.test(words)
    ? `认定的句式是“对象的名称，${CLASSIFY}：”，各项不分先后，符合几项而结果不同的，认定为冲突。前面的项优先的，请在后面的项中写明不符合前面各项`
    : `认定的句式是“对象的名称，${CLASSIFY}：”`,
});

const EXEMPTING = /^(?:不适用|不执行|不按照?|免于|免予|免受|可以?不受|豁免)/u;
const EXEMPTION: Meant = {
  opening: null,
  expected: "例外的句式是“……的对象，不受规则名称或者条文编号限制”，如“抢险作业的施工申请，不受第一条限制”",
};

const LISTING = new RegExp(
  `^(?<verb>.{0,4}?)${FOLLOWING}(?:各|几|任意|任何)?[种项个类]?(?<noun>情形|条件|情况|要求|标准|行为|问题|事项)(?<rest>.*)$`,
  "u",
);

const listing = (words: string): Meant => {
  const { verb = "", noun = "", rest = "" } = LISTING.exec(words)?.groups ?? {};
  const isAny = /之一|任一|一项|任意|任何/u.test(words);
  const isAll = /同时|全部|均|都|各项/u.test(words);
  const opening = `${verb}下列${noun}${isAny ? "之一" : ""}`;
  const isWhole = /^(?:之一|中?的?(?:任何|任意)?(?:之?一项?|任一))?$/u.test(rest);
  return {
    opening: isWhole && opening !== words && opening in KEYWORDS ? opening : null,
    expected: isAny
      ? "列举的句式是“有下列情形之一的”或者“符合下列条件之一的”"
      : isAll
        ? "列举的句式是“同时符合下列条件的”"
        : "列举的句式是“有下列情形之一的”（有一项即可）或者“同时符合下列条件的”（各项都要有）",
  };
};
