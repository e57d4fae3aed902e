import * as z from "zod/mini";

// A page forbids to make functions from text, which the schemas would otherwise try.
z.config({ jitless: true });

const text = z._default(z.string(), "");
const nullableText = z._default(z.nullable(z.string()), null);

const anchor = z.looseObject({
  provision: nullableText,
  label: text,
  quote: text,
  before: text,
  after: text,
  block: nullableText,
});

const reply = z.looseObject({ text: z.string(), author: text, writtenAt: text });

/** One note as it may stand in the file; what else is written there is kept. */
export const noteSchema = z.looseObject({
  id: text,
  kind: z._default(z.enum(["批注", "疑问", "修改建议"]), "批注"),
  anchor,
  text: z.string(),
  author: text,
  writtenAt: text,
  state: z._default(z.enum(["未处理", "已采纳", "未采纳", "已说明"]), "未处理"),
  replies: z._default(z.array(reply), []),
});

/** What a part of a note is called, and what is expected there. */
export const PARTS = {
  id: ["编号", "文字"],
  kind: ["种类", "批注、疑问或者修改建议"],
  anchor: ["位置", "写明条文和原文的一组内容"],
  text: ["内容", "文字"],
  author: ["作者", "文字"],
  writtenAt: ["时间", "文字"],
  state: ["处理情况", "未处理、已采纳、未采纳或者已说明"],
  replies: ["回复", "列表，每一条都有文字内容"],
} as const satisfies Record<keyof z.output<typeof noteSchema>, readonly [string, string]>;
