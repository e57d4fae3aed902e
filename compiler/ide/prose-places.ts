import { DECLARED_STATUSES } from "../../language/index.ts";
import { METADATA_KEYS } from "../resolve/metadata.ts";
import { keyword, ofSnippet, pattern, plain, type Candidate } from "./candidate.ts";
import type { PolicyView } from "./model.ts";
import type { Place } from "./place.ts";
import { SNIPPETS } from "./snippets.ts";

/** What may stand in the blocks that are not sentences: 政策, 说明, 对象, 措施, 理解. */
export const proseCandidates = (view: PolicyView, place: Place): readonly Candidate[] => {
  const { block } = place;
  if (block === null) return [];
  const { text } = view.file.source;
  const before = text.slice(Math.max(block.bodySpan.start, place.offset - 400), place.offset);
  // The part of the entry before the cursor, behind the last ； or line break.
  const entry = before.slice(
    Math.max(before.lastIndexOf("；"), before.lastIndexOf("\n"), before.lastIndexOf("。")) + 1,
  );
  switch (block.keyword) {
    case "政策":
    case "词汇":
      return metadata(view, entry, text.slice(block.bodySpan.start, block.bodySpan.end));
    case "说明": {
      const body = text.slice(place.inHeader ? block.nameSpan.start : block.bodySpan.start, place.offset);
      const isStart = !/[，。]/.test(text.slice(block.nameSpan.start, place.offset)) && body.length < 12;
      return isStart
        ? DECLARED_STATUSES.map((status) => ({
            ...keyword(status, 0, "状态"),
            documentation: () => SNIPPETS.find(({ title }) => title === status)?.description ?? null,
          }))
        : [
            {
              ...keyword("依据", 1, "照抄本条的原文"),
              insertText: /[，,]\s*$/.test(entry) ? "依据「$0」" : "，依据「$0」",
              snippet: true,
            },
          ];
    }
    case "对象":
      return fieldCandidates(view, entry, text.slice(block.bodySpan.start, block.bodySpan.end));
    case "理解":
      return [
        ...SNIPPETS.filter(({ within }) => within?.includes("理解")).map((snippet) => ofSnippet(snippet, 0)),
        ...READING_WORDS,
      ];
    default:
      return [];
  }
};

const READING_WORDS: readonly Candidate[] = [
  pattern("采读法一", "采读法一，状态为${1|暂拟,已确认|}。$0", 1, "采用哪一种读法"),
  keyword("状态为暂拟", 2),
  keyword("状态为已确认", 2),
  pattern("由……确认", "由${1:机关}确认", 2, "由谁确认"),
];

/** Values that 【政策】 often has. */
const METADATA_VALUES: Readonly<Record<string, readonly string[]>> = {
  阶段: ["征求意见稿", "试行", "正式"],
  施行: ["自印发之日起"],
  有效期: ["2年", "3年", "5年"],
  自称: ["本办法", "本细则", "本指引", "本意见", "本规定", "本方案"],
};

/** Whether an entry of a block begins with the key: 名称：…. */
const isWritten = (key: string, body: string): boolean =>
  new RegExp(`(?:^|[；\\n])\\s*${key}[：:]`).test(body);

const metadata = (view: PolicyView, entry: string, body: string): readonly Candidate[] => {
  const colon = entry.search(/[：:]/);
  if (colon < 0) {
    return METADATA_KEYS.map((key) => ({
      ...pattern(key, `${key}：$0；`, isWritten(key, body) ? 4 : 0, "文件信息"),
      kind: "keyword" as const,
    }));
  }
  const key = entry.slice(0, colon).trim();
  const names =
    key === "引用"
      ? view.vocabularies.flatMap(
          ({ blocks, document }) =>
            blocks.find(({ kind }) => kind === "metadata")?.name?.text ?? document.title ?? [],
        )
      : [];
  return [...names, ...(METADATA_VALUES[key] ?? [])].map((value) => plain(value, "value", 0, key));
};

const TYPES: readonly Candidate[] = [
  ...["文本", "整数", "数值", "百分比", "金额", "日期", "坐标", "是否"].map((word) =>
    keyword(word, 0, "字段类型"),
  ),
  pattern("整数（家）", "整数（${1:家}）；$0", 0, "带单位的整数"),
  pattern("数值（分，两位小数）", "数值（${1:分}，${2:两}位小数）；$0", 0, "带单位的数"),
  pattern("由高到低为", "由高到低为${1:甲级}、${2:乙级}，次序外为${3:未评级}；$0", 1, "有高低的取值"),
  pattern("是否（由……裁量）", "是否（由${1:未明确}裁量）；$0", 0, "由有权机关判断"),
];

const fieldCandidates = (view: PolicyView, entry: string, body: string): readonly Candidate[] => {
  if (/[：:]/.test(entry) && !/[（(]/.test(entry))
    return [
      ...TYPES,
      ...[...view.model.declarations.objects.keys()].map((name) => plain(name, "object", 1, "引用其编号")),
    ];
  if (/[（(]/.test(entry))
    return [
      pattern("由……裁量", "由${1:未明确}裁量", 1, "需要判断的字段"),
      pattern("否为", "否为${1:相反情形}", 1, "相反情形的名称"),
      pattern("出处", "出处「${1:文件和条款}」", 1, "写在哪里"),
      pattern("说明", "说明：${1:含义}", 1, "含义"),
    ];
  return [
    ...(isWritten("名称", body) ? [] : [pattern("名称：文本", "名称：文本；$0", 2, "字段")]),
    pattern("（字段）：是否", "${1:字段名称}：是否；$0", 3, "字段"),
  ];
};
