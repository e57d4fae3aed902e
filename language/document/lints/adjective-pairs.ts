import type { TextUnderReview } from "./text-lint.ts";

/** One thing with two names, of which one is written more often. */
export interface AdjectivePair {
  readonly rare: string;
  /** Where the rarer name stands first. */
  readonly at: number;
  readonly usual: string;
  readonly first: number;
}

/** 战略性购买 and 战略购买, 普惠性幼儿园 and 普惠幼儿园: each pair once. */
export const adjectivePairs = ({ document, paragraphs }: TextUnderReview): AdjectivePair[] => {
  const source = document.source.text;
  const seen = new Set<string>();
  const found: AdjectivePair[] = [];
  for (const { pieces, text: words } of paragraphs) {
    if (!words.includes("性")) continue;
    for (const { start, end } of pieces) {
      for (const match of source.slice(start, end).matchAll(ADJECTIVE)) {
        if (seen.has(match[0]) || seen.size > MOST) continue;
        seen.add(match[0]);
        const pair = pairAt(source, start + match.index, match[0], `${match[1]}${match[2]}`);
        if (pair !== null) found.push(pair);
      }
    }
  }
  return found;
};

const ADJECTIVE = /([\u4e00-\u9fff]{2})性([\u4e00-\u9fff]{2})/g;

const MOST = 200;

const pairAt = (source: string, at: number, long: string, short: string): AdjectivePair | null => {
  const other = source.indexOf(short);
  if (other < 0 || COMMON_NOUN.test(short) || OTHERS.test(source.slice(at - 2, at))) return null;
  const [behind, behindOther] = [at + long.length, other + short.length];
  if (headAt(source, behind) !== headAt(source, behindOther)) return null;
  const rest = restOfName(source, behind, behindOther);
  const names = [
    { name: `${long}${rest}`, first: at },
    { name: `${short}${rest}`, first: other },
  ] as const;
  const [withWord, without] = [timesOf(source, names[0].name), timesOf(source, names[1].name)];
  // Written equally often, the shorter name is the one to keep.
  const isLongRare = withWord <= without;
  const [rare, usual] = isLongRare ? names : [names[1], names[0]];
  return { rare: rare.name, at: rare.first, usual: usual.name, first: usual.first };
};

/** 日常性工作 names nothing that could be taken for another thing. */
const COMMON_NOUN = /(?:工作|问题|意见)$/;

/** 其他职业性培训: what is like the thing and not the thing. */
const OTHERS = /其[他它]$/;

/** 群众性自治组织 is a name of its own beside 群众自治, and 生活性服务业 beside 生活服务. */
const headAt = (source: string, at: number): string =>
  /^(?:组织|产业|业|企业|机构|团体)/.exec(source.slice(at, at + 2))?.[0] ?? "";

/** 园 behind 普惠性幼儿 and 普惠幼儿: what belongs to the noun, where it stands behind both. */
const restOfName = (source: string, left: number, right: number): string => {
  const rest = REST.exec(source.slice(left, left + LONGEST_REST))?.[0] ?? "";
  return source.startsWith(rest, right) ? rest : "";
};

const REST =
  /^[^的地得应须可不在为是和与及或并由向对等，。；、：（）\s]{0,3}?(?:组织|机构|企业|设施|设备|[园院校所站店馆厅室房户者员区厂场库业林田品费金])/;

const LONGEST_REST = 5;

const timesOf = (source: string, name: string): number => source.split(name).length - 1;
