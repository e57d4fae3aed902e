import type { Journal } from "../storage/journal.ts";
import { failureMessage, GONE, StoreFailure, type Store, type WorkspaceFile } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import { Analysis } from "./analysis.ts";
import { followDisk, type OtherText } from "./disk.ts";
import { isSidecar } from "./notes/sidecar-path.ts";
import { saveText, type SaveAnswer } from "./saving.ts";
import type { OpenText, Studio } from "./studio.ts";
import { decodeText, formOf, PLAIN_FORM, type TextForm } from "./text-codec.ts";

const isPolicyText = (path: string): boolean => path.endsWith(".tiaowen");

/** The texts of the workspace: read from the store, changed by the editor, read by the compiler, written back. */
export class Documents {
  readonly store: Store;
  readonly journal: Journal;
  /** What somebody else has written over a text that was changed here, by path. */
  readonly others = new Map<string, OtherText>();
  readonly #studio: Studio;
  readonly #analysis: Analysis;
  readonly #files = new Map<string, WorkspaceFile>();
  /** How each file is written, by path. */
  readonly #forms = new Map<string, TextForm>();
  /** Text as it lies in the store, by path. */
  readonly #saved = new Map<string, string>();
  #isJournaled = true;
  #stop: () => void = () => {};

  constructor(
    studio: Studio,
    store: Store,
    openJournal: (workspace: string, onFailure: () => void) => Journal,
  ) {
    this.#studio = studio;
    this.#analysis = new Analysis(studio);
    this.store = store;
    this.journal = openJournal(store.key, () => {
      this.#isJournaled = false;
      studio.notify("bad", "浏览器不能保存修改的备份：空间已满或者不允许保存。请及时保存文件。");
    });
  }

  get files(): ReadonlyMap<string, WorkspaceFile> {
    return this.#files;
  }

  /** Nothing would be lost if the page ended now. */
  get isSafe(): boolean {
    return this.#isJournaled || this.dirty.length === 0;
  }

  get dirty(): readonly OpenText[] {
    return [...this.#studio.texts.get().values()].filter(({ isDirty }) => isDirty);
  }

  /** Lists the workspace and reads its policies; each file that cannot be read is told, the rest goes on. */
  async load(): Promise<void> {
    await this.list();
    await Promise.all([...this.#files.keys()].filter(isPolicyText).map((path) => this.read(path)));
    await this.#recover();
  }

  /** Looks from now on whether somebody else writes the files. */
  watch(): void {
    this.#stop = followDisk(this.#studio, this);
  }

  /** The workspace is put away for another one. */
  close(): void {
    this.#stop();
    this.#analysis.stop();
    void this.journal.flush();
  }

  async list(): Promise<void> {
    const files = await this.store.list();
    this.#files.clear();
    for (const file of files) this.#files.set(file.path, file);
    this.#studio.workspaceName.set(this.store.name);
    this.#studio.paths.set([...this.#files.keys()].sort());
    if (this.store.notice !== null) this.#studio.notify("info", this.store.notice);
  }

  /** Shows a policy in the editor and has it compiled. */
  async open(path: string): Promise<void> {
    const studio = this.#studio;
    if (!studio.texts.get().has(path)) await this.read(path);
    if (!studio.texts.get().has(path)) return;
    studio.current.set(path);
    studio.findings.set(null);
    studio.details.set(null);
    await this.#analysis.analyse(path);
  }

  /** The editor's text changed. */
  edit(path: string, text: string): void {
    const studio = this.#studio;
    const known = studio.texts.get().get(path);
    if (known === undefined || known.text === text) return;
    const isDirty = text !== this.#saved.get(path) || this.others.has(path);
    studio.put({ ...known, text, version: known.version + 1, isDirty });
    if (isDirty) this.journal.remember(path, text, known.stored);
    else void this.journal.forget(path);
    void this.#readByCompiler(path, text);
  }

  /** How the file is to be written. */
  formOf(path: string): TextForm {
    return this.#forms.get(path) ?? PLAIN_FORM;
  }

  /** Writes one text; `over` writes it over what somebody else has written. */
  save(path: string, over = false): Promise<SaveAnswer> {
    return saveText(this.#studio, this, path, over);
  }

  async saveAll(): Promise<void> {
    for (const { path } of this.dirty) await this.save(path);
  }

  /** What lies in the store now is this text. */
  settle(path: string, text: string, stored: string): void {
    const studio = this.#studio;
    const known = studio.texts.get().get(path);
    this.#saved.set(path, text);
    this.#forms.set(path, { ...this.formOf(path), encoding: "utf-8" });
    this.others.delete(path);
    this.#tellOthers();
    this.#settled(path);
    if (known === undefined) return;
    const isDirty = known.text !== text;
    studio.put({ ...known, stored, isDirty });
    if (isDirty) this.journal.remember(path, known.text, stored);
    else void this.journal.forget(path);
  }

  /** Somebody else has written the file meanwhile. */
  meet(path: string, other: OtherText): void {
    this.others.set(path, other);
    this.#tellOthers();
  }

  /** Takes what lies in the store in place of the own text, which is answered as it was until then; null where it stays. */
  async takeStored(path: string): Promise<string | null> {
    const found = await this.#stored(path);
    if (found === null) return null;
    const own = this.#studio.texts.get().get(path)?.text ?? null;
    await this.take(path, found.text, found.version);
    return own;
  }

  /** Takes a text that was just read from the store in place of the own one, before anything more can be typed. */
  async take(path: string, text: string, stored: string): Promise<void> {
    this.others.delete(path);
    this.#tellOthers();
    this.#settled(path);
    this.#put(path, text, stored);
    void this.journal.forget(path);
    await this.#readByCompiler(path, text);
  }

  /** Everything that the worker has to know again after it was started anew. */
  async restore(setFile: (path: string, text: string) => Promise<void>): Promise<void> {
    await Promise.all([...this.#studio.texts.get().values()].map(({ path, text }) => setFile(path, text)));
  }

  async read(path: string): Promise<void> {
    const found = await this.#stored(path);
    if (found !== null) await this.hold(path, found.text, found.version);
  }

  /** Puts a text into the workspace that only the page has so far. */
  async hold(path: string, text: string, stored: string): Promise<void> {
    this.#put(path, text, stored);
    await this.#tellWorker(path, text);
  }

  #put(path: string, text: string, stored: string): void {
    const version = (this.#studio.texts.get().get(path)?.version ?? 0) + 1;
    this.#studio.put({ path, text, version, stored, isDirty: false });
    this.#saved.set(path, text);
  }

  /** What lies in the store; null, and told, where it cannot be read. */
  async #stored(path: string): Promise<{ readonly text: string; readonly version: string } | null> {
    try {
      const { bytes, version } = await this.store.read(path);
      this.#forms.set(path, formOf(bytes));
      return { text: decodeText(bytes), version };
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      this.#studio.notify("bad", failureMessage(error, `“${path}”不能读取。`));
      return null;
    }
  }

  /** A text has changed. The open policy is read again also where it is another text, because it may use that one. */
  async #readByCompiler(path: string, text: string): Promise<void> {
    const shown = this.#studio.current.get();
    if (shown !== path) await this.#tellWorker(path, text);
    if (shown !== null) await this.#analysis.analyse(shown);
  }

  /** Gives the texts back that were typed before the page ended unsaved. */
  async #recover(): Promise<void> {
    const recovered: string[] = [];
    for (const { path, text, baseVersion } of await this.journal.pending()) {
      // Notes come back with the policy that they belong to.
      if (isSidecar(path)) continue;
      if (text === this.#saved.get(path)) {
        await this.journal.forget(path);
        continue;
      }
      const known = this.#studio.texts.get().get(path);
      const version = (known?.version ?? 0) + 1;
      this.#studio.put({
        path,
        text,
        version,
        stored: known === undefined ? GONE : baseVersion,
        isDirty: true,
      });
      await this.#tellWorker(path, text);
      recovered.push(path);
    }
    this.#studio.shell.recovered.set(recovered);
  }

  async #tellWorker(path: string, text: string): Promise<void> {
    try {
      await this.#studio.language.call((api) => api.setFile(path, text));
    } catch (error) {
      // A new worker is told all texts when it starts.
      if (!(error instanceof WorkerEnded)) throw error;
    }
  }

  /** What was told about the file and asked for an answer needs none any more. */
  #settled(path: string): void {
    const { shell } = this.#studio;
    shell.recovered.set(shell.recovered.get().filter((other) => other !== path));
    this.#studio.withdraw(`changed:${path}`);
  }

  #tellOthers(): void {
    this.#studio.changedOnDisk.set(new Set(this.others.keys()));
  }
}
