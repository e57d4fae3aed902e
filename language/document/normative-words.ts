/** Words with which a text orders, forbids, allows or changes something. */
export const NORMATIVE_WORDS = [
  "应",
  "应当",
  "应该",
  "要",
  "可",
  "可以",
  "不得",
  "不再",
  "必须",
  "严禁",
  "原则上",
  "纳入",
  "鼓励",
  "支持",
  "取消",
  "终止",
] as const;

/**
 * Words that merely contain one of them. The longest word that begins at a place wins, so 适应 is
 * seen before its 应, and 可以 stays a normative word beside 可行.
 */
const INNOCENT_WORDS = [
  // 应
  "适应",
  "相应",
  "对应",
  "供应",
  "响应",
  "反应",
  "回应",
  "效应",
  "照应",
  "呼应",
  "感应",
  "顺应",
  "接应",
  "策应",
  "因应",
  "应用",
  "应急",
  "应对",
  "应收",
  "应有",
  "应届",
  "应税",
  "应纳税",
  "应邀",
  "应聘",
  "应诉",
  "应答",
  "应战",
  "应选",
  "应召",
  "应付",
  "应知",
  "应发",
  "应征",
  "应变",
  "应力",
  "应激",
  "应运",
  "应试",
  "应时",
  "应缴",
  "应尽",
  "应许",
  "应允",
  "应考",
  "应求",
  "本应",
  // 要
  "需要",
  "主要",
  "重要",
  "要求",
  "必要",
  "要素",
  "要件",
  "要点",
  "要害",
  "要紧",
  "摘要",
  "纪要",
  "概要",
  "提要",
  "简要",
  "要么",
  "只要",
  "想要",
  "首要",
  "次要",
  "要道",
  "要塞",
  "要约",
  "要领",
  "要旨",
  "要闻",
  "扼要",
  "索要",
  "紧要",
  "要是",
  "要目",
  "要员",
  "机要",
  "政要",
  "险要",
  "要务",
  "将要",
  "快要",
  "要挟",
  "要义",
  "要价",
  "要账",
  "要道路",
  "若要",
  "如要",
  "不要紧",
  "要不然",
  "要地",
  // 可
  "可持续",
  "可行",
  "可能",
  "可及",
  "可靠",
  "可见",
  "可操作",
  "可追溯",
  "认可",
  "许可",
  "可再生",
  "可视",
  "可比",
  "可供",
  "不可",
  "可控",
  "可观",
  "可信",
  "可是",
  "可疑",
  "宁可",
  "尚可",
  "可溶",
  "可燃",
  "可回收",
  "可降解",
  "可变",
  "可量化",
  "可执行",
  "可感",
  "可贵",
  "可惜",
  "可循环",
  "可利用",
  "可移动",
  "可采",
  "可耕",
  "可支配",
  "可复制",
  "可推广",
  "可替代",
  "可读",
  "可达",
  "可转债",
  "可研",
  "可替换",
  "可携带",
  "可溯源",
  "可核查",
  "可用性",
  "可用房",
  "可用资金",
  "可用状态",
  "可分割",
  "可逆",
  "可塑",
  "可恢复",
  "可转换",
  "可卡因",
  "可耻",
  "可预见",
  "可预期",
  "可识别",
  "可得利益",
  "可捕",
  "可容忍",
  // 不得, 支持, 终止, 取消, 纳入, 鼓励
  "不得不",
  "不得已",
  "支持率",
  "终止妊娠",
  "支持力度",
  "再不",
] as const;

/** The normative words of a text, each with the place where it begins. */
export const findNormativeWords = (text: string): { readonly word: string; readonly at: number }[] => {
  const found: { word: string; at: number }[] = [];
  for (let at = 0; at < text.length;) {
    const longest = LEXICON.get(text[at]!)?.find(({ word }) => text.startsWith(word, at));
    if (longest === undefined) {
      at += 1;
      continue;
    }
    if (longest.isNormative) found.push({ word: longest.word, at });
    at += longest.word.length;
  }
  return found;
};

interface Entry {
  readonly word: string;
  readonly isNormative: boolean;
}

/** By first character, longest word first. */
const LEXICON: ReadonlyMap<string, readonly Entry[]> = (() => {
  const entries: Entry[] = [
    ...NORMATIVE_WORDS.map((word) => ({ word, isNormative: true })),
    ...INNOCENT_WORDS.map((word) => ({ word, isNormative: false })),
  ];
  entries.sort((left, right) => right.word.length - left.word.length);
  const lexicon = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.word[0]!;
    const row = lexicon.get(first);
    if (row === undefined) lexicon.set(first, [entry]);
    else row.push(entry);
  }
  return lexicon;
})();
