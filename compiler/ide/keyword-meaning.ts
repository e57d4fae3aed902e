import {
  BOUND_WORDS,
  KEYWORDS,
  MODAL_WORDS,
  unitOf,
  type BoundOperator,
  type BoundText,
  type KeywordGroup,
  type KeywordToken,
  type ModalText,
} from "../../language/index.ts";

/** What a keyword means, in one sentence; null where the word explains itself. */
export const keywordMeaning = (word: string): string | null => {
  if (isBound(word)) return boundMeaning(word);
  if (isModal(word)) return MODALS[MODAL_WORDS[word]];
  const known = Object.hasOwn(KEYWORDS, word) ? KEYWORDS[word]! : null;
  if (known === null) return unitOf(word) === null ? null : "单位。";
  return RESULTS[word] ?? TOKENS[known.token] ?? null;
};

/** What the group of a keyword is called. */
export const KEYWORD_GROUPS = {
  connective: "连接词",
  modal: "情态词",
  condition: "条件词",
  bound: "界限词",
  list: "列项词",
  arithmetic: "算式词",
  place: "范围词",
  statement: "陈述词",
  scenario: "用例用词",
  result: "结果词",
} as const satisfies Record<KeywordGroup, string>;

const isBound = (word: string): word is BoundText => Object.hasOwn(BOUND_WORDS, word);
const isModal = (word: string): word is ModalText => Object.hasOwn(MODAL_WORDS, word);

const OPERATORS = {
  atLeast: "大于或者等于，含本数",
  atMost: "小于或者等于，含本数",
  lessThan: "小于，不含本数",
  greaterThan: "大于，不含本数",
  equal: "等于",
  notEqual: "不等于",
  approximately: "按所写的位数四舍五入后等于",
} as const satisfies Record<BoundOperator, string>;

/** The words that 民法典 第一千二百五十九条 defines. */
const CIVIL_CODE: ReadonlySet<string> = new Set(["以上", "以下", "以内", "届满", "不满", "超过", "以外"]);

const boundMeaning = (word: BoundText): string => {
  const { operator, overridable } = BOUND_WORDS[word];
  const source = CIVIL_CODE.has(word) ? "（民法典第一千二百五十九条）" : "";
  const override = overridable ? "可以用（含本数）、（不含本数）另行写明。" : "";
  return `${OPERATORS[operator]}${source}。${override}`;
};

const MODALS = {
  must: "要求：不这样做就是不符合。",
  mustNot: "禁止：这样做就是违反。",
  may: "允许：不做也不违反。",
  encourage: "鼓励：不做也不违反。",
} as const;

const RESULTS: Readonly<Record<string, string>> = {
  成立: "条件都符合，措施适用。",
  不成立: "条件不符合，措施不适用于这条记录。",
  未知: "缺少事实，还不能得出结果。",
  需裁量: "标准、判断或者读法未定，由有权机关裁量。",
  不适用: "不属于规则的主体，或者属于例外。",
  符合: "要求已经达到。",
  不符合: "要求没有达到。",
  冲突: "两个不同的结论同时成立。",
  未认定: "没有一项成立，也没有“其他的”一项。",
};

const TOKENS: Partial<Record<KeywordToken, string>> = {
  And: "两边都要符合。",
  Or: "两边符合其一即可。",
  Of: "前面的条件或者对象说明后面的名称。",
  Negator: "否定后面的条件。",
  Have: "有这样的记录，或者这种情形属实。",
  HaveNot: "没有这样的记录，或者这种情形不属实。",
  HaveCount: "这样的记录有多少。",
  Is: "取值等于后面所写的。",
  IsNot: "取值不等于后面所写的。",
  Means: "写明名称的含义。",
  Same: "范围内的记录与所审记录的取值相同。",
  NotSame: "范围内的记录与所审记录的取值不同。",
  Member: "属于后面所写的一类。",
  NotMember: "不属于后面所写的一类。",
  LocatedAt: "名次在前面或者后面的一部分之内。",
  Since: "从某一日起算的期间。",
  SinceEnd: "期间从这一日起算，当日不计入（民法典第二百零一条）。",
  Inclusion: "写明这一处的数是否包括本数。",
  Metric: "距离的量法：步行按所提供的步行距离，直线按坐标计算。",
  CityWide: "全市范围内的记录。",
  Lead: "指前面说过的，或者逐一每个。",
  MeanLevel: "所比较的字段在全部记录中的平均值。",
  Growth: "与上一年度相比增长的比例。",
  PerTenThousand: "除以人口再乘以一万。",
  SumOf: "几个数相加。",
  InPrinciple: "有例外的余地：不照办须写明理由，不算违反。",
  Additional: "在前面的要求以外再加。",
  Whenever: "引出条件，不改变含义。",
  When: "条件到此为止。",
  Except: "先除去所写的一部分。",
  Excluded: "所写的情形不在其内。",
  Toward: "措施针对后面所写的对象。",
  BasisWord: "写明依据的是本条的哪几个字，须照抄原文。",
  GuardWord: "只在所写的读法下成立。",
  Adopt: "采用后面所写的读法。",
  Otherwise: "前面各项都不成立的记录。",
  ListHead: "下面逐项列出条件，末尾的“之一”表示符合一项即可。",
  ClassifyHead: "下面逐项列出条件和类别，各项逐一判断。",
  Direction: "排名的次序。",
  StillTied: "名次相同时怎么办。",
  Tie: "名次相同时的办法。",
  ShareRounding: "比例折算成名次时怎样取整。",
  SameOne: "在同一范围之内。",
  NotBound: "写明不受什么限制。",
  SelfReference: "指本文件或者本文件的一部分。",
  TypeIs: "参数的类型。",
  AnyOne: "对每一条记录都要成立。",
  Then: "写明应当得出的结果。",
  Let: "写明用例的日期、参数、记录或者读法。",
  Law: "对全部记录都应当成立的性质。",
  NotWider: "前一条成立的记录，后一条也一定成立。",
  KnownFailure: "已经知道不成立，写明理由后不算失败。",
  Because: "结果的原因里应当有的名称。",
  ModalIs: "规则的情态，例如情态为原则上应当；没有情态词的为陈述式。",
  Stated: "原文没有情态词，只作陈述。",
  ReferenceDate: "按这一天判断。",
  WalkingDistance: "两条记录之间步行的距离。",
  FunctionWord: "对括号里的记录计算。",
};
