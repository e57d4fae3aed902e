import { chanceName } from "./chance-name.ts";
import { databaseTable, openDatabase } from "./database.ts";
import { memoryTable, type FileTable, type StoredFile } from "./file-table.ts";
import { readSamples } from "./samples.ts";
import { GONE, StoreFailure, type Store } from "./store.ts";
import { FILE_LIMIT, isWorkspacePath } from "./workspace-path.ts";

/** The workspace that the browser itself keeps. `samples` is where the files to begin with lie. */
export const openBrowserStore = async (samples: URL): Promise<Store> => {
  const lasts = await openDatabase().then(
    () => true,
    () => false,
  );
  const table = lasts ? databaseTable() : memoryTable();
  if (await table.isEmpty()) await table.seed(storedFiles(await readSamples(samples)));
  return lasts
    ? tableStore(table, "browser", null)
    : tableStore(table, "memory", "浏览器不允许本网页保存数据，关闭网页后文件不再保留。请随时下载到本机。");
};

/** A store over a table of files. */
export const tableStore = (table: FileTable, key: string, notice: string | null): Store => ({
  kind: "browser",
  name: "浏览器中的政策",
  key,
  notice,
  list: () => table.list(),
  read: async (path) => {
    const file = await table.read(path).catch(() => {
      throw new StoreFailure(`“${path}”不能读取：浏览器没有给出保存的内容。请刷新网页后再试。`);
    });
    if (file === null) throw new StoreFailure(`没有“${path}”这个文件，可能已在另一个窗口中删除。`);
    return { bytes: file.bytes, version: file.version };
  },
  write: async (path, bytes, version) => {
    if (!isWorkspacePath(path)) return { kind: "failed", message: badName(path) };
    if (bytes.byteLength > FILE_LIMIT) return { kind: "failed", message: `“${path}”超过20 MB，没有保存。` };
    const file = storedFile(path, bytes);
    try {
      const answer = await table.write(file, version === GONE ? null : version);
      if (answer === "written") return { kind: "written", version: file.version };
      return {
        kind: "changed",
        version: answer.found?.version ?? GONE,
        bytes: answer.found?.bytes ?? null,
      };
    } catch (error) {
      return { kind: "failed", message: `“${path}”没有保存：${reason(error)}` };
    }
  },
  changed: async (known) => {
    const now = new Map((await table.list()).map((file) => [file.path, file.version]));
    return [...known].filter(([path, version]) => now.get(path) !== version).map(([path]) => path);
  },
});

export const storedFiles = (
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): readonly StoredFile[] => files.map(({ path, bytes }) => storedFile(path, bytes));

const storedFile = (path: string, bytes: Uint8Array): StoredFile => ({
  path,
  bytes,
  size: bytes.byteLength,
  version: chanceName(),
});

const badName = (path: string): string =>
  `“${path}”不能作为文件名。文件名不能含有 / \\ : * ? " < > | 等符号，扩展名应为 .tiaowen、.txt、.csv、.json、.jsonl、.xlsx、.md、.docx 之一。`;

const reason = (error: unknown): string =>
  error instanceof DOMException && error.name === "QuotaExceededError"
    ? "浏览器给本网页的空间已满。请先把文件下载到本机，再清理浏览器中不用的网站数据。"
    : "浏览器没有接受。请把文件下载到本机，以免丢失。";
