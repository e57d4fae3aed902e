import type * as monaco from "monaco-editor/editor";

/**
 * Offers what fits as soon as a character has been typed in a block, also in the middle of a run of characters, where
 * the editor by itself would wait for the end of a word. Nothing opens while an input method composes.
 */
export const suggestWhileTyping = (
  editor: monaco.editor.IStandaloneCodeEditor,
  isComposing: () => boolean,
  isBlockAt: (offset: number) => boolean,
): void => {
  const list = editor.getContribution<SuggestController>("editor.contrib.suggestController")?.model;
  /** The text as it was when the list was last asked for, and when a character was last typed. */
  let asked = 0;
  let typed = 0;
  const suggest = (): void => {
    const model = editor.getModel();
    const position = editor.getPosition();
    if (model === null || position === null || isComposing() || !editor.hasTextFocus()) return;
    const offset = model.getOffsetAt(position);
    if (!isBlockAt(offset) && model.getValueInRange(before(position)) !== "【") return;
    if (list?.state !== 0) return;
    editor.trigger("typing", "editor.action.triggerSuggest", { auto: true });
  };
  editor.onDidChangeModelContent(({ changes, isUndoing, isRedoing, isFlush }) => {
    if (isComposing() || isUndoing || isRedoing || isFlush) return;
    if (!changes.every(({ text }) => WORD.test(text))) return;
    typed = editor.getModel()?.getVersionId() ?? 0;
    queueMicrotask(suggest);
  });
  list?.onDidTrigger(() => {
    asked = editor.getModel()?.getVersionId() ?? 0;
  });
  list?.onDidCancel(({ retrigger }) => {
    // Who types faster than the list is made gets one that fits no more: it is made again for what stands there now.
    if (!retrigger && typed > asked && typed === editor.getModel()?.getVersionId()) queueMicrotask(suggest);
  });
  editor.onDidCompositionEnd(() => {
    // Behind the work that looks at what was composed.
    setTimeout(suggest, 0);
  });
};

/** The character that a position stands behind. */
const before = ({ lineNumber, column }: monaco.Position): monaco.IRange => ({
  startLineNumber: lineNumber,
  startColumn: Math.max(1, column - 1),
  endLineNumber: lineNumber,
  endColumn: column,
});

/** A letter, a Han character or a mark that opens something; the other marks are known to the editor itself. */
const WORD = /^(?:[\p{L}\d]|[【「（]」?）?)$/u;

interface SuggestController extends monaco.editor.IEditorContribution {
  /** 0 while no list is shown. */
  readonly model: {
    readonly state: number;
    readonly onDidTrigger: monaco.IEvent<unknown>;
    readonly onDidCancel: monaco.IEvent<{ readonly retrigger: boolean }>;
  };
}
