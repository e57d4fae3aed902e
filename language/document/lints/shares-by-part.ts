import { scanQuantity } from "../../numerals.ts";
import { add, compare, multiply, rational, ZERO, type Rational } from "../../rational.ts";
import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { printShort } from "./figures.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "part-shares-mismatch": {
    severity: "warning",
    message: "各部分比例合计为{sum}%，不是100%：“{found}”。请核对各项比例；还有其他部分的，请一并写明。",
    why: "一笔费用由几方分担、一个总分由几项组成，各项比例合计不是100%，就有一部分没有人承担，或者重复计算。",
    bad: "第一条 所需经费由省级承担百分之六十，市级承担百分之三十，县级承担百分之二十。\n",
    good: "第一条 所需经费由省级承担百分之六十，市级承担百分之三十，县级承担百分之十。\n",
  },
} as const;

const report = reporter(catalogue);

/** A passage with one share, or with shares that nobody bears and nothing is made up of, is not looked at. */
const TWO_SHARES =
  /(?:承担|负担|分担|分摊|出资|筹集|安排|权重|占|比例)[^\n]{0,80}(?:百分之|[%％])|(?:百分之|[%％])[^\n]{0,80}(?:分担|承担|负担|分摊|出资)/;

/** 省级承担60%，市级承担30%…: every part is named with its own share. `sums-and-shares` reads 分别承担60%、30%. */
export const sharesByPart: TextLint = {
  catalogue,
  check: (text) => passagesWith(text, TWO_SHARES).flatMap((passage) => checkPassage(text, passage)),
};

const SHARE =
  "(?:百分之[零〇一二三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?[%％])";

/** Who bears costs; 一级医院 and 东部地区 are no parts of one whole. */
const LEVEL =
  "(?:中央|自治区|省|市|州|县|区|县区|县市区|县（市、区）|区县|乡镇|街道|村)(?:本)?级?(?:财政|人民政府|政府)?";
const BEARER = `(?:${LEVEL}|财政|政府|集体|村集体|国家|用人单位|单位|企业|个人|本人|职工|家庭|业主|(?:医保|统筹|救助)基金|大病保险|医疗救助)`;

const SHARES = new RegExp(SHARE, "g");
const BEARERS = new RegExp(BEARER, "g");

const JOIN = "(?:[，、；]|[和与及]|，其余)?";

/** Two and more of one kind of part, with their shares. */
const rowOf = (part: string): RegExp => new RegExp(`${part}(?![以之左])(?:${JOIN}${part}(?![以之左]))+`, "g");

/** 由省承担60%、市承担30% */
const BORNE = rowOf(`(?:由)?${BEARER}(?:分别|各)?(?:承担|负担|分担|出资|筹集|安排)(?:比例为)?${SHARE}`);

/** 业务量占60%，质量占30%; 业务量权重为60% */
const WEIGHED = rowOf(`[^，。；、：\\n]{1,16}?(?:权重占比|权重|占比|占)(?:为|是)?${SHARE}`);

/** 业务量60%、质量30%, behind 权重为 or 组成： */
const LISTED = new RegExp(
  `(?:权重|分值比例|占比)(?:分别)?(?:为|是)?[：:]((?:[^，。；、：0-9百\\n]{2,12}${SHARE}${JOIN}){2,})`,
  "g",
);

/** 由省、市、县按60%、30%、20%的比例分担 */
const DIVIDED = new RegExp(
  `由([^，。；由按]{2,40})(?:财政)?按照?((?:${SHARE}[、和与及：:比]?){2,})的?(?:比例)?(?:共同|分别)?(?:分担|承担|负担|分摊|出资)`,
  "g",
);

const checkPassage = (text: TextUnderReview, passage: Passage): Diagnostic[] =>
  rowsOf(passage.text).flatMap(({ at, found, shares, isWhole }) => {
    const sum = shares.reduce((whole, share) => add(whole, share), ZERO);
    const order = compare(sum, rational(1n));
    if (order === 0 || (order < 0 && !isWhole)) return [];
    const range = { passage, from: at, to: at + found.length };
    const values = { sum: printShort(multiply(sum, rational(100n))), found };
    return [reportIn(report, text, range, "part-shares-mismatch", values)];
  });

interface Row {
  readonly at: number;
  readonly found: string;
  readonly shares: readonly Rational[];
  /** The sentence says that these are all the parts, so that less than 100% is wrong too. */
  readonly isWhole: boolean;
}

const rowsOf = (words: string): Row[] => [
  ...matches(words, BORNE).flatMap((row) => {
    if (BASIS.test(sentenceAround(words, row))) return [];
    const isWhole = COSTS.test(sentenceAround(words, row)) && !goesOn(words, row);
    return hasRepeated(row.found.match(BEARERS) ?? []) ? [] : [{ ...row, isWhole }];
  }),
  ...matches(words, WEIGHED).flatMap((row) =>
    row.shares.length > 1 && ONE_WHOLE.test(sentenceAround(words, row)) && !goesOn(words, row)
      ? [{ ...row, isWhole: true }]
      : [],
  ),
  ...matches(words, LISTED).flatMap((row) => (goesOn(words, row) ? [] : [{ ...row, isWhole: true }])),
  ...matches(words, DIVIDED).flatMap((row) =>
    row.groups[1]!.split(/[、和与及]/).length === row.shares.length ? [{ ...row, isWhole: true }] : [],
  ),
];

interface Matched extends Omit<Row, "isWhole"> {
  readonly groups: readonly string[];
}

const matches = (words: string, pattern: RegExp): Matched[] =>
  [...words.matchAll(pattern)].map((match) => ({
    at: match.index,
    found: match[0],
    groups: match.map((group) => group ?? ""),
    shares: (match[0].match(SHARES) ?? []).flatMap((share) => scanQuantity(share, 0)?.value ?? []),
  }));

/** Shares of wages are no shares of one sum: 单位负担8%，个人负担2%. */
const BASIS = /基数|工资|违约金|罚款|滞纳金|责任/;

const COSTS = /(?:经费|资金|费用|支出|成本|投入|补助|保费|损失)[^，。；]{0,6}(?:由|，)/;

/** What is weighed must be one whole. */
const ONE_WHOLE = /组成|构成|合计|权重|总分|满分|综合得分|综合评分/;

/** The rest is told in other words. */
const goesOn = (words: string, { at, found }: Matched): boolean =>
  /^[，、；]?[^。]{0,20}(?:其余|剩余|余下|其他|不足部分|差额)/.test(
    words.slice(at + found.length, at + found.length + 40),
  );

const sentenceAround = (words: string, { at, found }: Matched): string => {
  const before = words.slice(Math.max(0, at - FAR), at);
  const behind = words.slice(at + found.length, at + found.length + FAR);
  return before.slice(before.lastIndexOf("。") + 1) + found + behind.split("。", 1)[0]!;
};

const FAR = 120;

const hasRepeated = (names: readonly string[]): boolean => new Set(names).size < names.length;
