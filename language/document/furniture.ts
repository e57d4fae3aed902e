import type { Furniture } from "./model.ts";

export type FurnitureRole = Furniture["role"];

/** Lines of the publication that are recognised by themselves, wherever they stand. */
export const furnitureAnywhere = (line: string): FurnitureRole | null => {
  if (line.length > LONGEST) return null;
  return ANYWHERE.find(([pattern]) => pattern.test(line))?.[1] ?? null;
};

/** Lines that are furniture only in front of the rules or behind them: 索引号, 文号, 公布 and 修正. */
export const furnitureAround = (line: string): FurnitureRole | null => {
  if (line.length > LONGEST) return null;
  return AROUND.find(([pattern]) => pattern.test(line))?.[1] ?? null;
};

/** 各县（市、区）医疗保障局：the addressees of a letter. */
export const isSalutation = (line: string): boolean =>
  line.length <= 400 &&
  /[：:]$/.test(line) &&
  !/[。；]/.test(line) &&
  /^(?:各|尊敬的|有关)|(?:局|委员会|政府|单位|部门|厅|中心|办事处|管委会|公司)[：:]$/.test(line);

/** A name under a letter: short, without punctuation. Only what a date follows is one. */
export const mayBeSignature = (line: string): boolean =>
  line.length <= 60 && line.replace(/\s/g, "").length <= 30 && !/[，。；：:、！？]/.test(line);

/** 关于…的通知, …实施细则（试行）: the joined lines of a title. */
export const isTitle = (joined: string): boolean =>
  joined.length <= 160 && !/[，。；]/.test(joined) && TITLE.test(joined);

/** The kind of document that a title names (细则, 指引, 办法), or `null`. */
export const titleKind = (title: string): string | null => {
  const kind = TITLE.exec(title.replace(/\s/g, ""))?.[1];
  return kind === undefined ? null : kind === "法典" ? "法" : kind;
};

const LONGEST = 300;

const KINDS =
  "法典|法|条例|办法|细则|指引|规定|规则|规范|规程|准则|章程|标准|方案|意见|通知|通告|公告|决定|决议|命令|令|解释|批复|纲要|规划|计划|目录|制度|要求|措施|公约|协议|范本|要点|清单|说明|函";

const TITLE = new RegExp(
  `(${KINDS})(?:》|”)?(?:[（(〔][^（）()〔〕]{0,40}[）)〕]|[一二三四五六七八九十]){0,3}$`,
);

const DAY =
  "(?:[12][0-9０-９]{3}|[１２][０-９]{3}|[一二][〇○零ＯO0一二三四五六七八九]{3})\\s{0,4}年\\s{0,4}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s{0,4}月\\s{0,4}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s{0,4}日";

const ANYWHERE: readonly (readonly [RegExp, FurnitureRole])[] = [
  [new RegExp(`^[（(]?${DAY}[）)]?$`), "date"],
  [
    /^[（(]?\s*(?:联系人|联系电话|联系方式|咨询电话|监督电话|电话|传真|电子邮箱|邮政编码|通讯地址)\s*[:：]/,
    "contact",
  ],
  [/^(?:抄送|抄报|主送|分送|报送)\s*[:：]/, "copyTo"],
  [/^<!--.*-->$/, "note"],
  [/^[-—–－·\s]*[0-9０-９]{1,4}[-—–－·\s]*$/, "note"],
  [/^第\s*\d{1,4}\s*页(?:[\s，,]*共\s*\d{1,4}\s*页)?$/, "note"],
  [/^[^\p{L}\p{N}]+$/u, "note"],
  [new RegExp(`^\\S{2,30}\\s+${DAY}\\s*印发$`), "note"],
  [/^(?:Copyright|©)|版权所有|ICP备/i, "note"],
];

const AROUND: readonly (readonly [RegExp, FurnitureRole])[] = [
  [
    /^(?:索\s*引\s*号|发布机构|发文机关|成文日期|发布日期|发布时间|生成日期|名\s*称|标\s*题|文\s*号|字\s*号|发文字号|主\s*题\s*词|主题分类|信息分类名称|分\s*类|来\s*源|有\s*效\s*性|效力级别|时\s*效\s*性|关键词|公开方式)\s*[:：]/,
    "note",
  ],
  [/^\S{0,24}\s{0,2}[〔[（(]\s*\d{4}\s*[〕\]）)]\s*第?\s*\d{1,6}\s*号(?:文件|令)?$/, "note"],
  [/^第\s*[0-9０-９一二三四五六七八九十百]{1,6}\s*号$/, "note"],
  [/^\S{2,30}令$/, "note"],
  [
    new RegExp(
      `^[（(]?\\s*${DAY}\\s*\\S[^。；]*(?:通过|公布|发布|施行|修正|修订|批准|实施|废止|公告|[）)])[^。；]*$`,
    ),
    "note",
  ],
  [/^[（(].*(?:通过|公布|发布|施行|修正|修订|批准|实施).*[）)]$/, "note"],
  [/^[^，。；：]{0,24}(?:通过|公布|发布|修正|修订|批准)[）)]$/, "note"],
  [/\|/, "note"],
  [/^[a-z]+\s*:\s/i, "note"],
  [/^(?:full text|source)\b/i, "note"],
];
