import {
  parseNumeral,
  type Diagnostic,
  type MetadataBlock,
  type MetadataEntry,
  type PolicyFile,
} from "../../language/index.ts";
import type { PolicyInfo } from "../model/policy.ts";
import type { Day } from "../model/value.ts";
import { lastDayOfPeriod, readDay } from "./calendar.ts";
import { reportResolve } from "./diagnostics.ts";
import { didYouMean } from "./suggest.ts";

/** What may stand in 【政策】 and 【词汇】. */
export const METADATA_KEYS = [
  "名称",
  "地区",
  "制定机关",
  "文号",
  "阶段",
  "印发日期",
  "施行",
  "有效期",
  "上位文件",
  "原文",
  "校验",
  "引用",
  "自称",
  "用途",
] as const;

type MetadataKey = (typeof METADATA_KEYS)[number];

/** Reads 【政策】: who issued what, and from which day to which day it is in force. */
export const readPolicyInfo = (
  file: PolicyFile,
): { readonly info: PolicyInfo; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const block = file.blocks.find((candidate): candidate is MetadataBlock => candidate.kind === "metadata");
  const entries = new Map<MetadataKey, MetadataEntry>();
  for (const entry of block?.entries ?? []) {
    if (!isMetadataKey(entry.key)) {
      diagnostics.push(
        reportResolve("unknown-metadata-key", file.source.name, entry.keySpan, {
          key: entry.key,
          hint: keyHint(entry.key),
        }),
      );
    } else if (entries.has(entry.key)) {
      diagnostics.push(
        reportResolve("duplicate-metadata-key", file.source.name, entry.keySpan, { key: entry.key }),
      );
    } else entries.set(entry.key, entry);
  }
  const text = (key: MetadataKey): string | null => {
    const value = entries.get(key)?.value.trim() ?? "";
    return UNSTATED.has(value) ? null : value;
  };
  const list = (key: MetadataKey): readonly string[] =>
    (text(key) ?? "")
      .split(/[、；;]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const unreadable = (key: MetadataKey, expected: string): null => {
    const entry = entries.get(key)!;
    diagnostics.push(
      reportResolve("unreadable-metadata", file.source.name, entry.valueSpan, {
        key,
        value: entry.value.trim(),
        expected,
      }),
    );
    return null;
  };
  const day = (key: MetadataKey): Day | null => {
    const value = text(key);
    return value === null ? null : (readDay(value) ?? unreadable(key, "2025年1月24日这样的日期"));
  };

  const stage = text("阶段");
  const issuedOn = day("印发日期");
  const effectiveFrom = readStart(text("施行"), issuedOn, () =>
    unreadable("施行", "“自印发之日”或者“自2025年1月24日”"),
  );
  const lastDay = readEnd(text("有效期"), effectiveFrom, () =>
    unreadable("有效期", "“2年”“6个月”或者“至2027年1月23日”"),
  );
  const info: PolicyInfo = {
    name: text("名称") ?? block?.name?.text ?? file.document.title ?? file.source.name,
    region: text("地区"),
    issuer: text("制定机关"),
    documentNumber: text("文号"),
    stage,
    trial: stage !== null && stage.includes("征求意见稿"),
    issuedOn,
    effectiveFrom,
    lastDay,
    parents: list("上位文件"),
    sourceFile: text("原文"),
    sourceHash: text("校验"),
    vocabularies: list("引用"),
    selfName: text("自称"),
    provisions: file.document.byPath,
    file: file.source.name,
    text: file.source.text,
  };
  return { info, diagnostics };
};

/** Vocabularies that 引用 names and that were not given: their words would all be unknown. */
export const missingVocabularies = (
  file: PolicyFile,
  vocabularies: readonly PolicyFile[],
): readonly Diagnostic[] => {
  const given = new Set(vocabularies.flatMap(vocabularyNames));
  return [file, ...vocabularies].flatMap((each) =>
    metadataOf(each).flatMap((entry) =>
      entry.key !== "引用"
        ? []
        : namesIn(entry.value)
            .filter((name) => !given.has(name))
            .map((name) => reportResolve("vocabulary-missing", each.source.name, entry.valueSpan, { name })),
    ),
  );
};

const vocabularyNames = (file: PolicyFile): readonly string[] => [
  ...file.blocks.flatMap((block) =>
    block.kind === "metadata" && block.name !== null ? [block.name.text] : [],
  ),
  ...metadataOf(file).flatMap((entry) => (entry.key === "名称" ? [entry.value.trim()] : [])),
];

const metadataOf = (file: PolicyFile): readonly MetadataEntry[] =>
  file.blocks.flatMap((block) => (block.kind === "metadata" ? block.entries : []));

const namesIn = (value: string): readonly string[] =>
  UNSTATED.has(value.trim())
    ? []
    : value
        .split(/[、；;，,]/)
        .map((name) => name.trim().replace(/^[《「]|[》」]$/g, ""))
        .filter((name) => name !== "");

/** How a person writes that the document does not say. */
const UNSTATED = new Set([
  "",
  "未定",
  "未明确",
  "未知",
  "无",
  "未规定",
  "暂无",
  "长期",
  "长期有效",
  "未载明",
]);

/** What other documents call the same. */
const MEANT_KEYS: Readonly<Record<string, MetadataKey>> = {
  生效: "施行",
  生效日期: "施行",
  施行日期: "施行",
  实施: "施行",
  实施日期: "施行",
  执行: "施行",
  执行日期: "施行",
  发布日期: "印发日期",
  发文日期: "印发日期",
  成文日期: "印发日期",
  日期: "印发日期",
  废止: "有效期",
  废止日期: "有效期",
  失效: "有效期",
  失效日期: "有效期",
  有效期限: "有效期",
  标题: "名称",
  发文机关: "制定机关",
  印发机关: "制定机关",
  发文字号: "文号",
  依据: "上位文件",
  词汇: "引用",
};

const keyHint = (key: string): string => {
  const meant = MEANT_KEYS[key];
  const hint = meant === undefined ? didYouMean(key, METADATA_KEYS) : `是否指“${meant}”？`;
  return `${hint}可以写的有${METADATA_KEYS.join("、")}。`;
};

const isMetadataKey = (key: string): key is MetadataKey => (METADATA_KEYS as readonly string[]).includes(key);

const readStart = (value: string | null, issuedOn: Day | null, fail: () => null): Day | null => {
  if (value === null) return null;
  const plain = value.replace(/^自/, "");
  if (/^(印发|发布|公布|公告)之?日/.test(plain)) return issuedOn;
  return readDay(plain) ?? fail();
};

const readEnd = (value: string | null, from: Day | null, fail: () => null): Day | null => {
  if (value === null) return null;
  const until = /^(?:有效期)?至(.+)$/.exec(value);
  if (until !== null) return readDay(until[1]!) ?? fail();
  const period = /^([0-9０-９零一二三四五六七八九十两]+)(年|个月)$/.exec(value);
  const amount = period === null ? null : parseNumeral(period[1]!);
  if (period === null || amount === null) return fail();
  return from === null ? null : lastDayOfPeriod(from, amount * (period[2] === "年" ? 12 : 1));
};
