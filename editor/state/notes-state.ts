import { signal } from "@lit-labs/signals";
import { download } from "../storage/download.ts";
import { failureMessage, StoreFailure } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import type { FoundAnchor, Note, NoteFile, Span } from "../worker/worker-api.ts";
import { effect } from "./effect.ts";
import { changedNote, mergeNotes, newNote } from "./note-changes.ts";
import type { Studio } from "./studio.ts";

/** Written notes rest this long before they are stored, in milliseconds. */
const REST = 600;

/** `x.tiaowen` keeps its notes in `x.批注.json`. */
export const sidecarOf = (path: string): string => path.replace(/\.[^./]+$/, ".批注.json");

/** The 批注 of the open policy and where they stand in its text now. */
export class NotesState {
  readonly file = signal<NoteFile | null>(null);
  /** By id of the note. */
  readonly places = signal<ReadonlyMap<string, FoundAnchor>>(new Map());
  /** Note that is looked at. */
  readonly selected = signal<string | null>(null);
  /** What is wrong with the file of notes, in sentences. */
  readonly problems = signal<readonly string[]>([]);
  readonly author = signal("");
  readonly isStored = signal(true);
  /** The form for a new note is open. */
  readonly isWriting = signal(false);
  readonly studio: Studio;
  #path: string | null = null;
  /** Version of the stored file; null while there is none. */
  #stored: string | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #seen = "";

  constructor(studio: Studio) {
    this.studio = studio;
  }

  /** Follows the open policy and the changes of its text. */
  watch(): () => void {
    const stopPath = effect(() => {
      const path = this.studio.current.get();
      if (path !== null && path !== this.#path && this.studio.isReady.get()) void this.#open(path);
    });
    const stopText = effect(() => {
      const details = this.studio.details.get();
      if (details === null || this.file.get() === null) return;
      const key = `${details.path} ${details.version}`;
      if (key === this.#seen) return;
      this.#seen = key;
      void this.locate();
    });
    return () => {
      stopPath();
      stopText();
    };
  }

  /** A new note on the words between the offsets; without words on the provision that stands there. */
  async add(kind: Note["kind"], text: string, range: Span): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    const anchor = await this.studio.language.call((api) => api.anchorAt(path, range));
    const note = newNote(kind, text, anchor, this.author.get());
    this.#put([...this.#notes(), note]);
    this.selected.set(note.id);
    await this.locate();
  }

  change(id: string, change: Partial<Pick<Note, "text" | "kind" | "state" | "replies">>): void {
    this.#put(this.#notes().map((note) => (note.id === id ? changedNote(note, change) : note)));
  }

  /** Binds a note to other words, where its own are gone or stand in several places. */
  async move(id: string, range: Span): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    const anchor = await this.studio.language.call((api) => api.anchorAt(path, range));
    this.#put(this.#notes().map((note) => (note.id === id ? { ...note, anchor } : note)));
    await this.locate();
  }

  remove(id: string): void {
    const note = this.#notes().find((each) => each.id === id);
    if (note === undefined) return;
    this.#put(this.#notes().filter((each) => each.id !== id));
    this.studio.notify("info", "已删除一条批注。", {
      title: "撤销",
      run: () => {
        this.#put([...this.#notes(), note]);
        void this.locate();
      },
    });
  }

  /** Finds where each note stands now. */
  async locate(): Promise<void> {
    const path = this.#path;
    const notes = this.#notes();
    if (path === null) return;
    try {
      const found = await this.studio.language.call((api) =>
        api.findAnchors(
          path,
          notes.map(({ anchor }) => anchor),
        ),
      );
      if (path === this.#path) {
        this.places.set(
          new Map(notes.flatMap(({ id }, index) => (found[index] ? [[id, found[index]]] : []))),
        );
      }
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
    }
  }

  /** Saves the 法审意见 as a Word file. */
  async exportOpinion(options: { readonly includeSettled: boolean }): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    const date = new Date().toLocaleDateString("sv-SE");
    const bytes = await this.studio.language.call((api) =>
      api.reviewOpinion(path, this.#notes(), { author: this.author.get(), date, ...options }),
    );
    const name = this.studio.details.get()?.policy?.name ?? this.studio.details.get()?.title ?? "政策";
    download(
      `${name}　法审意见.docx`,
      bytes,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
  }

  #notes(): readonly Note[] {
    return this.file.get()?.notes ?? [];
  }

  #put(notes: readonly Note[]): void {
    const file = this.file.get() ?? { version: 1, policy: this.#path ?? "", notes: [] };
    this.file.set({ ...file, notes });
    this.isStored.set(false);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#store(), REST);
  }

  async #open(path: string): Promise<void> {
    if (!this.isStored.get()) await this.#store();
    this.#path = path;
    this.#stored = null;
    this.file.set(null);
    this.places.set(new Map());
    this.problems.set([]);
    this.selected.set(null);
    const sidecar = sidecarOf(path);
    const empty: NoteFile = { version: 1, policy: path, notes: [] };
    if (!this.studio.paths.get().includes(sidecar)) {
      this.file.set(empty);
      return;
    }
    try {
      const { bytes, version } = await this.studio.documents.store.read(sidecar);
      const text = new TextDecoder().decode(bytes);
      const { file, problems } = await this.studio.language.call((api) => api.readNotes(text));
      if (path !== this.#path) return;
      this.#stored = version;
      this.file.set(file);
      this.problems.set(problems);
      await this.locate();
    } catch (error) {
      if (error instanceof WorkerEnded) return;
      if (!(error instanceof StoreFailure)) throw error;
      this.problems.set([failureMessage(error, `批注文件“${sidecar}”不能读取。`)]);
    }
  }

  /** Where somebody else has written notes since, both are kept. */
  async #store(): Promise<void> {
    clearTimeout(this.#rest);
    const path = this.#path;
    const file = this.file.get();
    if (path === null || file === null) return;
    const sidecar = sidecarOf(path);
    const { store } = this.studio.documents;
    try {
      const bytes = await this.#bytesOf(file);
      const result = await store.write(sidecar, bytes, this.#stored);
      if (result.kind === "failed") {
        this.studio.notify("bad", `批注没有保存：${result.message}`);
      } else if (result.kind === "written") {
        this.#stored = result.version;
        this.isStored.set(this.file.get() === file);
        if (!this.studio.paths.get().includes(sidecar))
          this.studio.paths.set([...this.studio.paths.get(), sidecar].sort());
      } else {
        const text = new TextDecoder().decode(result.bytes ?? new Uint8Array());
        const { file: other } = await this.studio.language.call((api) => api.readNotes(text));
        this.#stored = result.bytes === null ? null : result.version;
        if (path !== this.#path) return;
        this.#put(mergeNotes(file.notes, other.notes));
        await this.locate();
      }
    } catch (error) {
      if (error instanceof WorkerEnded) return;
      this.studio.notify("bad", failureMessage(error, "批注没有保存，请稍后再试。"), {
        title: "再试一次",
        run: () => void this.#store(),
      });
    }
  }

  async #bytesOf(file: NoteFile): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.studio.language.call((api) => api.writeNotes(file)));
  }
}
