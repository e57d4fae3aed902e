import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import { provisionAt } from "../provision-at.ts";
import { adjectivePairs } from "./adjective-pairs.ts";
import { otherPlace, placeOf } from "./place-of.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "names-vary": {
    severity: "info",
    message:
      "名称前后不一：这里写“{found}”，{where}写“{usual}”。所指相同的，请用一个名称；不同的，请分别说明。",
    why: "一样东西用两个名称，读的人会以为是两样东西。",
    bad: "第一条 定点零售药店应当公示价格。\n第二条 定点零售药店应当配备药师。\n第三条 定点零售药店应当接受检查。\n第四条 新增的定点药店应当培训人员。\n",
    good: "第一条 定点零售药店应当公示价格。\n第二条 定点零售药店应当配备药师。\n第三条 定点零售药店应当接受检查。\n第四条 新增的定点零售药店应当培训人员。\n",
  },
} as const;

const report = reporter(catalogue);

/** 定点药店 once among many 定点零售药店, 参保人 among 参保人员, 战略性购买 beside 战略购买. */
export const namesVary: TextLint = {
  catalogue,
  check: (text) => {
    const names = collect(text);
    return [...names]
      .flatMap(([short, { places, longer }]) => {
        const usual =
          longer.size === 0
            ? undefined
            : [...longer].reduce((most, next) => (next[1].count > most[1].count ? next : most));
        if (usual === undefined) return [];
        const total = [...longer.values()].reduce((sum, { count }) => sum + count, 0);
        if (total < FEWEST_USUAL || places.length * 3 > total) return [];
        const [name, { first }] = usual;
        return places.map((at) => reportAt(text, at, short, name, first));
      })
      .concat(
        adjectivePairs(text).map(({ rare, at, usual, first }) => reportAt(text, at, rare, usual, first)),
      );
  },
};

const FEWEST_USUAL = 3;

/** What a text regulates is named by such words; 有关部门 and 行政部门 have many longer forms by right. */
const NAME =
  /(定点|经办|承办|公租|培训|养老|托育|救助)([\u4e00-\u9fff]{2})?(机构|药店|对象|家庭|住房)|(参保|居住|就业|从业|缴费|流动|困难)人(?:(员)|(?![员数次口均士力民才群大身工格物间]))/g;

/** 安置、救助机构: the word in front shares the head of the name. */
const SHARED_HEAD = /[^构院校心所站局位业店象庭房人员]、$/;

const MAY_NAME = /定点|经办|承办|公租|培训|养老|托育|救助|(?:参保|居住|就业|从业|缴费|流动|困难)人/;

interface Name {
  readonly places: number[];
  /** The longer names that stand for the same kind of thing, with the place of the first. */
  readonly longer: Map<string, { count: number; readonly first: number }>;
}

const collect = ({ document, paragraphs }: TextUnderReview): Map<string, Name> => {
  const names = new Map<string, Name>();
  const nameOf = (short: string): Name => {
    const known = names.get(short) ?? { places: [], longer: new Map() };
    names.set(short, known);
    return known;
  };
  for (const { pieces, text } of paragraphs) {
    if (!MAY_NAME.test(text)) continue;
    for (const { start, end } of pieces) {
      const words = document.source.text.slice(start, end);
      for (const match of words.matchAll(NAME)) {
        if (SHARED_HEAD.test(words.slice(Math.max(0, match.index - 4), match.index))) continue;
        const isLong = match[2] !== undefined || match[5] !== undefined;
        const name = nameOf(match[1] === undefined ? `${match[4]}人` : `${match[1]}${match[3]}`);
        if (!isLong) {
          name.places.push(start + match.index);
          continue;
        }
        const known = name.longer.get(match[0]);
        if (known === undefined) name.longer.set(match[0], { count: 1, first: start + match.index });
        else known.count += 1;
      }
    }
  }
  return names;
};

const reportAt = (
  text: TextUnderReview,
  at: number,
  found: string,
  usual: string,
  first: number,
): Diagnostic => {
  const { document } = text;
  const provision = provisionAt(document, at);
  const values = { found, usual, where: placeOf(document, first) };
  const related = [otherPlace(document, span(first, first + usual.length), `这里写“${usual}”`)];
  const extras = provision === null ? { related } : { provision: provision.path, related };
  return report("names-vary", document.source.name, span(at, at + found.length), values, extras);
};
