import * as monaco from "monaco-editor/editor";
import type { Studio } from "../state/studio.ts";
import { marksOfNotes, type NoteMark } from "./notes-marked.ts";
import type { TextSession } from "./text-session.ts";

/** Quiet marks under words that notes were written on. They move with the text and are placed anew when typing rests. */
export class NoteMarks {
  readonly #studio: Studio;
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  /** By text, the number of each mark with its note. */
  readonly #shown = new WeakMap<TextSession, ReadonlyMap<string, string>>();

  constructor(studio: Studio, editor: monaco.editor.IStandaloneCodeEditor) {
    this.#studio = studio;
    this.#editor = editor;
  }

  show(session: TextSession): void {
    const { notes } = this.#studio;
    const marks = marksOfNotes(notes.file.get()?.notes ?? [], notes.places.get());
    const old = [...(this.#shown.get(session)?.keys() ?? [])];
    if (old.length === 0 && marks.length === 0) return;
    const ids = session.model.deltaDecorations(
      old,
      marks.map((mark) => decorationOf(mark, session)),
    );
    this.#shown.set(session, new Map(ids.map((id, at) => [id, marks[at]!.note])));
  }

  /** Looks at the note under a click; of several the one with the fewest words. */
  choose(session: TextSession, position: monaco.IPosition): void {
    const known = this.#shown.get(session);
    if (known === undefined) return;
    const [under] = session.model
      .getDecorationsInRange(monaco.Range.fromPositions(position))
      .filter(({ id }) => known.has(id))
      .sort((left, right) => lengthOf(left, session) - lengthOf(right, session));
    const note = under === undefined ? undefined : known.get(under.id);
    if (note === undefined) return;
    this.#studio.notes.selected.set(note);
    // A folded pane stays folded: whoever clicks may only want to write.
    if (!this.#studio.shell.layout.get().sideFolded) this.#studio.sideView.set("notes");
  }

  /** Begins to listen to clicks on `sessionNow`. */
  watch(sessionNow: () => TextSession | null): void {
    this.#editor.onMouseDown(({ target, event }) => {
      const session = sessionNow();
      if (!event.leftButton || target.type !== monaco.editor.MouseTargetType.CONTENT_TEXT || session === null)
        return;
      this.choose(session, target.position);
    });
  }
}

const decorationOf = (
  { span, hover, isSettled }: NoteMark,
  session: TextSession,
): monaco.editor.IModelDeltaDecoration => ({
  range: session.rangeOf(span),
  options: {
    className: isSettled ? "tw-note tw-note-settled" : "tw-note",
    hoverMessage: { value: hover, supportHtml: false, isTrusted: false },
    stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
  },
});

const lengthOf = ({ range }: monaco.editor.IModelDecoration, { model }: TextSession): number =>
  model.getValueLengthInRange(range);
