import { compile, type CompiledPolicy } from "../../../compiler/index.ts";
import { anchorAt, findAnchor, type FoundAnchor, type NoteAnchor } from "../../../compiler/notes/index.ts";
import type { PolicyFile } from "../../../language/index.ts";

/** A policy with two rules between its provisions, and words that stand in two of them. */
export const TEXT = `【政策】
名称：示例市机构管理办法；
阶段：正式；
施行：2025年1月1日。
【对象】机构
业务量：数值（笔）；
评分：数值（分）。
【措施】
暂停业务、纳入名录。
【完】
示例市机构管理办法

第一条　为了规范机构管理，制定本办法。

第二条　机构业务量低于100笔的，暂停业务。主管部门应当在十个工作日内书面告知机构。

【规则】低量暂停
机构业务量低于100笔的，暂停业务。
【完】
第三条　机构评分较低的，由主管部门约谈。主管部门应当在十个工作日内书面告知机构。机构应当配合：
（一）说明原因；
（二）提出改进办法。

【规则】名录
机构评分不低于60分的，纳入名录。
【完】
第四条　本办法由主管部门解释。
`;

export const fileOf = (text: string, name = "办法.tiaowen"): PolicyFile => compiled(text, name).file;

export const compiled = (text: string, name = "办法.tiaowen"): CompiledPolicy =>
  compile({ policy: { name, text }, vocabularies: [] });

/** Anchor of the words where they stand for the n-th time. */
export const anchorOf = (words: string, nth = 1, text = TEXT): NoteAnchor => {
  let start = -1;
  for (let times = 0; times < nth; times += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return anchorAt(fileOf(text), { start, end: start + words.length });
};

/** What is found, as words. */
export const wordsFound = (text: string, found: FoundAnchor): string | null =>
  found.kind === "found" ? text.slice(found.start, found.end) : null;

export const foundIn = (text: string, anchor: NoteAnchor): FoundAnchor => findAnchor(fileOf(text), anchor);
