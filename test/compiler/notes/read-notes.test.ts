import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readNotes,
  sidecarName,
  writeNotes,
  type Note,
  type NoteFile,
} from "../../../compiler/notes/index.ts";

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: "疑问",
  anchor: { provision: "2", label: "第二条", quote: "书面告知", before: "内", after: "机构", block: null },
  text: "期限从何时起算？",
  author: "法规科",
  writtenAt: "2025-06-01T09:00:00+08:00",
  state: "未处理",
  replies: [{ text: "自受理之日起。", author: "医药科", writtenAt: "2025-06-02T09:00:00+08:00" }],
  ...more,
});

const file = (...notes: readonly Note[]): NoteFile => ({ version: 1, policy: "办法.tiaowen", notes });

const json = (value: unknown): string => JSON.stringify(value);

describe("the sidecar file", () => {
  test("what is written is read again, and the text is the same each time", () => {
    const written = writeNotes(file(note("1"), note("2", { kind: "批注", replies: [] })));
    const read = readNotes(written);
    expect(read).toEqual({ file: file(note("1"), note("2", { kind: "批注", replies: [] })), problems: [] });
    expect(writeNotes(read.file)).toBe(written);
    expect(written.endsWith("}\n")).toBe(true);
  });

  test("the order in which a program puts the parts does not change the text", () => {
    const { id, kind, ...others } = note("1");
    expect(writeNotes(file({ ...others, kind, id }))).toBe(writeNotes(file(note("1"))));
  });

  test("an empty file has no notes", () => {
    expect(readNotes(" \n")).toEqual({ file: { version: 1, policy: "", notes: [] }, problems: [] });
  });

  test("what other programs wrote there is kept", () => {
    const extended = {
      ...file(),
      来源: "会签系统",
      notes: [{ ...note("1"), 颜色: "黄", anchor: { ...note("1").anchor, 页码: 3 } }],
    };
    const again = JSON.parse(writeNotes(readNotes(json(extended)).file)) as unknown;
    expect(again).toEqual(extended);
  });

  test("left out parts have a plain value; only the words and the place are needed", () => {
    const { file: read, problems } = readNotes(json({ notes: [{ text: "请核对", anchor: {} }] }));
    expect(problems).toEqual([]);
    expect(read.notes[0]).toMatchObject({
      id: "第1条",
      kind: "批注",
      state: "未处理",
      author: "",
      replies: [],
    });
  });

  test("two notes with one number become two", () => {
    const { file: read } = readNotes(json(file(note("1"), note("1"), note("1"))));
    expect(new Set(read.notes.map(({ id }) => id)).size).toBe(3);
  });
});

describe("a broken sidecar file", () => {
  test.each([
    [{ ...note("2"), state: "已关闭" }, "“处理情况”现为“已关闭”，应为未处理、已采纳、未采纳或者已说明"],
    [{ ...note("2"), kind: 3 }, "“种类”现为“3”，应为批注、疑问或者修改建议"],
    [{ ...note("2"), text: undefined }, "“内容”没有写明，应为文字"],
    [{ ...note("2"), anchor: "第二条" }, "“位置”现为“第二条”，应为写明条文和原文的一组内容"],
    [{ ...note("2"), replies: [{}] }, "“回复”现为列表，应为列表，每一条都有文字内容"],
    ["只有文字", "第2条不是批注"],
  ])("a bad entry is told and kept, the good ones are used: %j", (bad, words) => {
    const read = readNotes(json({ ...file(), notes: [note("1"), bad, note("3")] }));
    expect(read.file.notes.map(({ id }) => id)).toEqual(["1", "3"]);
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toContain(words);
    const saved = writeNotes({ ...read.file, notes: [...read.file.notes, note("4")] });
    expect(JSON.stringify(JSON.parse(saved))).toContain(json(JSON.parse(json(bad))));
    expect(readNotes(saved).problems).toHaveLength(1);
  });

  test.each(["{", "[]", "12", "null", '"文字"', "不是 JSON"])("no notes file at all: %s", (text) => {
    const read = readNotes(text);
    expect(read.file.notes).toEqual([]);
    expect(read.problems).toHaveLength(1);
    expect(JSON.stringify(JSON.parse(writeNotes(read.file)))).toContain(json(text));
  });

  test("a list that is none, and another version", () => {
    expect(readNotes(json({ version: 1, notes: {} })).problems[0]).toContain("应为列表");
    expect(readNotes(json({ version: 2, notes: [note("1")] }))).toMatchObject({
      file: { notes: [{ id: "1" }] },
      problems: [expect.stringContaining("其他版本")],
    });
  });

  test("nothing throws, and what is read can be written and read again", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((text) => `{"notes":[${text}]}`),
        ),
        (text) => {
          const { file: read } = readNotes(text);
          const again = readNotes(writeNotes(read)).file;
          expect(again.notes).toEqual(read.notes);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("the file beside a policy", () => {
  expect(["a/b.c/办法.tiaowen", "办法.txt", "a.b/办法"].map(sidecarName)).toEqual([
    "a/b.c/办法.批注.json",
    "办法.批注.json",
    "a.b/办法.批注.json",
  ]);
});
