import type { WorkspaceFile } from "./store.ts";

export interface StoredFile extends WorkspaceFile {
  readonly bytes: Uint8Array;
}

/** Files as the browser keeps them. Each call is one step that happens wholly or not at all. */
export interface FileTable {
  list(): Promise<readonly WorkspaceFile[]>;
  read(path: string): Promise<StoredFile | null>;
  /** Writes where the version that lies there is the one known (null: none); otherwise answers what lies there. */
  write(file: StoredFile, known: string | null): Promise<{ readonly found: StoredFile | null } | "written">;
  /** Fills a table that nothing was ever written to; does nothing with any other. */
  seed(files: readonly StoredFile[]): Promise<void>;
  readonly isEmpty: () => Promise<boolean>;
}

/** Kept as long as the page is open: where the browser keeps nothing, and in tests. */
export const memoryTable = (): FileTable => {
  const files = new Map<string, StoredFile>();
  return {
    list: async () => [...files.values()].map(({ path, size, version }) => ({ path, size, version })),
    read: async (path) => files.get(path) ?? null,
    write: async (file, known) => {
      const found = files.get(file.path) ?? null;
      if ((found?.version ?? null) !== known) return { found };
      files.set(file.path, file);
      return "written";
    },
    seed: async (seeds) => {
      if (files.size === 0) for (const file of seeds) files.set(file.path, file);
    },
    isEmpty: async () => files.size === 0,
  };
};
