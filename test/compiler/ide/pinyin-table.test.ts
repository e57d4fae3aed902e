import { pinyin } from "pinyin-pro";
import { expect, test } from "vitest";
import { syllablesOf } from "../../../compiler/ide/pinyin.ts";

/** The characters of GB 2312, in its order. */
const characters = (): readonly string[] => {
  const decoder = new TextDecoder("gb18030");
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => 0xb0 + row);
  const columns = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, column) => 0xa1 + column);
  return rows
    .flatMap((high) => columns.map((low) => decoder.decode(new Uint8Array([high, low]))))
    .filter((character) => [...character].length === 1 && /\p{Script=Han}/u.test(character));
};

test("every character is read as the dictionary reads it, the usual reading first", () => {
  const options = { toneType: "none", type: "array", v: true } as const;
  const all = characters();
  expect(all.length).toBe(6763);
  const wrong = all.filter((character) => {
    const [usual, ...others] = syllablesOf(character);
    const known = new Set(pinyin(character, { ...options, multiple: true }));
    return usual !== pinyin(character, options)[0] || new Set([usual, ...others]).size !== known.size;
  });
  expect(wrong).toEqual([]);
});

test("what is no Han character stands for itself", () => {
  expect([..."A甲1", "𠀀"].map(syllablesOf)).toEqual([["a"], ["jia"], ["1"], ["𠀀"]]);
});
