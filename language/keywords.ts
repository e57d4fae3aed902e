import {
  ARITHMETIC_WORDS,
  BOUND_WORDS,
  FUNCTION_WORDS,
  MODAL_WORDS,
  RESULT_WORDS,
  STATED,
} from "./operators.ts";

/** Which kinds of block a word counts in; everywhere where a row names none. */
export type LexicalContext = "rule" | "parameter" | "ranking" | "case" | "property";

/** How a word is shown by an editor and grouped in the reference. */
export type KeywordGroup =
  | "connective"
  | "modal"
  | "condition"
  | "bound"
  | "list"
  | "arithmetic"
  | "place"
  | "statement"
  | "scenario"
  | "result";

export interface Keyword {
  /** Name of the token type that the grammar sees. */
  readonly token: KeywordToken;
  readonly group: KeywordGroup;
  readonly only?: readonly LexicalContext[];
  /** Counts only right before （. */
  readonly beforeBracket?: true;
}

/** Token types that keywords belong to; several words may share one. */
export const KEYWORD_TOKENS = [
  "And",
  "Or",
  "Of",
  "Negator",
  "Have",
  "HaveNot",
  "HaveCount",
  "Is",
  "IsNot",
  "Means",
  "Same",
  "NotSame",
  "With",
  "SameOne",
  "Member",
  "NotMember",
  "LocatedAt",
  "Front",
  "Back",
  "Since",
  "SinceEnd",
  "BoundBefore",
  "BoundAfter",
  "BoundEither",
  "Inclusion",
  "At",
  "Inside",
  "Around",
  "Metric",
  "CityWide",
  "Lead",
  "FunctionWord",
  "MeanLevel",
  "Growth",
  "PerTenThousand",
  "AddSign",
  "MultiplySign",
  "SumOf",
  "InPrinciple",
  "Modal",
  "When",
  "Except",
  "Outside",
  "Excluded",
  "But",
  "Toward",
  "BasisWord",
  "GuardWord",
  "Adopt",
  "Additional",
  "Whenever",
  "Conjunction",
  "Otherwise",
  "ListHead",
  "Among",
  "OneOf",
  "ClassifyHead",
  "According",
  "Direction",
  "RankWord",
  "NextKey",
  "StillTied",
  "Tie",
  "ShareRounding",
  "NotBound",
  "Limit",
  "SelfReference",
  "TypeIs",
  "AnyOne",
  "Then",
  "Let",
  "Along",
  "Monotone",
  "Law",
  "NotWider",
  "KnownFailure",
  "ReasonWord",
  "ReasonIs",
  "Because",
  "ByException",
  "ModalIs",
  "Stated",
  "ReferenceDate",
  "To",
  "WalkingDistance",
  "Unclear",
  "Longitude",
  "Latitude",
  "Degree",
  "Yes",
  "No",
  "Result",
] as const;

export type KeywordToken = (typeof KEYWORD_TOKENS)[number];

/** Words of a list head: 有下列情形之一, 同时符合以下条件. */
const LIST_VERBS = [
  "有",
  "具有",
  "存在",
  "出现",
  "符合",
  "具备",
  "满足",
  "属于",
  "同时有",
  "同时具有",
  "同时存在",
  "同时符合",
  "同时具备",
  "同时满足",
] as const;
const LIST_NOUNS = ["情形", "条件", "情况", "要求", "标准", "行为"] as const;

const rows = <Word extends string>(words: readonly Word[], row: Keyword): Record<Word, Keyword> =>
  Object.fromEntries(words.map((word) => [word, row])) as Record<Word, Keyword>;

const listHeads = (): Record<string, Keyword> => {
  const row: Keyword = { token: "ListHead", group: "list" };
  const verbs = [...LIST_VERBS.flatMap((verb) => [`${verb}下列`, `${verb}以下`]), "下列"];
  return rows(
    verbs.flatMap((verb) => LIST_NOUNS.flatMap((noun) => [verb + noun, `${verb + noun}之一`])),
    row,
  );
};

const classifyHeads = (): Record<string, Keyword> =>
  rows(
    ["按照", "按"].flatMap((by) =>
      ["下列", "以下"].flatMap((following) =>
        ["规定", "标准", "办法"].flatMap((noun) =>
          ["认定", "确定", "划分", "分类"].map((verb) => by + following + noun + verb),
        ),
      ),
    ),
    { token: "ClassifyHead", group: "list" },
  );

const boundRows = (): Record<string, Keyword> => {
  const tokens = { before: "BoundBefore", after: "BoundAfter", either: "BoundEither" } as const;
  return Object.fromEntries(
    Object.entries(BOUND_WORDS).map(([word, { position }]) => [
      word,
      { token: tokens[position], group: "bound" },
    ]),
  );
};

const arithmeticRows = (): Record<string, Keyword> =>
  Object.fromEntries(
    Object.entries(ARITHMETIC_WORDS).map(([word, operator]) => [
      word,
      {
        token: operator === "add" || operator === "subtract" ? "AddSign" : "MultiplySign",
        group: "arithmetic",
      },
    ]),
  );

/**
 * Every keyword of the language. Lexer, highlighting, completion and the reference read this table;
 * words that carry numbers (读法一, 四舍五入到1位小数, 由…确定) are patterns of the lexer.
 */
export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  ...rows(["且", "并且"], { token: "And", group: "connective" }),
  ...rows(["或", "或者"], { token: "Or", group: "connective" }),
  ...rows(["的"], { token: "Of", group: "connective" }),
  ...rows(["和", "并", "以及"], { token: "Conjunction", group: "connective" }),
  ...rows(["与"], { token: "With", group: "connective" }),

  ...rows(["未", "尚未", "不", "非"], { token: "Negator", group: "condition" }),
  ...rows(["有", "存在", "具备", "具有", "配备", "拥有"], { token: "Have", group: "condition" }),
  ...rows(["没有", "无", "不存在", "不具备", "不具有", "未配备", "未具备"], {
    token: "HaveNot",
    group: "condition",
  }),
  ...rows(["至少有", "至多有", "恰好有"], { token: "HaveCount", group: "condition" }),
  ...rows(["为"], { token: "Is", group: "condition" }),
  ...rows(["不为"], { token: "IsNot", group: "condition" }),
  ...rows(["是指"], { token: "Means", group: "statement" }),
  ...rows(["相同"], { token: "Same", group: "condition" }),
  ...rows(["不同", "不相同"], { token: "NotSame", group: "condition" }),
  ...rows(["属于"], { token: "Member", group: "condition" }),
  ...rows(["不属于"], { token: "NotMember", group: "condition" }),
  ...rows(["位于"], { token: "LocatedAt", group: "condition" }),
  ...rows(["前"], { token: "Front", group: "condition" }),
  ...rows(["后"], { token: "Back", group: "condition" }),
  ...rows(["距", "自"], { token: "Since", group: "condition" }),
  ...rows(["起", "之日起"], { token: "SinceEnd", group: "condition" }),
  ...rows(["在"], { token: "At", group: "condition" }),
  ...rows(["之一"], { token: "OneOf", group: "list" }),
  ...boundRows(),
  ...rows(["含本数", "不含本数"], { token: "Inclusion", group: "bound" }),

  ...rows(["内", "范围内", "以内范围", "范围以内"], { token: "Inside", group: "place" }),
  ...rows(["周边"], { token: "Around", group: "place" }),
  ...rows(["步行", "直线"], { token: "Metric", group: "place" }),
  ...rows(["全市"], { token: "CityWide", group: "place" }),
  ...rows(["每个", "各", "该", "本"], { token: "Lead", group: "place" }),

  ...rows(Object.keys(FUNCTION_WORDS), { token: "FunctionWord", group: "arithmetic", beforeBracket: true }),
  ...arithmeticRows(),
  ...rows(["平均水平", "全市平均水平"], { token: "MeanLevel", group: "arithmetic" }),
  ...rows(["较上年增长", "较上一年度增长"], { token: "Growth", group: "arithmetic" }),
  ...rows(["每万人"], { token: "PerTenThousand", group: "arithmetic" }),
  ...rows(["之和"], { token: "SumOf", group: "arithmetic" }),

  ...rows(Object.keys(MODAL_WORDS), { token: "Modal", group: "modal" }),
  ...rows(["原则上"], { token: "InPrinciple", group: "modal" }),
  ...rows(["还", "另", "另行", "同时"], { token: "Additional", group: "modal", only: ["rule"] }),
  // 凡…的, 如…的, 当…时: the 的 and 时 say it already.
  ...rows(["凡", "当", "如", "若", "如果"], { token: "Whenever", group: "condition", only: ["rule"] }),
  ...rows(["时"], { token: "When", group: "condition" }),
  ...rows(["除"], { token: "Except", group: "condition" }),
  ...rows(["外", "之外"], { token: "Outside", group: "condition" }),
  ...rows(["除外"], { token: "Excluded", group: "condition" }),
  ...rows(["但", "但是"], { token: "But", group: "condition" }),
  ...rows(["对", "对于"], { token: "Toward", group: "condition" }),
  ...rows(["依据"], { token: "BasisWord", group: "statement" }),
  ...rows(["限"], { token: "GuardWord", group: "statement" }),
  ...rows(["采"], { token: "Adopt", group: "statement" }),

  ...listHeads(),
  ...classifyHeads(),
  ...rows(["中", "中的"], { token: "Among", group: "list" }),
  ...rows(["其他的", "其余的", "其他情形", "其余情形", "其他", "其余"], {
    token: "Otherwise",
    group: "list",
    only: ["rule"],
  }),

  ...rows(["按照", "按"], { token: "According", group: "statement", only: ["ranking", "parameter"] }),
  ...rows(["由高到低", "由低到高", "从高到低", "从低到高"], {
    token: "Direction",
    group: "statement",
    only: ["ranking"],
  }),
  ...rows(["排名", "排序"], { token: "RankWord", group: "statement" }),
  ...rows(["其次", "再次"], { token: "NextKey", group: "statement", only: ["ranking"] }),
  ...rows(["仍相同的", "相同的", "得分相同的", "名次相同的"], {
    token: "StillTied",
    group: "statement",
    only: ["ranking"],
  }),
  ...rows(["并列", "抽签", "抽签确定", "抽签决定"], { token: "Tie", group: "statement", only: ["ranking"] }),
  ...rows(["名次数四舍五入", "名次数舍去", "名次数进一"], {
    token: "ShareRounding",
    group: "statement",
    only: ["ranking"],
  }),
  ...rows(["同一"], { token: "SameOne", group: "statement" }),

  ...rows(["不受"], { token: "NotBound", group: "statement", only: ["rule"] }),
  ...rows(["限制", "的限制"], { token: "Limit", group: "statement", only: ["rule"] }),
  ...rows(
    [
      "本办法",
      "本细则",
      "本实施细则",
      "本指引",
      "本工作指引",
      "本意见",
      "本规定",
      "本通知",
      "本方案",
      "本条例",
      "本法",
      "本政策",
      "本文件",
      "本标准",
      "本章",
      "本节",
      "本条",
    ],
    { token: "SelfReference", group: "statement" },
  ),

  ...rows(["类型为"], { token: "TypeIs", group: "statement", only: ["parameter"] }),

  ...rows(["任一"], { token: "AnyOne", group: "scenario", only: ["property"] }),
  ...rows(["则"], { token: "Then", group: "scenario", only: ["case", "property"] }),
  ...rows(["设"], { token: "Let", group: "scenario", only: ["case"] }),
  ...rows(["随"], { token: "Along", group: "scenario", only: ["property"] }),
  ...rows(["单调递增", "单调递减"], { token: "Monotone", group: "scenario", only: ["property"] }),
  ...rows(["无冲突", "无遗漏"], { token: "Law", group: "scenario", only: ["property"] }),
  ...rows(["不宽于"], { token: "NotWider", group: "scenario", only: ["property"] }),
  ...rows(["已知不成立"], { token: "KnownFailure", group: "scenario" }),
  ...rows(["理由"], { token: "ReasonWord", group: "scenario" }),
  ...rows(["的理由为"], { token: "ReasonIs", group: "scenario", only: ["case"] }),
  ...rows(["因"], { token: "Because", group: "scenario", only: ["case"] }),
  ...rows(["由例外"], { token: "ByException", group: "scenario", only: ["case"] }),
  ...rows(["情态为"], { token: "ModalIs", group: "scenario", only: ["case"] }),
  ...rows([STATED], { token: "Stated", group: "modal", only: ["case"] }),
  ...rows(["基准日"], { token: "ReferenceDate", group: "scenario", only: ["case"] }),
  ...rows(["至"], { token: "To", group: "scenario", only: ["case"] }),
  ...rows(["步行距离"], { token: "WalkingDistance", group: "scenario", only: ["case"] }),
  ...rows(["不明", "不详"], { token: "Unclear", group: "scenario", only: ["case"] }),
  ...rows(["东经"], { token: "Longitude", group: "place", only: ["case"] }),
  ...rows(["北纬"], { token: "Latitude", group: "place", only: ["case"] }),
  ...rows(["度"], { token: "Degree", group: "place", only: ["case"] }),
  ...rows(["是"], { token: "Yes", group: "scenario", only: ["case"] }),
  ...rows(["否"], { token: "No", group: "scenario", only: ["case"] }),
  ...rows(RESULT_WORDS, { token: "Result", group: "result", only: ["case", "property"] }),
  // 仍相同的，需裁量
  需裁量: { token: "Result", group: "result", only: ["case", "property", "ranking"] },
};
