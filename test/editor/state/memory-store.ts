import { GONE, StoreFailure, type Store, type WriteResult } from "../../../editor/storage/store.ts";

/** A store that somebody else can write too; each writing gives another version. */
export class MemoryStore implements Store {
  readonly kind = "browser";
  readonly name = "试验";
  readonly key = "test";
  readonly notice = null;
  readonly files = new Map<string, { readonly text: string; readonly version: string }>();
  /** Failure of the next writing. */
  failure: string | null = null;
  #count = 0;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.writeElsewhere(path, text);
  }

  writeElsewhere(path: string, text: string): void {
    this.#count += 1;
    this.files.set(path, { text, version: `v${this.#count}` });
  }

  async list(): ReturnType<Store["list"]> {
    return [...this.files].map(([path, { text, version }]) => ({ path, size: text.length, version }));
  }

  async read(path: string): ReturnType<Store["read"]> {
    const file = this.files.get(path);
    if (file === undefined) throw new StoreFailure(`没有“${path}”。`);
    return { bytes: new TextEncoder().encode(file.text), version: file.version };
  }

  async write(path: string, bytes: Uint8Array, version: string | null): Promise<WriteResult> {
    if (this.failure !== null) {
      const message = this.failure;
      this.failure = null;
      return { kind: "failed", message };
    }
    const there = this.files.get(path);
    if ((there?.version ?? null) !== version)
      return {
        kind: "changed",
        version: there?.version ?? GONE,
        bytes: there === undefined ? null : new TextEncoder().encode(there.text),
      };
    this.writeElsewhere(path, new TextDecoder().decode(bytes));
    return { kind: "written", version: this.files.get(path)!.version };
  }

  async changed(known: ReadonlyMap<string, string>): Promise<readonly string[]> {
    return [...known]
      .filter(([path, version]) => this.files.get(path)?.version !== version)
      .map(([path]) => path);
  }
}
