import { openBrowserStore } from "./browser-store.ts";
import { chanceName } from "./chance-name.ts";
import { openDatabase, type Database } from "./database.ts";
import { folderStore } from "./folder-store.ts";
import { openServerStore } from "./server-store.ts";
import { StoreFailure, type Store } from "./store.ts";

/** Under this the folder that was opened last; no folder has such a name. */
const LAST = "/last";

/** The store that the page begins with: the folder behind the server, or what the browser keeps. */
export const openStore = (): Promise<Store> => {
  const base = new URL(document.baseURI);
  return document.querySelector('meta[name="tiaowen-server"]') === null
    ? openBrowserStore(new URL("samples.json", base))
    : openServerStore(base);
};

/** What browsers that can open folders have, and others do not; no type describes it yet. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: "readwrite";
  }): Promise<FileSystemDirectoryHandle>;
}

interface Permission {
  requestPermission(options: { readonly mode: "readwrite" }): Promise<PermissionState>;
}

const hasPicker = (window: unknown): window is FolderPicker =>
  typeof window === "object" && window !== null && "showDirectoryPicker" in window;

const asksPermission = (handle: unknown): handle is Permission =>
  typeof handle === "object" && handle !== null && "requestPermission" in handle;

export const canOpenFolder = (): boolean => hasPicker(globalThis);

/** Lets the user choose a folder; null where the choice was given up. Must come from a click or a key. */
export const openFolder = async (): Promise<Store | null> => {
  const window: unknown = globalThis;
  if (!hasPicker(window))
    throw new StoreFailure("这个浏览器不能打开文件夹。请用新版的 Chrome 或者 Edge，或者导入压缩文件。");
  const folder = await window
    .showDirectoryPicker({ id: "tiaowen", mode: "readwrite" })
    .catch((error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      throw new StoreFailure("文件夹没有打开：浏览器不允许访问它。请换一个文件夹。");
    });
  if (folder === null) return null;
  const folders = await openFolderTable();
  // Where the browser keeps nothing the folder is chosen anew the next time.
  await folders?.put(folder, LAST).catch(() => {});
  return folderStore(folder, await keyOfFolder(folder, folders));
};

/** The folders that were opened, by key. */
export interface FolderTable {
  readonly all: () => Promise<readonly (readonly [string, FileSystemDirectoryHandle])[]>;
  readonly put: (folder: FileSystemDirectoryHandle, key: string) => Promise<unknown>;
}

const openFolderTable = (): Promise<FolderTable | null> => openDatabase().then(folderTable, () => null);

const folderTable = (database: Database): FolderTable => ({
  all: async () => {
    const keys = await database.getAllKeys("folders");
    const folders = await database.getAll("folders");
    return keys.flatMap((key, at) => (folders[at] === undefined ? [] : [[key, folders[at]] as const]));
  },
  put: (folder, key) => database.put("folders", folder, key),
});

/** The same each time for the same folder, and another one for another folder of that name. */
export const keyOfFolder = async (
  folder: FileSystemDirectoryHandle,
  folders: FolderTable | null,
): Promise<string> => {
  try {
    const known = (await folders?.all()) ?? [];
    const alike = known.filter(([key, { name }]) => key !== LAST && name === folder.name);
    for (const [key, other] of alike) if (await other.isSameEntry(folder)) return key;
    const key = alike.length === 0 ? folder.name : `${folder.name} ${chanceName()}`;
    await folders?.put(folder, key);
    return key;
  } catch {
    return folder.name;
  }
};

/** The folder that was opened last, to be offered again; null where there is none. */
export const lastFolder = async (): Promise<LastFolder | null> => {
  if (!canOpenFolder()) return null;
  const folder = await openDatabase()
    .then((database) => database.get("folders", LAST))
    .catch(() => undefined);
  if (folder === undefined) return null;
  return {
    name: folder.name,
    open: async () => {
      const answer = asksPermission(folder)
        ? await folder.requestPermission({ mode: "readwrite" }).catch(() => "denied")
        : "granted";
      if (answer !== "granted") throw new StoreFailure(`没有得到访问文件夹“${folder.name}”的许可。`);
      const folders = await openFolderTable();
      return folderStore(folder, await keyOfFolder(folder, folders));
    },
  };
};

export interface LastFolder {
  readonly name: string;
  /** Asks for the right to read and write. Must come from a click or a key. */
  open(): Promise<Store>;
}
