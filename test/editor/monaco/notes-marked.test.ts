import { expect, test } from "vitest";
import { marksOfNotes } from "../../../editor/monaco/notes-marked.ts";
import type { FoundAnchor, Note } from "../../../editor/worker/worker-api.ts";

const note = (change: Partial<Note>, quote = "应当说明理由"): Note => ({
  id: "1",
  kind: "疑问",
  anchor: { provision: "16", label: "第十六条", quote, before: "", after: "", block: null },
  text: "由谁认定？",
  author: "",
  writtenAt: "",
  state: "未处理",
  replies: [],
  ...change,
});

const marks = (each: Note, place: FoundAnchor) => marksOfNotes([each], new Map([[each.id, place]]));
const found: FoundAnchor = { kind: "found", start: 10, end: 40, label: "第十六条" };

test("the quoted words are marked in every place in which they may be meant", () => {
  expect(marks(note({}), found)).toEqual([
    { note: "1", span: { start: 10, end: 40 }, hover: "**疑问**　由谁认定？", isSettled: false },
  ]);
  const places = [found, { ...found, start: 50, end: 80 }];
  expect(marks(note({}), { kind: "several", places }).map(({ span }) => span.start)).toEqual([10, 50]);
});

test("a provision as a whole is marked at its beginning, the whole text and lost words not at all", () => {
  expect(marks(note({}, ""), found)[0]?.span).toEqual({ start: 10, end: 14 });
  const whole = { provision: null, label: "全文", quote: "", before: "", after: "", block: null };
  expect(marks(note({ anchor: whole }), found)).toEqual([]);
  expect(marks(note({}), { kind: "lost", provision: null })).toEqual([]);
});

test("a card shows the first words as they were written, with no markup", () => {
  const [hostile] = marks(note({ text: "<img src=x> [甲](javascript:1)\n第二行" }), found);
  expect(hostile?.hover).toBe(String.raw`**疑问**　\<img src=x\> \[甲\]\(javascript\:1\)`);
  const [long] = marks(note({ text: "𠀀".repeat(200) }), found);
  expect(long?.hover).toBe(`**疑问**　${"𠀀".repeat(60)}……`);
  expect(marks(note({ state: "已采纳" }), found)[0]?.isSettled).toBe(true);
});
