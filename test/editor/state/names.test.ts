import { expect, test } from "vitest";
import { folderName, freePath, guessedTitle, kindOfFile } from "../../../editor/state/file-names.ts";
import { policyName, shortName } from "../../../editor/state/policy-name.ts";
import { decodeText, encodeText } from "../../../editor/state/text-codec.ts";
import { themeOf } from "../../../editor/state/theme.ts";
import { wordAt } from "../../../editor/state/word-at.ts";

test("the head of a file names it", () => {
  const text = "【政策】\n名称：某市药店管理办法；\n地区：某市；\n阶段：正式。\n【完】\n正文";
  expect(policyName(text)).toEqual({ name: "某市药店管理办法", region: "某市", isVocabulary: false });
  expect(shortName("moushi/2025.tiaowen", policyName(text))).toBe("某市　2025");
  const words = "【词汇】药店词汇\n名称：药店词汇；\n";
  expect(shortName("vocabulary/a.tiaowen", policyName(words))).toBe("药店词汇");
  expect(shortName("a/b.tiaowen", policyName("正文"))).toBe("a/b");
});

test("a name that is taken gets the first number that is free", () => {
  const taken = new Set(["a/2025.tiaowen", "a/2025-2.tiaowen", "甲"]);
  expect(freePath("a/2025.tiaowen", taken)).toBe("a/2025-3.tiaowen");
  expect(freePath("甲", taken)).toBe("甲-2");
  expect(freePath("b.tiaowen", taken)).toBe("b.tiaowen");
});

test("a title becomes a folder that every system takes", () => {
  expect(folderName("《某市 医保/定点》管理：办法")).toBe("某市医保定点管理：办法");
  expect(folderName("..")).toBe("");
  expect(guessedTitle("某局文件\n\n某市药店管理办法（试行）\n第一条　为……")).toBe("某市药店管理办法（试行）");
  expect(guessedTitle("\n随便一行")).toBe("随便一行");
});

test("files go where they belong", () => {
  expect(["a.tiaowen", "a.TXT", "a.csv", "a.XLSX", "a.zip", "a.docx", "a"].map(kindOfFile)).toEqual([
    "policy",
    "text",
    "table",
    "table",
    "archive",
    "word",
    "other",
  ]);
});

test("texts of every origin are read alike", () => {
  expect(decodeText(encodeText("\uFEFF甲\r\n乙\r丙\n"))).toBe("甲\n乙\n丙\n");
  expect(decodeText(Uint8Array.from([0xcc, 0xf5, 0xce, 0xc4]))).toBe("条文");
});

test("what was chosen goes before what the computer asks for", () => {
  expect(themeOf("system", { isDark: true, isContrast: false })).toBe("dark");
  expect(themeOf("system", { isDark: false, isContrast: true })).toBe("contrast-light");
  expect(themeOf("light", { isDark: true, isContrast: true })).toBe("light");
});

test("the longest word over the cursor", () => {
  const words = ["不得", "有下列情形之一的", "情形", "应当"];
  expect(wordAt("机构有下列情形之一的，应当退出", 5, words)).toBe("有下列情形之一的");
  expect(wordAt("机构有下列情形之一的，应当退出", 12, words)).toBe("应当");
  expect(wordAt("机构有下列情形之一的，应当退出", 0, words)).toBeNull();
});
