import { Inflate } from "fflate";

/** What a zip holds, or why it was not unpacked. */
export type Unzipped =
  | { readonly kind: "files"; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: "broken" | "tooLarge" };

/**
 * Unpacks those files of a zip whose names are wanted, together at most `limit` bytes. A file that grows beyond the size
 * that it claims ends the unpacking at once, so that no small file can keep the reader busy for long.
 */
export const unzipWithin = (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limit: number,
): Unzipped => {
  const entries = directoryOf(bytes);
  if (entries === null) return { kind: "broken" };
  const wanted = entries.filter(({ name }) => isWanted(name));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  if (wanted.length > MOST_FILES || total > limit) return { kind: "tooLarge" };
  const files = new Map<string, Uint8Array>();
  try {
    for (const entry of wanted) {
      const content = contentOf(bytes, entry);
      if (content === null) return { kind: "broken" };
      files.set(entry.name, content);
    }
  } catch (error) {
    return { kind: error instanceof Grows ? "tooLarge" : "broken" };
  }
  return { kind: "files", files };
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly at: number;
}

class Grows extends Error {}

const MOST_FILES = 2000;
/** Packed bytes given to the unpacker at a time; they become at most a thousand times as many. */
const STEP = 8192;

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const IN_DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;

/** The directory at the end of a zip; null where there is none, or it points outside. */
const directoryOf = (bytes: Uint8Array): readonly Entry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let each = 0; each < count; each += 1) {
    if (at + DIRECTORY_LENGTH > bytes.length || view.getUint32(at, true) !== IN_DIRECTORY) return null;
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + length)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += DIRECTORY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

const contentOf = (bytes: Uint8Array, { method, packed, size, at }: Entry): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + HEADER_LENGTH > bytes.length || view.getUint32(at, true) !== HEADER) return null;
  const start = at + HEADER_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) return null;
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return packed === size ? data : null;
  return method === 8 ? inflated(data, size) : null;
};

const inflated = (data: Uint8Array, size: number): Uint8Array | null => {
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new Grows();
    content.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < data.length; at += STEP)
    stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  return filled === size ? content : null;
};
