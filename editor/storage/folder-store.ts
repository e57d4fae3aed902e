import {
  failureMessage,
  GONE,
  StoreFailure,
  type Store,
  type WorkspaceFile,
  type WriteResult,
} from "./store.ts";
import {
  FILE_LIMIT,
  FILES_LIMIT,
  isPlainName,
  isVisible,
  isWorkspaceFile,
  isWorkspacePath,
} from "./workspace-path.ts";

/**
 * A folder that the user has chosen, with the right to read and write already given. `key` tells it from other folders
 * of the same name.
 */
export const folderStore = (folder: FileSystemDirectoryHandle, key: string = folder.name): Store => {
  let notice: string | null = null;
  const list = async (): Promise<readonly WorkspaceFile[]> => {
    const files: WorkspaceFile[] = [];
    await collect(folder, "", files);
    notice = files.length < FILES_LIMIT ? null : TOO_MANY;
    return files;
  };
  return {
    kind: "folder",
    name: folder.name,
    key: `folder:${key}`,
    get notice() {
      return notice;
    },
    list,
    read: async (path) => {
      const found = await readFile(folder, path);
      if (found === null) throw new StoreFailure(`文件夹中没有“${path}”，可能已被删除或者改名。`);
      return found;
    },
    write: async (path, bytes, version) => {
      try {
        return await write(folder, path, bytes, version === GONE ? null : version);
      } catch (error) {
        return {
          kind: "failed",
          message: failureMessage(error, `“${path}”没有保存：${reason(error)}`),
        };
      }
    },
    changed: async (known) => {
      const now = new Map((await list()).map((file) => [file.path, file.version]));
      return [...known].filter(([path, version]) => now.get(path) !== version).map(([path]) => path);
    },
  };
};

const TOO_MANY = `文件夹中的文件过多，只列出前面的${FILES_LIMIT}个。请打开只放政策文件的文件夹。`;

const collect = async (
  folder: FileSystemDirectoryHandle,
  prefix: string,
  files: WorkspaceFile[],
): Promise<void> => {
  for await (const [name, handle] of folder.entries()) {
    if (files.length >= FILES_LIMIT) return;
    if (!isVisible(name) || !isPlainName(name)) continue;
    const path = `${prefix}${name}`;
    if (handle.kind === "directory") await collect(handle, `${path}/`, files);
    else if (isWorkspaceFile(name)) {
      // A file that was taken away meanwhile is left out.
      const file = await handle.getFile().catch(() => null);
      if (file !== null) files.push({ path, size: file.size, version: versionOf(file) });
    }
  }
};

/** The browser does not tell more about a file without reading it. */
const versionOf = (file: File): string => `${file.lastModified}-${file.size}`;

const readFile = async (
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly version: string } | null> => {
  try {
    const file = await (await handleOf(folder, path, false)).getFile();
    if (file.size > FILE_LIMIT) throw new StoreFailure(`“${path}”超过20 MB，不能在网页中打开。`);
    return { bytes: new Uint8Array(await file.arrayBuffer()), version: versionOf(file) };
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw new StoreFailure(`“${path}”不能读取：${reason(error)}`);
  }
};

const write = async (
  folder: FileSystemDirectoryHandle,
  path: string,
  bytes: Uint8Array,
  known: string | null,
): Promise<WriteResult> => {
  if (bytes.byteLength > FILE_LIMIT) return { kind: "failed", message: `“${path}”超过20 MB，没有保存。` };
  const found = await readFile(folder, path);
  if ((found?.version ?? null) !== known)
    return { kind: "changed", version: found?.version ?? GONE, bytes: found?.bytes ?? null };
  const handle = await handleOf(folder, path, true);
  // The browser writes beside the file and puts the new one in its place when it is closed.
  const stream = await handle.createWritable();
  try {
    await stream.write(new Uint8Array(bytes));
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
  return { kind: "written", version: versionOf(await handle.getFile()) };
};

const handleOf = async (
  folder: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> => {
  if (!isWorkspacePath(path)) throw new StoreFailure(`“${path}”不是可以打开的文件，未作处理。`);
  const names = path.split("/");
  const last = names.pop()!;
  let place = folder;
  for (const name of names) place = await place.getDirectoryHandle(name, { create });
  return place.getFileHandle(last, { create });
};

const reason = (error: unknown): string =>
  (error instanceof DOMException ? REASONS[error.name] : undefined) ??
  "系统没有允许。请检查文件是否被其他程序占用。";

const REASONS: Readonly<Record<string, string>> = {
  NotAllowedError: "浏览器没有得到访问这个文件夹的许可。请重新打开文件夹并选择允许。",
  NotFoundError: "文件或者文件夹已不存在。",
  NoModificationAllowedError: "文件正被其他程序使用，或者不允许修改。",
  InvalidModificationError: "同名的文件夹已经存在。",
  TypeMismatchError: "路径中有一部分是文件，不是文件夹。",
  QuotaExceededError: "磁盘空间不足。",
};
