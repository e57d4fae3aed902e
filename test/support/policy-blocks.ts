/** A formal block as it stands in the text of a policy: header line and body, without 【完】. */
export interface PolicyBlock {
  readonly keyword: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same characters with what stands in 「」 covered, so that patterns do not look into quotations. */
  readonly covered: string;
}

export const blocksOf = (text: string): readonly PolicyBlock[] => {
  const headers = [...text.matchAll(/^【([^】\n]+)】(.*)$/gmu)];
  return headers.flatMap((header, index): readonly PolicyBlock[] => {
    const keyword = header[1]!;
    if (keyword === "完" || keyword === "原文") return [];
    const start = header.index;
    const end = headers[index + 1]?.index ?? text.length;
    const body = text.slice(start, end);
    return [{ keyword, name: header[2]!.trim(), start, end, text: body, covered: covered(body) }];
  });
};

const covered = (body: string): string => body.replace(/「[^」]*」/gu, (quoted) => "□".repeat(quoted.length));

/** The text with another stretch in the place of one. */
export const spliced = (text: string, start: number, end: number, put: string): string =>
  text.slice(0, start) + put + text.slice(end);

/** Without cases and laws of its own: they speak of results that a change of the rules is meant to change. */
export const withoutCases = (text: string): string => withoutBlocks(text, ["用例", "性质", "断言"]);

const withoutBlocks = (text: string, keywords: readonly string[]): string =>
  withoutIdleEnds(
    blocksOf(text)
      .filter(({ keyword }) => keywords.includes(keyword))
      .toReversed()
      .reduce((left, { start, end }) => spliced(left, start, end, ""), text),
  );

/** The text without one block; where it stood alone, also without the 【完】 behind it. */
export const withoutBlock = (text: string, { start, end }: PolicyBlock): string =>
  withoutIdleEnds(spliced(text, start, end, ""));

/** A 【完】 ends the blocks before it; behind another one it ends nothing. */
const withoutIdleEnds = (text: string): string => {
  let open = false;
  return text.replace(/^【([^】\n]+)】.*\n?/gmu, (line, keyword: string) => {
    const ends = keyword === "完";
    const idle = ends && !open;
    open = !ends;
    return idle ? "" : line;
  });
};

/** A fact that no rule asks yet, declared for every object. */
export const SPARE_FIELD = "已备案";

export const withSpareField = (text: string): string =>
  text.replace(/^(【对象】.*)$/gmu, `$1\n${SPARE_FIELD}：是否；`);

/** What a block says item by item: （一）…；（二）…。 */
export interface ItemList {
  readonly head: string;
  /** Without marker and without the mark at the end; lines of sub-items belong to their item. */
  readonly items: readonly string[];
  readonly tail: string;
}

export const itemsOf = (block: string): ItemList | null => {
  const found = /^([\s\S]*?：\n)((?:（[一二三四五六七八九十]+）.*(?:\n\d+\..*)*\n?)+)([\s\S]*)$/u.exec(block);
  if (found === null) return null;
  const items = found[2]!
    .split(/\n?（[一二三四五六七八九十]+）/u)
    .slice(1)
    .map((item) => item.trim().replace(/[；。]$/u, ""));
  return { head: found[1]!, items, tail: found[3]! };
};

export const writeItems = ({ head, items, tail }: ItemList): string =>
  `${head}${items.map((item, index) => `（${MARKERS[index]}）${item}`).join("；\n")}。\n${tail}`;

const MARKERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"] as const;
