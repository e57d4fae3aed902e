import type { Journal } from "../../storage/journal.ts";
import { failureMessage, GONE, StoreFailure, type Store } from "../../storage/store.ts";
import { WorkerEnded } from "../../worker/connection.ts";
import type { LanguageService, Note, NoteFile } from "../../worker/worker-api.ts";
import { mergeFiles } from "./note-changes.ts";
import { sidecarOf } from "./sidecar-path.ts";

/** Written notes rest this long before they are stored, in milliseconds. */
const REST = 600;
/** How often a file that others write at the same time is read again before the person is asked. */
const MOST_TURNS = 5;

export interface SidecarPlaces {
  readonly store: Store;
  readonly journal: Pick<Journal, "remember" | "forget" | "pending">;
  readonly read: LanguageService["readNotes"];
  readonly write: LanguageService["writeNotes"];
}

export interface SidecarEvents {
  /** The notes, or whether they are stored, are others now. */
  readonly changed: (sidecar: Sidecar) => void;
  /** The file was written for the first time. */
  readonly created: () => void;
  /** Something was not stored, with a sentence that says why. */
  readonly failed: (message: string, again: () => void) => void;
}

/**
 * The file of notes beside one policy. Unsaved notes are in the journal; writings come one after the other, and what
 * others have written meanwhile is merged. It stays with the store that it was opened in.
 */
export class Sidecar {
  readonly path: string;
  /** Null until the file was read. */
  file: NoteFile | null = null;
  isStored = true;
  /** What is wrong with the file, in sentences. */
  problems: readonly string[] = [];
  readonly #empty: NoteFile;
  readonly #places: SidecarPlaces;
  readonly #events: SidecarEvents;
  /** The notes as they lie in the store, as far as known, and the version of that file; null while there is none. */
  #base: readonly Note[] = [];
  #version: string | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(policy: string, places: SidecarPlaces, events: SidecarEvents) {
    this.path = sidecarOf(policy);
    this.#empty = { version: 1, policy, notes: [] };
    this.#places = places;
    this.#events = events;
  }

  /** Reads what lies in the store, and what was written and not stored before the page ended. */
  async open(isThere: boolean): Promise<void> {
    const { store, journal } = this.#places;
    if (!this.isStored) return this.store();
    try {
      const left = (await journal.pending()).find(({ path }) => path === this.path);
      const found = isThere ? await store.read(this.path) : null;
      const { file, problems } = await this.#fileOf(found?.bytes ?? null);
      const ours = left === undefined ? null : (await this.#places.read(left.text)).file;
      // Notes that were written while the file was being read are part of what is to be stored.
      if (!this.isStored) return;
      this.#version = found?.version ?? null;
      this.#base = file.notes;
      this.problems = problems;
      this.file = file;
      if (ours === null) return this.#events.changed(this);
      const isBase = left?.baseVersion === (this.#version ?? GONE);
      this.#put(mergeFiles(isBase ? file.notes : [], ours, file));
    } catch (error) {
      this.problems = [failureMessage(error, `批注文件“${this.path}”没有读出。请重新打开这个政策。`)];
      this.#events.changed(this);
      if (!(error instanceof WorkerEnded) && !(error instanceof StoreFailure)) throw error;
    }
  }

  /** The notes are these now; they are stored when the writing rests. Nothing is taken before the file was read. */
  put(notes: readonly Note[]): void {
    if (this.file !== null) this.#put({ ...this.file, notes });
  }

  /** Stores at once what is not stored. */
  store(): Promise<void> {
    clearTimeout(this.#rest);
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #put(file: NoteFile): void {
    this.file = file;
    this.isStored = false;
    this.#places.journal.remember(this.path, JSON.stringify(file), this.#version ?? GONE);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.store(), REST);
    this.#events.changed(this);
  }

  async #write(): Promise<void> {
    try {
      for (let turn = 0; turn < MOST_TURNS && !this.isStored; turn += 1) {
        const problem = await this.#writeOnce();
        if (problem !== null) return this.#fail(problem);
      }
      if (!this.isStored) this.#fail("别处正在写同一个批注文件。");
    } catch (error) {
      this.#fail(failureMessage(error, "请稍后再试。"));
    }
  }

  /** Null where the notes are stored or the file was found to be another one; otherwise what went wrong. */
  async #writeOnce(): Promise<string | null> {
    const { file } = this;
    if (file === null) return null;
    const { store, journal } = this.#places;
    const bytes = new TextEncoder().encode(await this.#places.write(file));
    const answer = await store.write(this.path, bytes, this.#version);
    switch (answer.kind) {
      case "failed":
        return answer.message;
      case "written": {
        const isNew = this.#version === null;
        this.#version = answer.version;
        this.#base = file.notes;
        this.isStored = this.file === file;
        if (this.isStored) void journal.forget(this.path);
        this.#events.changed(this);
        if (isNew) this.#events.created();
        return null;
      }
      case "changed": {
        const { file: others, problems } = await this.#fileOf(answer.bytes);
        // Notes that cannot be found or read there have not been removed by anybody.
        const base = answer.bytes === null || problems.length > 0 ? [] : this.#base;
        this.file = mergeFiles(base, this.file ?? file, others);
        this.#version = answer.bytes === null ? null : answer.version;
        this.#base = others.notes;
        this.problems = problems;
        this.#events.changed(this);
        return null;
      }
    }
  }

  #fileOf(bytes: Uint8Array | null): ReturnType<LanguageService["readNotes"]> {
    return bytes === null
      ? Promise.resolve({ file: this.#empty, problems: [] })
      : this.#places.read(new TextDecoder().decode(bytes));
  }

  #fail(problem: string): void {
    this.#events.failed(`批注没有保存：${problem}`, () => void this.store());
  }
}
