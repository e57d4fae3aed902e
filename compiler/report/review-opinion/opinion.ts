import type { PolicyFile } from "../../../language/index.ts";
import type { PolicyInfo } from "../../model/policy.ts";
import type { Note } from "../../notes/index.ts";
import { placedNotes, type PlacedNote } from "./placed-notes.ts";
import { dayInWords, opinionWords, placeWords, quotedWords, stateWords } from "./words.ts";

export interface OpinionOptions {
  readonly author: string;
  /** 2025-06-01. */
  readonly date: string;
  /** Notes that were already answered stand there too, with what became of them. */
  readonly includeSettled: boolean;
}

export type ReviewedPolicy = Pick<PolicyInfo, "name" | "issuer" | "documentNumber" | "stage" | "trial">;

/** A 法审意见 in words, before it is laid out. */
export interface Opinion {
  readonly title: string;
  /** 审核对象为征求意见稿，尚未施行。 */
  readonly caveat: string | null;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly OpinionSection[];
  /** What is not listed, or that there is nothing. */
  readonly remarks: readonly string[];
  readonly signature: { readonly author: string; readonly date: string };
}

export interface OpinionSection {
  readonly title: string;
  readonly heads: readonly [string, string, string, string, string];
  readonly rows: readonly OpinionRow[];
}

export interface OpinionRow {
  readonly number: number;
  /** 第十六条第一款, and the rule where the note is on one. */
  readonly place: readonly string[];
  readonly quote: readonly string[];
  readonly opinion: readonly string[];
  readonly state: readonly string[];
}

/** Notes by provision in the order of the document; what has to be cleared up apart from what is held. */
export const opinionOf = (
  file: PolicyFile,
  policy: ReviewedPolicy,
  notes: readonly Note[],
  { author, date, includeSettled }: OpinionOptions,
): Opinion => {
  const listed = includeSettled ? notes : notes.filter(({ state }) => state === "未处理");
  const placed = placedNotes(file, listed);
  const questions = placed.filter(({ note }) => note.kind === "疑问");
  const opinions = placed.filter(({ note }) => note.kind !== "疑问");
  const sections = [
    section("审核意见", "意见", "处理情况", opinions),
    section("待明确事项", "问题", "说明情况", questions),
  ].filter(({ rows }) => rows.length > 0);
  const day = dayInWords(date);
  return {
    title: `关于${bookTitle(policy.name)}的合法性审核意见`,
    caveat: policy.trial ? `审核对象为${policy.stage ?? "征求意见稿"}，尚未施行。` : null,
    facts: [
      ["文件名称", bookTitle(policy.name)],
      ...(policy.issuer === null ? [] : [["制定机关", policy.issuer] as const]),
      ...(policy.documentNumber === null ? [] : [["文号", policy.documentNumber] as const]),
      ...(policy.stage === null ? [] : [["文件阶段", policy.stage] as const]),
      ["审核人", author.trim() === "" ? "（待填写）" : author.trim()],
      ["审核日期", day],
      ["意见数量", countWords(listed)],
    ],
    sections,
    remarks: remarksOn(notes.length - listed.length, placed),
    signature: { author: author.trim(), date: day },
  };
};

/** Within the marks of a title those of another become single. */
const bookTitle = (name: string): string =>
  `《${name
    .replace(/^《(.*)》$/u, "$1")
    .replaceAll("《", "〈")
    .replaceAll("》", "〉")}》`;

const section = (
  title: string,
  what: string,
  state: string,
  notes: readonly PlacedNote[],
): OpinionSection => ({
  title,
  heads: ["序号", "条款", "原文", what, state],
  rows: notes.map((placed, at) => ({
    number: at + 1,
    place: placeWords(placed),
    quote: quotedWords(placed),
    opinion: opinionWords(placed),
    state: stateWords(placed),
  })),
});

/** 共5条：批注2条，修改建议1条，疑问2条。 */
const countWords = (notes: readonly Note[]): string => {
  const parts = (["批注", "修改建议", "疑问"] as const)
    .map((kind) => [kind, notes.filter((note) => note.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind}${count}条`);
  return parts.length === 0 ? "没有意见" : `共${notes.length}条：${parts.join("，")}`;
};

const remarksOn = (settled: number, placed: readonly PlacedNote[]): readonly string[] => {
  const lost = placed.filter(({ found }) => found.kind === "lost").length;
  return [
    ...(placed.length === 0 ? ["没有需要列出的意见。"] : []),
    ...(settled === 0 ? [] : [`另有${settled}条意见已经处理，未列入。`]),
    ...(lost === 0 ? [] : [`其中${lost}条意见所引的原文已经改动，所列为提出意见时的原文。`]),
  ];
};
