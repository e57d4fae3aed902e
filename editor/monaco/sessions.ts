import type * as monaco from "monaco-editor/editor";
import type { Studio } from "../state/studio.ts";
import { LANGUAGE, pathOf } from "./language.ts";
import { TextSession } from "./text-session.ts";

/** The files that the editor knows; a file is made known when it is first needed. */
export class Sessions {
  readonly #byPath = new Map<string, TextSession>();
  readonly #studio: Studio;
  readonly #opened: (session: TextSession) => void;

  constructor(studio: Studio, opened: (session: TextSession) => void) {
    this.#studio = studio;
    this.#opened = opened;
  }

  at(path: string): TextSession | null {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const text = this.#studio.texts.get().get(path);
    if (text === undefined) return null;
    const session = new TextSession(path, text.text);
    this.#byPath.set(path, session);
    this.#opened(session);
    return session;
  }

  of(model: monaco.editor.ITextModel): TextSession | null {
    return model.uri.scheme === LANGUAGE ? (this.#byPath.get(pathOf(model.uri)) ?? null) : null;
  }

  get all(): Iterable<TextSession> {
    return this.#byPath.values();
  }

  /** Files that are no longer part of the workspace go, with everything that could be undone in them. */
  forgetGone(): void {
    const texts = this.#studio.texts.get();
    for (const [path, session] of this.#byPath) {
      if (texts.has(path)) continue;
      this.#byPath.delete(path);
      session.model.dispose();
    }
  }
}
