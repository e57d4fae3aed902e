import { expect, test } from "vitest";
import { storedFiles, tableStore } from "../../../editor/storage/browser-store.ts";
import { memoryTable, type FileTable } from "../../../editor/storage/file-table.ts";
import { parseSamples } from "../../../editor/storage/samples.ts";
import { GONE, type Store } from "../../../editor/storage/store.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (store: Store, path: string): Promise<string> =>
  new TextDecoder().decode((await store.read(path)).bytes);

const SAMPLES = JSON.stringify({
  files: [
    { path: "阳江/2025.tiaowen", text: "【政策】\n" },
    { path: "阳江/表.xlsx", base64: btoa("PK") },
    { path: "../外面.txt", text: "外面" },
    { path: "a/.hidden.txt", text: "隐藏" },
    { path: "a.html", text: "<script>" },
  ],
});

test("begins with the samples, once; paths that lead elsewhere are left out", async () => {
  const table = memoryTable();
  await table.seed(storedFiles(parseSamples(SAMPLES)));
  const store = tableStore(table, "browser", null);
  expect((await store.list()).map(({ path, size }) => [path, size])).toEqual([
    ["阳江/2025.tiaowen", 13],
    ["阳江/表.xlsx", 2],
  ]);
  expect(await textOf(store, "阳江/表.xlsx")).toBe("PK");
  const { version } = await store.read("阳江/2025.tiaowen");
  await store.write("阳江/2025.tiaowen", bytesOf("改"), version);
  await table.seed(storedFiles(parseSamples(SAMPLES)));
  expect(await textOf(store, "阳江/2025.tiaowen")).toBe("改");
});

test.each(["", "null", "[]", '{"files":[{"path":1}]}', "<html>"])("samples that read %j are none", (text) => {
  expect(parseSamples(text)).toEqual([]);
});

test("a version that another window has replaced is not overwritten", async () => {
  const table = memoryTable();
  const [mine, other] = [tableStore(table, "browser", null), tableStore(table, "browser", null)];
  const first = await mine.write("a.txt", bytesOf("一"), null);
  const version = first.kind === "written" ? first.version : "";
  expect(await other.changed(new Map([["a.txt", version]]))).toEqual([]);
  const second = await other.write("a.txt", bytesOf("二"), version);
  expect(second.kind).toBe("written");
  const answer = await mine.write("a.txt", bytesOf("三"), version);
  expect(answer).toEqual({
    kind: "changed",
    version: second.kind === "written" ? second.version : null,
    bytes: bytesOf("二"),
  });
  expect(await mine.changed(new Map([["a.txt", version]]))).toEqual(["a.txt"]);
  expect(await mine.write("none.txt", bytesOf("三"), version)).toEqual({
    kind: "changed",
    version: GONE,
    bytes: null,
  });
  expect(await textOf(mine, "a.txt")).toBe("二");
});

test("names that are none and what is too large are said", async () => {
  const store = tableStore(memoryTable(), "browser", null);
  for (const path of ["../a.txt", "a.exe", ".a.txt", "a/node_modules/b.txt"])
    expect(await store.write(path, bytesOf("甲"), null), path).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("不能作为文件名") as unknown,
    });
  const large = await store.write("a.csv", new Uint8Array(20 * 1024 * 1024 + 1), null);
  expect(large).toEqual({ kind: "failed", message: "“a.csv”超过20 MB，没有保存。" });
  await expect(store.read("none.txt")).rejects.toThrow("没有“none.txt”这个文件");
});

test("a full browser is said with what to do", async () => {
  const full: FileTable = {
    ...memoryTable(),
    write: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
  };
  expect(await tableStore(full, "browser", null).write("a.txt", bytesOf("甲"), null)).toEqual({
    kind: "failed",
    message: expect.stringMatching(/没有保存：浏览器给本网页的空间已满。请先把文件下载到本机/) as unknown,
  });
});
