import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { isQuoted } from "./quoted-words.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "modal-mix": {
    severity: "warning",
    message: "“{found}”对同一件事既说“{first}”又说“{second}”：{meaning}请明确是哪一种。",
    why: "“应当”是义务，“可以”是可由当事人选择，“不得”是禁止。对同一件事混用，就不知道不做算不算违反规定。",
    bad: "第一条 申请人应当可以在三十日内提出复核。\n",
    good: "第一条 申请人可以在三十日内提出复核。\n",
  },
  "modal-double": {
    severity: "warning",
    message: "“{found}”意思重复：“{first}”和“{second}”只用一个即可，法规用语一般用“应当”。",
    why: "两个表示义务的词连用，读的人会以为有两种程度不同的义务。",
    bad: "第一条 定点医药机构应当必须遵守服务协议。\n",
    good: "第一条 定点医药机构应当遵守服务协议。\n",
  },
  "duty-in-principle": {
    severity: "info",
    message: "“{found}”：“原则上”和“{second}”并用，没有写明哪些情形可以例外。请写明例外，或者删去“原则上”。",
    why: "“原则上”表示可以有例外，“应当”“不得”表示没有例外；不写明例外，就不知道谁可以不照办。",
    bad: "第一条 原则上每个县应当至少有一家定点药店。\n",
    good: "第一条 每个县应当至少有一家定点药店，人口不足一万人的县除外。\n",
  },
} as const;

const report = reporter(catalogue);

/** 应当可以, 应当并可以, 可以应当, 应当必须, and 应当公开，可以不公开 of one act. */
export const modalMix: TextLint = {
  catalogue,
  check: (text) =>
    text.paragraphs.flatMap((paragraph) => [
      ...checkParagraph(text, paragraph),
      ...checkPrinciple(text, paragraph),
    ]),
};

/** 应当并可以, 应当和可以, 应当、可以: the two are joined and stand before one act. */
const JOINT = "也|亦|都|均|又|并且|而且|并|且|和|与|或者|或|、";

/** 应当或者可以从轻处罚的情节: what the law orders and what it allows are two kinds of one thing. */
const namesKinds = (found: string, behind: string): boolean =>
  /[和与或、]/.test(found) && /^[^，。；：]{0,20}的?(?:情节|情形|事项|种类)/.test(behind);

/** How far behind it the noun may stand. */
const FAR = 24;

/** 反应可以控制: there 应 belongs to the word before it. */
const BARE = "(?<![适相对反响供回效照呼感顺接策因])应";

const ADJACENT = new RegExp(
  [
    `(应当|应该|必须)(?:${JOINT})?(可以|不得|应当|应该|必须)`,
    `(${BARE})(?:${JOINT})?(可以|必须|不得)`,
    `(可以)(?:${JOINT})?(应当(?!事)|应该|必须|不得)`,
    "(不得|严禁|禁止)(?:也|亦|又|并且|而且|并|且)?(可以|应当(?!事))",
  ].join("|"),
  "g",
);

/** 应当V…，可以不V with nothing in between that makes it an exception, and 应当V，可以V. */
const OPPOSITE =
  /(应当|必须)([\u4e00-\u9fff]{2})[^。；，\n]{0,30}，(?:也|并|亦)?(可以不)\2|(应当|必须|不得)([\u4e00-\u9fff]{2,8})，(?:也|并|亦)?(可以)\5(?=[，。；])/g;

const checkParagraph = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words } = paragraph;
  const found: Diagnostic[] = [];
  for (const pattern of [ADJACENT, OPPOSITE]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      if (found.length === MOST_FINDINGS) break;
      const [first = "", second = ""] = match.slice(1).filter((part) => MODALS.has(part));
      if (first === second || isQuoted(words, match.index)) continue;
      if (
        namesKinds(match[0], words.slice(match.index + match[0].length, match.index + match[0].length + FAR))
      )
        continue;
      const place = placeIn(paragraph, match.index, match.index + match[0].length);
      const provision = provisionAt(text.document, place.start);
      const extras = provision === null ? {} : { provision: provision.path };
      const file = text.document.source.name;
      const values = { found: match[0], first, second };
      if (DUTIES.has(first) && DUTIES.has(second))
        found.push(report("modal-double", file, place, values, extras));
      else
        found.push(
          report("modal-mix", file, place, { ...values, meaning: meaningOf(first, second) }, extras),
        );
    }
  }
  return found;
};

const IN_PRINCIPLE = /原则上[^，。；：]{0,24}?(应当|应(?![急对用届收税缴])|必须|不得)[^，。；：]{0,8}/g;

/** Where the sentence goes on to say the exception, nothing is open. */
const checkPrinciple = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!words.includes("原则上")) return [];
  const found: Diagnostic[] = [];
  IN_PRINCIPLE.lastIndex = 0;
  for (let match = IN_PRINCIPLE.exec(words); match !== null; match = IN_PRINCIPLE.exec(words)) {
    if (found.length === MOST_FINDINGS) break;
    const end = match.index + match[0].length;
    if (/^[^。；]{0,60}(?:除外|例外|但|确需|特殊情况)/.test(words.slice(end, end + 80))) continue;
    const place = placeIn(paragraph, match.index, end);
    const provision = provisionAt(text.document, place.start);
    const values = { found: match[0], second: match[1]! };
    const extras = provision === null ? {} : { provision: provision.path };
    found.push(report("duty-in-principle", text.document.source.name, place, values, extras));
  }
  return found;
};

const DUTIES: ReadonlySet<string> = new Set(["应", "应当", "应该", "必须"]);
const BANS: ReadonlySet<string> = new Set(["不得", "严禁", "禁止"]);

const MODALS: ReadonlySet<string> = new Set([...DUTIES, ...BANS, "可以", "可以不"]);

const meaningOf = (first: string, second: string): string => {
  const isBan = BANS.has(first) || BANS.has(second);
  if (isBan)
    return DUTIES.has(first) || DUTIES.has(second) ? "是义务还是禁止，不清楚。" : "是许可还是禁止，不清楚。";
  return "是义务还是可由当事人选择，不清楚。";
};
