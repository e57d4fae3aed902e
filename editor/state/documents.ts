import { failureMessage, StoreFailure, type Store, type WorkspaceFile } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import type { Studio } from "./studio.ts";

/** How long the typing must rest before what can wait is asked for, in milliseconds. */
const REST = 150;

const isPolicyText = (path: string): boolean => path.endsWith(".tiaowen");

const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("�") ? decodeGb(bytes, text) : text;
};

/** Files from older office programs are in GB 18030. */
const decodeGb = (bytes: Uint8Array, otherwise: string): string => {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return otherwise;
  }
};

/** The texts of the workspace: read from the store, changed by the editor, read by the compiler, written back. */
export class Documents {
  readonly store: Store;
  readonly #studio: Studio;
  readonly #files = new Map<string, WorkspaceFile>();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(studio: Studio, store: Store) {
    this.#studio = studio;
    this.store = store;
  }

  get files(): ReadonlyMap<string, WorkspaceFile> {
    return this.#files;
  }

  /** Lists the workspace and reads its policies; each file that cannot be read is told, the rest goes on. */
  async load(): Promise<void> {
    const files = await this.store.list();
    this.#files.clear();
    for (const file of files) this.#files.set(file.path, file);
    this.#studio.workspaceName.set(this.store.name);
    this.#studio.paths.set([...this.#files.keys()].sort());
    await Promise.all(files.filter(({ path }) => isPolicyText(path)).map(({ path }) => this.#read(path)));
  }

  /** Shows a policy in the editor and has it compiled. */
  async open(path: string): Promise<void> {
    const studio = this.#studio;
    if (!studio.texts.get().has(path)) await this.#read(path);
    const text = studio.texts.get().get(path);
    if (text === undefined) return;
    studio.current.set(path);
    studio.findings.set(null);
    studio.details.set(null);
    await this.#analyse(path);
  }

  /** The editor's text changed. */
  edit(path: string, text: string): void {
    const studio = this.#studio;
    const known = studio.texts.get().get(path);
    if (known === undefined || known.text === text) return;
    studio.put({ ...known, text, version: known.version + 1, isDirty: true });
    void this.#analyse(path);
  }

  /** Everything that the worker has to know again after it was started anew. */
  async restore(setFile: (path: string, text: string) => Promise<void>): Promise<void> {
    await Promise.all([...this.#studio.texts.get().values()].map(({ path, text }) => setFile(path, text)));
  }

  async #read(path: string): Promise<void> {
    const studio = this.#studio;
    try {
      const { bytes, version } = await this.store.read(path);
      const text = decode(bytes).replaceAll("\r\n", "\n");
      studio.put({ path, text, version: 1, stored: version, isDirty: false });
      await studio.language.call((api) => api.setFile(path, text));
    } catch (error) {
      if (error instanceof WorkerEnded) return;
      if (!(error instanceof StoreFailure)) throw error;
      studio.notify("bad", failureMessage(error, `“${path}”不能读取。`));
    }
  }

  async #analyse(path: string): Promise<void> {
    const studio = this.#studio;
    const text = studio.texts.get().get(path);
    if (text === undefined) return;
    try {
      const findings = await studio.language.call((api) => api.change(path, text.version, text.text));
      if (findings === null || path !== studio.current.get()) return;
      if (findings.version === studio.texts.get().get(path)?.version) studio.findings.set(findings);
      this.#soonDetails(path);
    } catch (error) {
      // The page has been told; the next change asks the new worker.
      if (!(error instanceof WorkerEnded)) throw error;
    }
  }

  #soonDetails(path: string): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(
      () => {
        void this.#details(path);
      },
      this.#studio.details.get() === null ? 0 : REST,
    );
  }

  async #details(path: string): Promise<void> {
    const studio = this.#studio;
    try {
      const details = await studio.language.call((api) => api.details(path));
      if (details === null || path !== studio.current.get()) return;
      if (details.version === studio.texts.get().get(path)?.version) studio.details.set(details);
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
    }
  }
}
