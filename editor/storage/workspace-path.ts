/** Kinds of files that belong to a workspace. */
export const WORKSPACE_EXTENSIONS: readonly string[] = [
  ".tiaowen",
  ".txt",
  ".csv",
  ".json",
  ".jsonl",
  ".xlsx",
  ".md",
  ".docx",
];

/** Larger files are neither read nor written. */
export const FILE_LIMIT = 20 * 1024 * 1024;
/** More files than any folder of policies holds. */
export const FILES_LIMIT = 2000;

/** The path names one file inside the workspace on every system, and one that a workspace shows. */
export const isWorkspacePath = (path: string): boolean =>
  isPlainPath(path) && path.split("/").every(isVisible) && isWorkspaceFile(path);

/** No way out of the folder and nothing that a system takes for something else than a name. */
export const isPlainPath = (path: string): boolean => path.split("/").every(isPlainName);

export const isVisible = (name: string): boolean =>
  !name.startsWith(".") && name.toLowerCase() !== "node_modules";

export const isWorkspaceFile = (name: string): boolean =>
  WORKSPACE_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension));

export const isPlainName = (name: string): boolean =>
  name !== "" &&
  name !== "." &&
  name !== ".." &&
  !/[/\\:*?"<>|\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u.test(name) &&
  !/[. ]$/.test(name) &&
  !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
