import { readFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { decodeText, type NoText } from "../data/index.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { replaceFile } from "./replace-file.ts";

/** A text as read from disk; its lines end with \n whatever they ended with there. */
export interface TextFile {
  /** As the user wrote it, or relative to the working directory: for messages. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: "UTF-8" | "GB18030";
  readonly lineEnd: "\n" | "\r\n";
}

/** Longer than any statute book; beyond it the file is no policy. */
const TEXT_LIMIT = 10 * 1024 * 1024;

export const resolvePath = (io: Io, path: string): string =>
  isAbsolute(path) ? path : resolve(io.workingDirectory, path);

/** The path as a reader in the working directory would write it, with / on every system. */
export const displayPath = (io: Io, path: string): string => {
  const short = relative(io.workingDirectory, path);
  const shown = short === "" || short.startsWith("..") || isAbsolute(short) ? path : short;
  return shown.split(sep).join("/");
};

export const readTextFile = async (io: Io, path: string, limit = TEXT_LIMIT): Promise<TextFile> => {
  const full = resolvePath(io, path);
  const name = displayPath(io, full);
  const bytes = await readBytes(io, full, limit);
  const decoded = decodeText(bytes);
  if (decoded.kind === "failed") {
    const { found, advice } = NO_TEXT[decoded.found];
    throw new CommandFailure(`“${name}”不是可以读取的文本文件：${found}。`, advice);
  }
  if (decoded.text.trim() === "") throw new CommandFailure(`“${name}”是空文件，没有可供处理的文字。`);
  const lineEnd = bytes.includes(0x0d) ? "\r\n" : "\n";
  return { name, path: full, text: decoded.text, bytes, encoding: decoded.encoding, lineEnd };
};

/** What a file is that should have been a text, and what its keeper can do. */
const NO_TEXT = {
  utf16: {
    found: "文件是UTF-16编码，应为UTF-8或者GB18030编码",
    advice: "请用文本编辑器打开，另存为UTF-8编码。",
  },
  office: {
    found: "文件是Word、Excel文件或者压缩文件",
    advice: "Word 文件请用 tiaowen new 目录 --from 文件.docx 转为文本；其他文件请把内容另存为文本文件。",
  },
  pdf: { found: "文件是PDF", advice: "请复制其中的文字，另存为UTF-8编码的文本文件。" },
  binary: { found: "文件含有不是文字的内容", advice: "请确认是否选错文件。" },
  unreadable: {
    found: "按UTF-8和GB18030两种编码都无法读出",
    advice: "请用文本编辑器打开，另存为UTF-8编码；打开后是乱码的，请确认是否选错文件或者文件已损坏。",
  },
} as const satisfies Record<NoText, { readonly found: string; readonly advice: string }>;

/** The bytes of a file, or a plain message why they cannot be had. */
export const readBytes = async (io: Io, path: string, limit: number): Promise<Uint8Array> => {
  const name = displayPath(io, path);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new CommandFailure(`“${name}”是文件夹，此处应为文件。`);
    if (!facts.isFile()) throw new CommandFailure(`“${name}”不是普通文件，无法读取。`);
    if (facts.size > limit) {
      throw new CommandFailure(
        `“${name}”过大（${megabytes(facts.size)}），超过上限${megabytes(limit)}。`,
        "请确认是否选错文件；文件确实较长的，请拆分后再处理。",
      );
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof CommandFailure
      ? error
      : new CommandFailure(`无法读取“${name}”：${systemReason(error)}。`);
  }
};

/** Writes beside the target and renames, so that a reader never sees half a file. */
export const writeAtomically = async (
  io: Io,
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> => {
  const full = resolvePath(io, path);
  try {
    await replaceFile(full, content);
  } catch (error) {
    throw new CommandFailure(`无法写入“${displayPath(io, full)}”：${systemReason(error)}。`);
  }
};

/** What the system refused, in words. */
export const systemReason = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (code === "" ? "系统未说明原因" : `系统返回 ${code}`);
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "文件或者文件夹不存在",
  EACCES: "没有访问权限",
  EPERM: "没有访问权限",
  EISDIR: "它是文件夹，此处应为文件",
  EEXIST: "已有同名的文件或者文件夹",
  ENOTDIR: "路径中有一部分不是文件夹",
  ENOSPC: "磁盘空间不足",
  EROFS: "磁盘不允许写入",
  EMFILE: "同时打开的文件过多",
  ENAMETOOLONG: "文件名过长",
  ELOOP: "链接循环，找不到文件",
};

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
