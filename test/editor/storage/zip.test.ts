import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { checkEntries, unzip, zipOf } from "../../../editor/storage/zip.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("what is packed is unpacked again, with Chinese names, empty and large files", async () => {
  const files = [
    { path: "阳江/2025.tiaowen", bytes: strToU8("【政策】示例\n") },
    { path: "空.txt", bytes: new Uint8Array(0) },
    { path: "表.csv", bytes: strToU8("编号,名称\n1,甲\n".repeat(60_000)) },
    { path: "表.xlsx", bytes: Uint8Array.from([1, 2, 3]) },
  ];
  const archive = await zipOf(files);
  expect(archive.byteLength).toBeLessThan(100_000);
  const unpacked = await unzip(archive);
  expect(unpacked.map(({ path }) => path).sort()).toEqual(files.map(({ path }) => path).sort());
  for (const { path, bytes } of files)
    expect(Buffer.compare(unpacked.find((file) => file.path === path)!.bytes, bytes), path).toBe(0);
});

test.each([
  "../a.txt",
  "a/../../b.txt",
  "/etc/a.txt",
  "C:/a.txt",
  "a\\b.txt",
  "a//b.txt",
  "a\u0000.txt",
  "a\u202Etxt.txt",
])("an archive with %j is refused as a whole", async (name) => {
  const archive = zipSync({ "good.txt": strToU8("好"), [name]: strToU8("坏") });
  await expect(unzip(archive)).rejects.toThrow("没有导入任何文件");
});

test("takes what a workspace holds and leaves the rest of the archive", async () => {
  const archive = zipSync({
    "a.txt": strToU8("甲"),
    "folder/": new Uint8Array(0),
    ".git/config.txt": strToU8("x"),
    "__MACOSX/._a.txt": strToU8("x"),
    "node_modules/p/readme.md": strToU8("x"),
    "program.exe": strToU8("MZ"),
  });
  expect((await unzip(archive)).map(({ path, bytes }) => [path, textOf(bytes)])).toEqual([["a.txt", "甲"]]);
});

test("names from systems that write GB 18030 are read", async () => {
  // “阳江.txt” as these systems write it: bytes of GB 18030 and no mark that they are UTF-8.
  const archive = zipSync({ "ABCD.txt": strToU8("甲") });
  const name = [0xd1, 0xf4, 0xbd, 0xad];
  const text = strToU8("ABCD");
  for (let at = 0; at < archive.length - 4; at += 1)
    if (text.every((byte, offset) => archive[at + offset] === byte)) archive.set(name, at);
  expect((await unzip(archive)).map(({ path }) => path)).toEqual(["阳江.txt"]);
});

test("too many files and too much content are refused before anything is unpacked", async () => {
  const many = Array.from({ length: 2001 }, (_, at) => ({ name: `${at}.txt`, originalSize: 1 }));
  expect(() => checkEntries(many)).toThrow("超过2000个");
  expect(checkEntries(many.slice(1))).toHaveLength(2000);
  const large = Array.from({ length: 11 }, (_, at) => ({
    name: `${at}.csv`,
    originalSize: 19 * 1024 * 1024,
  }));
  expect(() => checkEntries(large)).toThrow("超过200 MB");
  const bomb = claiming(zipSync({ "a.csv": new Uint8Array(10) }), 2 ** 31);
  await expect(unzip(bomb)).rejects.toThrow("“a.csv”超过20 MB");
});

test("an archive that lies about the size of its content gives no more than it said", async () => {
  const archive = claiming(zipSync({ "a.csv": new Uint8Array(5 * 1024 * 1024) }), 10);
  const sizes = await unzip(archive).then(
    (files) => files.map(({ bytes }) => bytes.byteLength),
    () => [],
  );
  expect(sizes.every((size) => size <= 10)).toBe(true);
});

test("an archive that names one file again and again is refused before it is unpacked", async () => {
  const archive = zipSync({ "a.txt": strToU8("甲"), "b.txt": strToU8("乙") });
  for (let at = 0; at < archive.length - 5; at += 1)
    if (textOf(archive.subarray(at, at + 5)) === "b.txt") archive.set(strToU8("a.txt"), at);
  await expect(unzip(archive)).rejects.toThrow("重名");
});

test("what is no archive is said", async () => {
  await expect(unzip(strToU8("不是压缩文件"))).rejects.toThrow("压缩文件不能读取");
});

/** The archive with another size of its content told in its tables. */
const claiming = (archive: Uint8Array<ArrayBuffer>, size: number): Uint8Array => {
  const view = new DataView(archive.buffer);
  for (let at = 0; at < archive.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return archive;
};
