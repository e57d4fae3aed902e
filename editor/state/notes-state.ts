import { signal } from "@lit-labs/signals";
import { download } from "../storage/download.ts";
import { WorkerEnded } from "../worker/connection.ts";
import type { Details, FoundAnchor, Note, NoteAnchor, NoteFile, Span } from "../worker/worker-api.ts";
import type { Documents } from "./documents.ts";
import { effect } from "./effect.ts";
import { changedNote, newNote } from "./notes/note-changes.ts";
import { Sidecar } from "./notes/sidecar.ts";
import type { Studio } from "./studio.ts";

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
  #sidecar: Sidecar | null = null;
  /** By workspace and path of the policy; a file that is still being written is gone on with. */
  readonly #sidecars = new WeakMap<Documents, Map<string, Sidecar>>();
  #seen: Details | null = null;

  constructor(studio: Studio) {
    this.studio = studio;
  }

  /** Follows the open policy and the changes of its text. */
  watch(): () => void {
    const stopPath = effect(() => {
      const path = this.studio.current.get();
      if (path !== this.#path && (path === null || this.studio.isReady.get())) this.#show(path);
    });
    const stopText = effect(() => {
      const details = this.studio.details.get();
      if (details === null || this.file.get() === null || details === this.#seen) return;
      this.#seen = details;
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
    const sidecar = this.#sidecar;
    const anchor = await this.#anchorAt(path, range);
    const note = newNote(kind, text, anchor, this.author.get());
    // Another policy may be open by now; the note stays with its own.
    sidecar?.put([...(sidecar.file?.notes ?? []), note]);
    if (sidecar === this.#sidecar) this.selected.set(note.id);
  }

  change(id: string, change: Partial<Pick<Note, "text" | "kind" | "state" | "replies">>): void {
    this.#put(this.#notes().map((note) => (note.id === id ? changedNote(note, change) : note)));
  }

  /** Binds a note to other words, where its own are gone or stand in several places. */
  async move(id: string, range: Span): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    const anchor = await this.#anchorAt(path, range);
    if (path !== this.#path) return;
    this.#put(this.#notes().map((note) => (note.id === id ? { ...note, anchor } : note)));
  }

  remove(id: string): void {
    const note = this.#notes().find((each) => each.id === id);
    if (note === undefined) return;
    const sidecar = this.#sidecar;
    this.#put(this.#notes().filter((each) => each.id !== id));
    this.studio.notify("info", "已删除一条批注。", {
      title: "撤销",
      run: () => {
        sidecar?.put([...(sidecar.file?.notes ?? []).filter((each) => each.id !== id), note]);
      },
    });
  }

  /** Finds where each note stands now. */
  async locate(): Promise<void> {
    const path = this.#path;
    const notes = this.#notes();
    const text = this.studio.currentText?.text;
    if (path === null) return;
    try {
      const found = await this.studio.language.call((api) =>
        api.findAnchors(
          path,
          notes.map(({ anchor }) => anchor),
        ),
      );
      // Notes and words that were written meanwhile are part of the question that comes after them.
      if (path === this.#path && notes === this.#notes() && text === this.studio.currentText?.text) {
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
    this.#sidecar?.put(notes);
  }

  /** The new worker, after one that has ended, has all texts again. */
  async #anchorAt(path: string, range: Span): Promise<NoteAnchor> {
    const ask = (): Promise<NoteAnchor> => this.studio.language.call((api) => api.anchorAt(path, range));
    return ask().catch((error: unknown) => {
      if (error instanceof WorkerEnded) return ask();
      throw error;
    });
  }

  #show(path: string | null): void {
    void this.#sidecar?.store();
    this.#path = path;
    this.#sidecar = path === null ? null : this.#sidecarOf(path);
    this.#seen = null;
    this.file.set(null);
    this.places.set(new Map());
    this.problems.set([]);
    this.selected.set(null);
    this.isStored.set(true);
    // What was chosen to write on was chosen in the other text.
    this.isWriting.set(false);
    const sidecar = this.#sidecar;
    if (sidecar === null) return;
    if (sidecar.file !== null) this.#changed(sidecar);
    void sidecar.open(this.studio.paths.get().includes(sidecar.path));
  }

  #changed(sidecar: Sidecar): void {
    if (sidecar !== this.#sidecar) return;
    const isOther = sidecar.file !== this.file.get();
    this.file.set(sidecar.file);
    this.problems.set(sidecar.problems);
    this.isStored.set(sidecar.isStored);
    if (isOther) void this.locate();
  }

  #sidecarOf(path: string): Sidecar {
    const { documents, language } = this.studio;
    const known = this.#sidecars.get(documents) ?? new Map<string, Sidecar>();
    this.#sidecars.set(documents, known);
    const places = {
      store: documents.store,
      journal: documents.journal,
      read: (text: string) => language.call((api) => api.readNotes(text)),
      write: (file: NoteFile) => language.call((api) => api.writeNotes(file)),
    };
    const sidecar =
      known.get(path) ??
      new Sidecar(path, places, {
        changed: (changed) => this.#changed(changed),
        created: () => {
          if (documents === this.studio.documents) void documents.list();
        },
        failed: (message, again) => this.studio.notify("bad", message, { title: "再试一次", run: again }),
      });
    known.set(path, sidecar);
    return sidecar;
  }
}
