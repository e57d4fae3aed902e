import { expect, test } from "vitest";
import { folderStore } from "../../../editor/storage/folder-store.ts";
import { GONE } from "../../../editor/storage/store.ts";

interface MemoryFile {
  bytes: Uint8Array<ArrayBuffer>;
  at: number;
}

type Tree = Map<string, MemoryFile | Tree>;

let clock = 1;

const failure = (name: string): DOMException => new DOMException(name, name);

/** As much of a chosen folder as a store uses, in memory; a write shows only when it is closed. */
const folderOf = (name: string, tree: Tree): FileSystemDirectoryHandle => {
  const child = (key: string, create: boolean, make: () => MemoryFile | Tree): MemoryFile | Tree => {
    if (!tree.has(key) && !create) throw failure("NotFoundError");
    if (!tree.has(key)) tree.set(key, make());
    return tree.get(key)!;
  };
  const handle = {
    kind: "directory",
    name,
    async *entries() {
      for (const [key, value] of tree)
        yield [key, value instanceof Map ? folderOf(key, value) : fileOf(key, value)];
    },
    getDirectoryHandle: async (key: string, { create }: { create: boolean }) => {
      const found = child(key, create, () => new Map());
      if (!(found instanceof Map)) throw failure("TypeMismatchError");
      return folderOf(key, found);
    },
    getFileHandle: async (key: string, { create }: { create: boolean }) => {
      const found = child(key, create, () => ({ bytes: new Uint8Array(), at: (clock += 1) }));
      if (found instanceof Map) throw failure("TypeMismatchError");
      return fileOf(key, found);
    },
  };
  return handle as unknown as FileSystemDirectoryHandle;
};

const fileOf = (name: string, file: MemoryFile): FileSystemFileHandle => {
  const handle = {
    kind: "file",
    name,
    getFile: async () => new File([file.bytes], name, { lastModified: file.at }),
    createWritable: async () => {
      let written = file.bytes;
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          if (new TextDecoder().decode(bytes) === "满") throw failure("QuotaExceededError");
          written = bytes;
        },
        abort: async () => {},
        close: async () => {
          Object.assign(file, { bytes: written, at: (clock += 1) });
        },
      };
    },
  };
  return handle as unknown as FileSystemFileHandle;
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const fileWith = (text: string): MemoryFile => ({ bytes: bytesOf(text), at: (clock += 1) });

const folder = (): { tree: Tree; store: ReturnType<typeof folderStore> } => {
  const tree: Tree = new Map<string, MemoryFile | Tree>([
    ["阳江", new Map([["2025.tiaowen", fileWith("【政策】\n")]])],
    [".git", new Map([["a.txt", fileWith("x")]])],
    ["program.exe", fileWith("MZ")],
  ]);
  return { tree, store: folderStore(folderOf("资料", tree)) };
};

const PATH = "阳江/2025.tiaowen";

test("lists, reads and writes the files of a chosen folder", async () => {
  const { store, tree } = folder();
  expect((await store.list()).map(({ path, size }) => [path, size])).toEqual([[PATH, 13]]);
  const { version } = await store.read(PATH);
  const written = await store.write(PATH, bytesOf("改"), version);
  expect(written).toEqual({ kind: "written", version: (await store.read(PATH)).version });
  expect((await store.read(PATH)).bytes).toEqual(bytesOf("改"));
  expect(await store.write("新/b.txt", bytesOf("新"), null)).toMatchObject({ kind: "written" });
  expect([...(tree.get("新") as Tree).keys()]).toEqual(["b.txt"]);
});

test("does not overwrite what another program has written or taken away", async () => {
  const { store, tree } = folder();
  const { version } = await store.read(PATH);
  (tree.get("阳江") as Tree).set("2025.tiaowen", fileWith("别人的"));
  expect(await store.changed(new Map([[PATH, version]]))).toEqual([PATH]);
  expect(await store.write(PATH, bytesOf("我的"), version)).toEqual({
    kind: "changed",
    version: (await store.read(PATH)).version,
    bytes: bytesOf("别人的"),
  });
  (tree.get("阳江") as Tree).delete("2025.tiaowen");
  expect(await store.write(PATH, bytesOf("我的"), version)).toEqual({
    kind: "changed",
    version: GONE,
    bytes: null,
  });
  expect(await store.write(PATH, bytesOf("我的"), GONE)).toMatchObject({ kind: "written" });
});

test("a write that fails leaves the file and says why; paths that lead elsewhere are refused", async () => {
  const { store } = folder();
  const { version } = await store.read(PATH);
  expect(await store.write(PATH, bytesOf("满"), version)).toEqual({
    kind: "failed",
    message: `“${PATH}”没有保存：磁盘空间不足。`,
  });
  expect((await store.read(PATH)).bytes).toEqual(bytesOf("【政策】\n"));
  for (const path of ["../a.txt", ".git/a.txt", "program.exe"]) {
    await expect(store.read(path), path).rejects.toThrow("不是可以打开的文件");
    expect((await store.write(path, bytesOf("x"), null)).kind, path).toBe("failed");
  }
  await expect(store.read("none.txt")).rejects.toThrow("文件夹中没有“none.txt”");
});
