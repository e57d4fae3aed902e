import { expect, test } from "vitest";
import { keyOfFolder, type FolderTable } from "../../../editor/storage/open-store.ts";

/** A folder of a machine: two handles of the same place are the same folder. */
const folderAt = (place: string, name: string): FileSystemDirectoryHandle =>
  ({
    name,
    place,
    isSameEntry: async (other: { readonly place?: string }) => other.place === place,
  }) as unknown as FileSystemDirectoryHandle;

const table = (): FolderTable => {
  const folders = new Map<string, FileSystemDirectoryHandle>();
  return {
    all: async () => [...folders],
    put: async (folder, key) => folders.set(key, folder),
  };
};

test("a folder keeps its key, and another one of the same name has another", async () => {
  const folders = table();
  const first = await keyOfFolder(folderAt("/甲/政策", "政策"), folders);
  const other = await keyOfFolder(folderAt("/乙/政策", "政策"), folders);
  expect(first).toBe("政策");
  expect(other).not.toBe(first);
  expect(await keyOfFolder(folderAt("/甲/政策", "政策"), folders)).toBe(first);
  expect(await keyOfFolder(folderAt("/乙/政策", "政策"), folders)).toBe(other);
});

test("where the browser keeps nothing the name has to do", async () => {
  expect(await keyOfFolder(folderAt("/甲/政策", "政策"), null)).toBe("政策");
});
