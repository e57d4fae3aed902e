import { unzipSync, Zip, ZipDeflate, ZipPassThrough, type UnzipFileInfo } from "fflate";
import { StoreFailure } from "./store.ts";
import { FILE_LIMIT, FILES_LIMIT, isPlainPath, isVisible, isWorkspaceFile } from "./workspace-path.ts";

export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes of all files together once they are unpacked. */
const INFLATED_LIMIT = 200 * 1024 * 1024;
/** As much as is packed or unpacked before the page may draw again. */
const PIECE = 256 * 1024;

/** One archive of all files. The names are marked as UTF-8, so that every system shows them. */
export const zipOf = async (files: readonly ZippedFile[]): Promise<Uint8Array> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const archive = new Zip((error, piece) => {
    failure ??= error;
    pieces.push(piece);
  });
  for (const { path, bytes } of files) {
    // Office files are archives themselves.
    const file = /\.(?:xlsx|docx)$/i.test(path)
      ? new ZipPassThrough(path)
      : new ZipDeflate(path, { level: 6 });
    archive.add(file);
    let from = 0;
    do {
      file.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.byteLength);
      from += PIECE;
      await pause();
    } while (from < bytes.byteLength);
  }
  archive.end();
  if (failure !== null) throw new StoreFailure("压缩文件没有生成：文件过大。请分开导出。");
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
};

/** The files of an archive that a workspace can hold; an archive that could do harm is refused as a whole. */
export const unzip = async (bytes: Uint8Array): Promise<readonly ZippedFile[]> => {
  const entries = new Map<string, UnzipFileInfo>();
  attempt(bytes, (entry) => {
    // Of two files with one name each would be unpacked whenever the name is asked for.
    if (entries.has(entry.name)) throw new StoreFailure(TWICE);
    entries.set(entry.name, entry);
    if (entries.size > ENTRIES_LIMIT) throw new StoreFailure(TOO_MANY);
    return false;
  });
  const wanted = checkEntries([...entries.values()]);
  const files: ZippedFile[] = [];
  for (const batch of batches(wanted)) {
    const inside = attempt(bytes, ({ name }) => batch.has(name));
    for (const [name, path] of batch) {
      const content = inside[name];
      if (content !== undefined) files.push({ path, bytes: content });
    }
    await pause();
  }
  return files;
};

type Entry = Pick<UnzipFileInfo, "name" | "originalSize">;

const ENTRIES_LIMIT = 20_000;
const TWICE = "压缩文件中有重名的文件，没有导入任何文件。请重新压缩。";
const TOO_MANY = `压缩文件中的文件超过${FILES_LIMIT}个，没有导入。请只压缩放政策的文件夹。`;

/** What is to be unpacked, with the path of each; refuses names that lead elsewhere, and too much. */
export const checkEntries = (
  entries: readonly Entry[],
): readonly { readonly name: string; readonly path: string; readonly size: number }[] => {
  const wanted: { name: string; path: string; size: number }[] = [];
  for (const { name, originalSize } of entries) {
    const path = readableName(name);
    if (!isPlainPath(path.endsWith("/") ? path.slice(0, -1) : path))
      throw new StoreFailure(`压缩文件中有不能接受的文件名“${shown(path)}”，没有导入任何文件。`);
    if (path.endsWith("/") || !isWorkspaceFile(path)) continue;
    if (path.startsWith("__MACOSX/") || !path.split("/").every(isVisible)) continue;
    if (originalSize > FILE_LIMIT)
      throw new StoreFailure(`压缩文件中的“${shown(path)}”超过20 MB，没有导入任何文件。`);
    wanted.push({ name, path, size: originalSize });
  }
  if (wanted.length > FILES_LIMIT) throw new StoreFailure(TOO_MANY);
  if (wanted.reduce((total, { size }) => total + size, 0) > INFLATED_LIMIT)
    throw new StoreFailure("压缩文件解开后超过200 MB，没有导入。请去掉不需要的文件后重新压缩。");
  return wanted;
};

/** Names from older systems are GB 18030, read as if each byte were a letter. */
const readableName = (name: string): string => {
  if (!/[\u0080-\u00FF]/.test(name) || /[^\u0000-\u00FF]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  return name;
};

const shown = (path: string): string => path.replaceAll(/[\p{Cc}\p{Cf}]/gu, "�").slice(0, 80);

/** About one piece of content each, so that the page draws in between. */
const batches = (
  wanted: readonly { readonly name: string; readonly path: string; readonly size: number }[],
): readonly ReadonlyMap<string, string>[] => {
  const all: Map<string, string>[] = [];
  let size = Infinity;
  for (const file of wanted) {
    if (size + file.size > 4 * PIECE) {
      all.push(new Map());
      size = 0;
    }
    size += file.size;
    all.at(-1)?.set(file.name, file.path);
  }
  return all;
};

const attempt = (
  bytes: Uint8Array,
  filter: (entry: UnzipFileInfo) => boolean,
): Readonly<Record<string, Uint8Array | undefined>> => {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    throw new StoreFailure("压缩文件不能读取：它不是 zip 文件，或者已损坏、设有密码。");
  }
};

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
