import { expect, test } from "vitest";
import * as server from "../../../compiler/cli/studio/request-path.ts";
import { cleanFileName } from "../../../editor/storage/download.ts";
import { isWorkspacePath } from "../../../editor/storage/workspace-path.ts";

const PATHS = {
  "a.tiaowen": true,
  "阳江/资料 一/表.CSV": true,
  "a.b/c.docx": true,
  "notes.批注.json": true,
  "x.jsonl": true,
  "": false,
  a: false,
  "a.exe": false,
  "a.html": false,
  "../a.txt": false,
  "a/./b.txt": false,
  "a//b.txt": false,
  "/a.txt": false,
  "a\\b.txt": false,
  "C:a.txt": false,
  ".a.txt": false,
  ".git/a.txt": false,
  "Node_Modules/a.txt": false,
  "a /b.txt": false,
  "a.txt.": false,
  "nul.txt": false,
  "a\u202Etxt.txt": false,
  "a\n.txt": false,
} as const;

test.each(Object.entries(PATHS))("%j: page and program agree", (path, expected) => {
  const parts = server.pathParts(path.split("/").map(encodeURIComponent).join("/"));
  expect(isWorkspacePath(path)).toBe(expected);
  expect(parts !== null && server.isWorkspacePath(parts)).toBe(expected);
});

test.each([
  ["核对结果.csv", "核对结果.csv"],
  ["../../etc/passwd", "_.._etc_passwd"],
  ['a:b*c?"d".xlsx', "a_b_c_d_.xlsx"],
  ["表\u202Exslx.exe", "表_xslx.exe"],
  ["  .隐藏. ", "隐藏"],
  ["", "文件"],
  ["...", "文件"],
  ["CON.txt", "_CON.txt"],
  ["审".repeat(300) + ".docx", "审".repeat(80) + ".docx"],
])("%j is saved as %j", (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});
