import { array, boolean, constantFrom, integer, record, type Arbitrary } from "fast-check";
import { printNumeral } from "../../../language/index.ts";

/** A small regulation as data; numbers come when it is written. */
export interface Draft {
  readonly title: string;
  readonly note: string | null;
  readonly chapters: readonly ChapterDraft[];
  readonly closing: string | null;
}

export interface ChapterDraft {
  readonly title: string;
  readonly articles: readonly ArticleDraft[];
}

export interface ArticleDraft {
  /** Stays with the article through all changes; citations name it. */
  readonly id: number;
  readonly paragraphs: readonly ParagraphDraft[];
}

export interface ParagraphDraft {
  readonly words: string;
  /** Id of the article that it cites. */
  readonly cites: number | null;
  readonly items: readonly string[];
}

const SUBJECTS = [
  "定点医疗机构",
  "医疗保障行政部门",
  "申请人",
  "县级以上人民政府",
  "用人单位",
  "经办机构",
] as const;
const MODALS = ["应当", "可以", "不得", "必须"] as const;
const ACTIONS = [
  "提交申请材料",
  "公开办理结果",
  "建立管理档案",
  "变更登记事项",
  "收取保证金",
  "组织专家评估",
] as const;
const CONDITIONS = [
  "收到通知后",
  "自受理之日起三十日内",
  "经审核同意后",
  "遇有“特殊情形”的",
  "服务人口不足五千人的",
  "在每年3月底前",
] as const;
const ITEMS = ["资质证明", "人员名册", "设备清单（含编号）", "上一年度“两定”考核结果", "承诺书"] as const;
const TITLES = ["总则", "申请与受理", "监督管理", "法律责任", "附则", "保障措施"] as const;

const sentence: Arbitrary<string> = record({
  condition: constantFrom(...CONDITIONS),
  subject: constantFrom(...SUBJECTS),
  modal: constantFrom(...MODALS),
  action: constantFrom(...ACTIONS),
  second: constantFrom(...ACTIONS),
}).map(
  ({ condition, subject, modal, action, second }) => `${subject}${condition}，${modal}${action}，并${second}`,
);

const paragraph: Arbitrary<ParagraphDraft> = record({
  words: sentence,
  cites: constantFrom(null, null, 1, 2, 3, 5),
  items: array(constantFrom(...ITEMS), { maxLength: 3 }),
});

const paragraphs = array(paragraph, { minLength: 1, maxLength: 3 });

export const draft: Arbitrary<Draft> = record({
  note: constantFrom(null, "（2020年1月1日市人民政府令第1号公布）"),
  closing: constantFrom(null, "某某市人民政府\n2020年1月1日"),
  chapters: array(
    record({ title: constantFrom(...TITLES), articles: array(paragraphs, { minLength: 1, maxLength: 4 }) }),
    { minLength: 1, maxLength: 4 },
  ),
}).map(({ note, closing, chapters }) => {
  let id = 0;
  return {
    title: "某某市定点机构管理办法",
    note,
    closing,
    chapters: chapters.map(({ title, articles }) => ({
      title,
      articles: articles.map((own) => {
        id += 1;
        return { id, paragraphs: own };
      }),
    })),
  };
});

/** One step from a version to the next. */
export type Mutation = (draft: Draft) => Draft;

export const mutation: Arbitrary<Mutation> = record({
  kind: constantFrom(
    ...([
      "word",
      "word",
      "paragraph",
      "article",
      "delete",
      "delete",
      "add",
      "add",
      "move",
      "chapter",
      "title",
      "item",
      "note",
      "drop",
      "addParagraph",
    ] as const),
  ),
  at: integer({ min: 0, max: 1000 }),
  to: integer({ min: 0, max: 1000 }),
  before: boolean(),
  own: paragraphs,
  title: constantFrom(...TITLES),
  words: constantFrom("“新增”情形", "五个工作日", "书面", "依法", "，不收取费用"),
}).map(({ kind, at, to, before, own, title, words }): Mutation => (old) => {
  const flat = old.chapters.flatMap(({ articles }) => articles);
  const target = flat[at % flat.length]!;
  const change = (made: (article: ArticleDraft) => ArticleDraft): Draft => ({
    ...old,
    chapters: old.chapters.map((chapter) => ({
      ...chapter,
      articles: chapter.articles.map((article) => (article === target ? made(article) : article)),
    })),
  });
  const firstParagraph = (made: (one: ParagraphDraft) => ParagraphDraft): Draft =>
    change((article) => ({
      ...article,
      paragraphs: article.paragraphs.map((one, index) =>
        index === to % article.paragraphs.length ? made(one) : one,
      ),
    }));
  const without = old.chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.filter((article) => article !== target),
  }));
  const insert = (chapters: readonly ChapterDraft[], article: ArticleDraft): readonly ChapterDraft[] =>
    chapters.map((chapter, index) => {
      if (index !== to % chapters.length) return chapter;
      const place = at % (chapter.articles.length + 1);
      return { ...chapter, articles: chapter.articles.toSpliced(place, 0, article) };
    });
  const full = (chapters: readonly ChapterDraft[]): Draft => {
    const kept = chapters.filter(({ articles }) => articles.length > 0);
    return kept.length === 0 ? old : { ...old, chapters: kept };
  };
  switch (kind) {
    case "word":
      return firstParagraph((one) => ({
        ...one,
        words: before ? one.words.replace("，", `${words}，`) : one.words.replace(/应当|可以|必须/, "应"),
      }));
    case "paragraph":
      return firstParagraph(() => own[0]!);
    case "addParagraph":
      return change((article) => ({ ...article, paragraphs: [...article.paragraphs, own[0]!] }));
    case "drop":
      return change((article) => ({
        ...article,
        paragraphs: article.paragraphs.length > 1 ? article.paragraphs.slice(1) : article.paragraphs,
      }));
    case "item":
      return firstParagraph((one) => ({
        ...one,
        items: before ? [words, ...one.items] : one.items.slice(1),
      }));
    case "article":
      return change((article) => ({ ...article, paragraphs: own }));
    case "delete":
      return full(without);
    case "add":
      return full(insert(old.chapters, { id: 1 + Math.max(...flat.map(({ id }) => id)), paragraphs: own }));
    case "move":
      return full(insert(without, target));
    case "chapter":
      return before
        ? full([
            ...old.chapters.slice(0, 1),
            { title, articles: [{ id: 1 + Math.max(...flat.map(({ id }) => id)), paragraphs: own }] },
            ...old.chapters.slice(1),
          ])
        : full(old.chapters.toReversed());
    case "title":
      return {
        ...old,
        chapters: old.chapters.map((chapter, index) =>
          index === to % old.chapters.length ? { ...chapter, title } : chapter,
        ),
      };
    case "note":
      return before
        ? { ...old, note: old.note === null ? "（2024年5月1日市人民政府令第9号修订）" : null }
        : { ...old, closing: old.closing === null ? "某某市人民政府\n2024年5月1日" : null };
  }
});

/** The draft as a text; a citation names the number that its article has now. */
export const written = ({ title, note, chapters, closing }: Draft, mark = ""): string => {
  const numbers = new Map<number, number>();
  for (const { articles } of chapters) for (const { id } of articles) numbers.set(id, numbers.size + 1);
  const lines = [title, ...(note === null ? [] : [note]), ""];
  for (const [index, chapter] of chapters.entries()) {
    lines.push(`${mark}第${printNumeral(index + 1)}章 ${chapter.title}`, "");
    for (const { id, paragraphs: own } of chapter.articles) {
      const texts = own.map((one) => paragraphText(one, numbers));
      lines.push(`第${printNumeral(numbers.get(id)!)}条 ${texts.join("\n")}`, "");
    }
  }
  if (closing !== null) lines.push(closing);
  return `${lines.join("\n")}\n`;
};

const paragraphText = (
  { words, cites, items }: ParagraphDraft,
  numbers: ReadonlyMap<number, number>,
): string => {
  const cited = cites === null ? undefined : numbers.get(cites);
  const own = cited === undefined ? words : `依照本办法第${printNumeral(cited)}条的规定，${words}`;
  if (items.length === 0) return `${own}。`;
  const list = items.map(
    (item, index) => `（${printNumeral(index + 1)}）${item}${index === items.length - 1 ? "。" : "；"}`,
  );
  return `${own}下列材料：\n${list.join("\n")}`;
};
