import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { COMMANDS, pressedCommand } from "../../../editor/commands/commands.ts";
import { isPressed, type PressedKey } from "../../../editor/commands/keys.ts";
import {
  asksForProvision,
  chineseNumber,
  findCommands,
  findProvisions,
} from "../../../editor/commands/search.ts";
import type { OutlineNode } from "../../../editor/worker/worker-api.ts";

const press = (key: string, code: string, modifiers: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

const node = (
  id: string,
  label: string,
  words: string,
  children: readonly OutlineNode[] = [],
): OutlineNode => ({
  id,
  kind: "provision",
  label,
  words,
  state: null,
  keyword: null,
  worst: null,
  span: { start: 0, end: 1 },
  children,
});

const latinOf = (title: string): string => title.replaceAll(/[^a-z]/giu, "").toLowerCase();

describe("the table of commands", () => {
  test("has no id and no shortcut twice", () => {
    const ids = COMMANDS.map(({ id }) => id);
    const keys = COMMANDS.flatMap((command) => command.keys ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([]);
    expect(ids.length).toBeGreaterThan(20);
  });

  test("writes the initials of every title as they are read", () => {
    const wrong = COMMANDS.flatMap(({ title, initials }) => {
      const read = pinyin(title.replaceAll(/[^\u4e00-\u9fff]/gu, ""), {
        pattern: "first",
        toneType: "none",
        type: "array",
      }).join("");
      // What is no Han character stands as it is written.
      const han = initials.replaceAll(latinOf(title), "");
      return read === han ? [] : [`${title}：${initials}，读作${read}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("shortcuts", () => {
  test("go by the key on the board, whatever the input method makes of it", () => {
    expect(isPressed("Ctrl+S", press("Process", "KeyS", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Ctrl+S", press("s", "KeyS", { metaKey: true }))).toBe(true);
    expect(isPressed("Ctrl+S", press("S", "KeyS", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed("F1", press("F1", "F1"))).toBe(true);
    expect(isPressed("Alt+1", press("1", "Digit1", { altKey: true }))).toBe(true);
  });

  test("find their command", () => {
    expect(pressedCommand(press("k", "KeyK", { ctrlKey: true }))?.id).toBe("palette");
    expect(pressedCommand(press("s", "KeyS", { ctrlKey: true }))?.id).toBe("save");
    expect(pressedCommand(press("s", "KeyS"))).toBeNull();
  });
});

describe("searching commands", () => {
  const found = (words: string, recent: readonly string[] = []): readonly string[] =>
    findCommands(COMMANDS, words, recent).map(({ id }) => id);

  test("by words, by initials, by other words", () => {
    expect(found("保存")[0]).toBe("save");
    expect(found("bc")[0]).toBe("save");
    expect(found("快捷")).toEqual(["shortcuts"]);
    expect(found("夜间")).toEqual(["theme-dark"]);
    expect(found("没有这样的命令")).toEqual([]);
  });

  test("what was used last stands first among equals", () => {
    expect(found("", ["tour", "save"]).slice(0, 2)).toEqual(["tour", "save"]);
    expect(found("配色")[0]).toBe("theme-system");
    expect(found("配色", ["theme-dark"])[0]).toBe("theme-dark");
  });
});

describe("searching provisions", () => {
  const outline = [
    node("1", "第一章　总则", "", [node("1/1", "第一条", "目的"), node("1/2", "第二条", "原则")]),
    node("2", "第二章　退出", "", [
      node("2/16", "第十六条", "自然退出", [node("2/16/2", "第二款", "不得重新申请")]),
      node("2/160", "第一百六十条", "附则"),
    ]),
  ];
  const ids = (words: string): readonly string[] =>
    findProvisions(outline, words, 10).map((each) => each.node.id);

  test("a number is that article alone", () => {
    expect(ids("16")).toEqual(["2/16"]);
    expect(ids("160")).toEqual(["2/160"]);
    expect(ids("7")).toEqual([]);
  });

  test("by label, by whole label and by words", () => {
    expect(ids("第十六条")[0]).toBe("2/16");
    expect(ids("第十六条第二款")).toEqual(["2/16/2"]);
    expect(ids("@退出")).toEqual(["2", "2/16"]);
    expect(ids("@")).toEqual(["1", "1/1", "1/2", "2", "2/16", "2/160"]);
  });

  test("what asks for a provision", () => {
    expect(["@", "16", "第十六", "十六"].map(asksForProvision)).toEqual([true, true, true, true]);
    expect(["保存", "bc", ""].map(asksForProvision)).toEqual([false, false, false]);
  });
});

test.each([
  [0, "零"],
  [1, "一"],
  [10, "十"],
  [16, "十六"],
  [20, "二十"],
  [101, "一百零一"],
  [110, "一百一十"],
  [116, "一百一十六"],
  [1260, "一千二百六十"],
  [1001, "一千零一"],
])("article %i is counted %s", (value, words) => {
  expect(chineseNumber(value)).toBe(words);
});
