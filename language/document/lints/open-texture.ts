import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { isHarmless } from "./open-texture-measure.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "open-texture": {
    severity: "info",
    message: "“{found}”{problem}。{advice}",
    why: "同样的情况，不同的人掌握的尺度不同，处理结果就不同，当事人也无法预见。",
    bad: "第一条 对业务量极少的定点机构，纳入自然退出范畴。\n",
    good: "第一条 对年业务量不足100笔的定点机构，纳入自然退出范畴。\n",
  },
} as const;

const report = reporter(catalogue);

/** 极少, 一定比例, 相对不足: words without a measure where something depends on them. */
export const openTexture: TextLint = {
  catalogue,
  check: (text) => {
    const told = new Map<string, Set<string>>();
    const found: Diagnostic[] = [];
    for (const passage of passagesWith(text, WORDS)) {
      if (found.length >= MOST_FINDINGS) break;
      for (const diagnostic of checkPassage(text, passage)) {
        // The same words twice in one provision make one point, and a few points are enough.
        const known = told.get(diagnostic.provision ?? "") ?? new Set();
        told.set(diagnostic.provision ?? "", known);
        if (known.has(diagnostic.message) || known.size >= MOST_OF_PROVISION) continue;
        known.add(diagnostic.message);
        found.push(diagnostic);
      }
    }
    return found;
  },
};

const MOST_OF_PROVISION = 4;

/** Words of quantity and degree. */
const DEGREES = [
  "业务量极少|极少",
  "(?<!划定的?|确定的?)一定(?:比例|数量|期限|规模|额度|幅度|年限|时间|范围)",
  "相对(?:不足|饱和|集中|较[多少高低大小]|偏[多少高低])",
  "(?:明显|显著)(?:偏[高低多少离]|不足|过[高低多少]|超[过出]|高于|低于|不合理|增[加长])(?!必要限度)|明显轻微",
  "合理的?(?:期限|时间|距离|幅度|收费|利润|回报|数量|规模|比例|范围|限度|水平)",
  "适当的?(?:期限|比例|数量|范围)",
  "(?<!决定)适[当度](?:放宽|降低|提高|延长|缩短|减[少轻免]|增加|补[助偿贴]|收取|奖励|倾斜|[上下]调|从轻|引入|调整|区分)",
  "(?<!等)(?:数量|规模|比例|频次|次数|业务量|距离|间隔)(?:较|过|偏)[多少高低大小远近]",
  "大型连锁",
  "排名靠[后前]",
  "(?:连续)?多次(?=违)|性质恶劣",
  "酌情|视情(?:况|节)?",
];

/** Conditions, orders and periods that are open by themselves, whatever the sentence does. */
const OPEN_BY_THEMSELVES = [
  "(?:达不到|未达到|达到|符合|满足)[^，。；、\\n]{0,20}(?:相关|有关)要求",
  "等(?:情形|情况)之一",
  "(?:相关|有关)情况未得到(?:改善|缓解|消除)",
  "能够?满足[^，。；\\n]{0,16}需[求要](?=时|的)",
  "(?:将|对)符合条件的",
  "(?<!被责令)限期整改",
  "定期(?=对[^，。；\\n]{2,24}(?:评估|评价|调整|复查|复核|考核))",
  "从严(?:控制|掌握|把握|审[核批])",
  "(?:边远)?偏远(?:地区|山区|农村|乡村|乡镇)",
  "(?<![中远最]|中远)近期内?(?=完成|启动|开展|组织|安排|实现|投入|整改|建成|推进|达到|出台|落实|予以|将|内)",
  "情节(?:特别)?严重(?=(?:的|时)，[^。；\\n]{0,30}(?:取消|终止|解除|不再|暂停|列入|纳入|退出|收回|追回|扣[减除发]|降[级低]|停止))",
];

const WORDS = new RegExp(`(${OPEN_BY_THEMSELVES.join("|")})|${DEGREES.join("|")}`, "g");

interface Missing {
  readonly problem: string;
  readonly advice: string;
}

/** What is missing, by the kind of word. */
const missingAt = (words: string): Missing =>
  MISSING.find(([pattern]) => pattern.test(words))?.[1] ?? {
    problem: "关系到怎样处理，附近却没有尺度（数量、标准，或者由谁确定）",
    advice: "请写明尺度，或者写明由哪个机关另行确定；有意留给裁量的，请写明由谁裁量、考虑哪些情况。",
  };

const MISSING: readonly (readonly [RegExp, Missing])[] = [
  [
    /^(?:边远)?偏远/,
    {
      problem: "包括哪些地方，全文没有写明",
      advice: "请列出名单或者写明标准，或者写明由哪个机关确定。",
    },
  ],
  [/^近期/, { problem: "到什么时候为止，没有写明", advice: "请写明日期，或者写明多少日、多少个月以内。" }],
  [
    /^情节/,
    {
      problem: "怎样才算，全文没有写明",
      advice: "请列出属于情节严重的情形，或者写明由哪个机关认定、考虑哪些情况。",
    },
  ],
  [
    /^等/,
    {
      problem: "之前所列没有穷尽，“之一”还包括哪些，没有写明",
      advice: "请列全，或者写明其余的由哪个机关认定。",
    },
  ],
  [
    /要求$/,
    {
      problem: "没有写明是哪一份文件、哪一项要求",
      advice: "请写出文件名称和条款，或者写明由哪个机关确定。",
    },
  ],
  [
    /条件的$/,
    {
      problem: "没有写明是哪些条件，或者由哪份文件规定",
      advice: "请写出条件，或者写明按照哪一条、哪份文件的规定。",
    },
  ],
  [
    /^限期/,
    {
      problem: "没有写明期限多长",
      advice: "请写明多少日以内，或者写明期限由哪个机关确定、最长不超过多少日。",
    },
  ],
  [/^定期/, { problem: "没有写明多长时间一次", advice: "请写明多长时间一次，或者写明由哪个机关确定。" }],
  [
    /改善$|缓解$|消除$|需[求要]$/,
    {
      problem: "怎样才算、由谁认定，没有写明",
      advice: "请写明认定的标准，或者写明由哪个机关认定。",
    },
  ],
];

const checkPassage = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  let tried = 0;
  for (const match of passage.text.matchAll(WORDS)) {
    tried += 1;
    if (tried > MOST_TRIED) break;
    const place = { passage, from: match.index, to: match.index + match[0].length };
    if (isHarmless(text, place, match[1] !== undefined)) continue;
    const values = { found: match[0], ...missingAt(match[0]) };
    found.push(reportIn(report, text, place, "open-texture", values));
  }
  return found;
};

/** A paragraph with more of these words than that is no text. */
const MOST_TRIED = 50;
