/** Kinds of files that belong to a workspace; nothing else is listed, read or written. */
const WORKSPACE_EXTENSIONS: readonly string[] = [
  ".tiaowen",
  ".txt",
  ".csv",
  ".json",
  ".jsonl",
  ".xlsx",
  ".md",
  ".docx",
];

/**
 * The parts of a path as it stands in a request, each decoded once; null where it could mean a place elsewhere on any
 * system: `..`, an empty part, a separator in disguise, a drive letter, a device name.
 */
export const pathParts = (encoded: string): readonly string[] | null => {
  const parts: string[] = [];
  for (const part of encoded.split("/")) {
    const decoded = decodePart(part);
    if (decoded === null || !isPlainName(decoded)) return null;
    parts.push(decoded);
  }
  return parts;
};

/** The path belongs to a workspace: nothing hidden, nothing of packages, a known kind of file. */
export const isWorkspacePath = (parts: readonly string[]): boolean =>
  parts.every(isVisible) && isWorkspaceFile(parts.at(-1) ?? "");

/** A folder or file that a workspace shows. */
export const isVisible = (name: string): boolean =>
  !name.startsWith(".") && name.toLowerCase() !== "node_modules";

export const isWorkspaceFile = (name: string): boolean =>
  WORKSPACE_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension));

/** A name that means one entry of one folder on every system. */
export const isPlainName = (name: string): boolean =>
  name !== "" &&
  name !== "." &&
  name !== ".." &&
  !/[/\\:*?"<>|\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u.test(name) &&
  !/[. ]$/.test(name) &&
  !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);

const decodePart = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};
