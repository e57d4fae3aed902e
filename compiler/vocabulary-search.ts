/** How the vocabularies of a policy are found by name among files; what reads the files is the caller's. */

const VOCABULARY_FOLDERS = ["vocabulary", "词汇"];
/** How many folders upwards a vocabulary is looked for. */
const LEVELS = 3;

/** Joins and shortens paths: those of the system, or those of a workspace. */
export interface PathRules {
  readonly dirname: (path: string) => string;
  readonly join: (folder: string, name: string) => string;
}

/** Names in the 引用 line of the first block. Only the head is read: the rest of the file is the compiler's. */
export const citedVocabularies = (text: string): string[] => {
  const head = /^\s*【(?:政策|词汇)】[^\n]*\n/u.exec(text);
  if (head === null) return [];
  // Line by line, so that a text of nothing but white space takes no longer than any other.
  for (let at = head[0].length; at < text.length;) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    if (line.startsWith("【")) return [];
    const cited = /^引用\s*[：:]([^]*)$/u.exec(line);
    if (cited !== null) {
      return cited[1]!
        .split(/[、，,]/)
        .map((name) => bareName(name).replace(/[；;。]$/u, ""))
        .filter((name) => name !== "");
    }
    at = end < 0 ? text.length : end + 1;
  }
  return [];
};

/** The name on a 【词汇】名称 line that begins the file; null where it begins otherwise. */
export const vocabularyNameOf = (head: string): string | null => {
  const match = HEADER.exec(head);
  return match === null ? null : bareName(match[1]!);
};

/** Folders in which vocabularies are looked for, nearest first: the own one, then the shelves of the parents. */
export const vocabularyFolders = (path: string, { dirname, join }: PathRules): string[] => {
  const own = dirname(path);
  const folders = [own];
  let folder = own;
  for (let level = 0; level <= LEVELS; level += 1) {
    folders.push(...VOCABULARY_FOLDERS.map((shelf) => join(folder, shelf)));
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return folders;
};

/**
 * Every name that a policy cites, and those that its vocabularies cite in turn, each once. Who drives it hands back the
 * text of the vocabulary that was asked for, or null where there is none.
 */
export function* citedInTurn(text: string): Generator<string, void, string | null> {
  const wanted = citedVocabularies(text);
  for (const [at, name] of wanted.entries()) {
    if (wanted.indexOf(name) !== at) continue;
    const found = yield name;
    if (found !== null) wanted.push(...citedVocabularies(found).filter((each) => !wanted.includes(each)));
  }
}

const bareName = (name: string): string => name.replaceAll(/[「」《》\s　]/g, "");

const HEADER = /^[\uFEFF\s　]*【\s*词汇\s*】([^\r\n]*)/u;
