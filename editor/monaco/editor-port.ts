import * as monaco from "monaco-editor/editor";
import "monaco-editor/editor/contrib/snippet/browser/snippetController2";
import type { EditorPort } from "../state/ports.ts";
import type { Studio } from "../state/studio.ts";
import type { ProtectionGuard } from "./protection-guard.ts";
import type { Sessions } from "./sessions.ts";
import type { TextSession } from "./text-session.ts";

export interface PortParts {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly studio: Studio;
  readonly sessions: Sessions;
  readonly guard: ProtectionGuard;
  readonly current: () => TextSession | null;
  /** Shows the file that the page has open, where the editor has not heard of it yet. */
  readonly show: () => void;
  /** Tells the page now where the cursor is, and not when it has rested. */
  readonly tellPlace: () => void;
}

/** What the rest of the page may do with the editor. */
export const createEditorPort = (parts: PortParts): EditorPort => {
  const { editor, sessions, guard, current, show, tellPlace } = parts;
  const marks = editor.createDecorationsCollection();
  return {
    reveal: (span, { select = true, focus = false } = {}) => {
      show();
      const session = current();
      if (session === null) return;
      const range = session.model.validateRange(session.rangeOf(span));
      if (select) editor.setSelection(range);
      void whenShown(editor, () => {
        editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
        if (focus) editor.focus();
      });
    },
    mark: (spans) => {
      const session = current();
      marks.set(
        session === null
          ? []
          : spans.map((span) => ({
              range: session.rangeOf(span),
              options: {
                inlineClassName: "tw-said",
                overviewRuler: { color: "#b8860b", position: monaco.editor.OverviewRulerLane.Full },
                stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
              },
            })),
      );
    },
    apply: (path, edits) => {
      const session = sessions.at(path);
      if (session !== null) guard.trusted(() => session.edit(edits, editor));
    },
    propose: (path, edits) => {
      sessions.at(path)?.edit(edits, editor);
    },
    undo: (path) => {
      void sessions.at(path)?.model.undo();
    },
    insertSnippet: (body) => {
      editor.focus();
      insertSnippet(editor, body);
    },
    selection: () => {
      const session = current();
      const selection = editor.getSelection();
      return session === null || selection === null ? { start: 0, end: 0 } : session.spanOf(selection);
    },
    tellPlace,
    focus: () => {
      void whenShown(editor, () => editor.focus());
    },
    trigger: (action) => {
      editor.focus();
      editor.trigger("tiaowen", action, undefined);
    },
  };
};

/** More turns than the parts of the page take to show what was hidden; all of them pass before the next key. */
const TURNS = 50;

/** Does it at once, or as soon as the page has come back to the text from where it was: what is hidden takes no keyboard. */
const whenShown = async (editor: monaco.editor.IStandaloneCodeEditor, act: () => void): Promise<void> => {
  const place = editor.getContainerDomNode();
  if (!place.checkVisibility()) {
    for (let turn = 0; turn < TURNS && !place.checkVisibility(); turn += 1) await Promise.resolve();
    editor.layout();
  }
  act();
};

/** Puts a snippet at the cursor; on a line that has words it begins a line of its own where it is a block. */
export const insertSnippet = (editor: monaco.editor.IStandaloneCodeEditor, body: string): void => {
  const model = editor.getModel();
  const position = editor.getPosition();
  if (model === null || position === null) return;
  const isBlock = body.startsWith("【");
  const line = model.getLineContent(position.lineNumber);
  if (isBlock && line.trim() !== "") {
    editor.setPosition({ lineNumber: position.lineNumber, column: line.length + 1 });
    snippetController(editor)?.insert(`\n${body}`);
    return;
  }
  snippetController(editor)?.insert(body);
};

interface SnippetController extends monaco.editor.IEditorContribution {
  insert(template: string): void;
}

const snippetController = (editor: monaco.editor.IStandaloneCodeEditor): SnippetController | null =>
  editor.getContribution<SnippetController>("snippetController2");
