import "monaco-editor/nls/lang/zh-cn";
import * as monaco from "monaco-editor/editor";
// oxlint-disable-next-line import/default -- the build makes a class of the file
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/diffEditor/register";
import "./diff.css";
import { effect } from "../../state/effect.ts";
import type { Studio } from "../../state/studio.ts";
import type { ComparisonView, Span } from "../../worker/worker-api.ts";
import { editorOptions } from "../editor-options.ts";
import { applyTheme } from "../themes.ts";

self.MonacoEnvironment ??= { getWorker: () => new EditorWorker() };

/** Shows both official texts side by side and follows the provision that is looked at. */
export const createDiff = (host: HTMLElement, studio: Studio): monaco.editor.IStandaloneDiffEditor => {
  const { comparison } = studio;
  applyTheme(studio.theme.get());
  const { fontFamily, fontSize, lineHeight, unicodeHighlight } = editorOptions();
  const editor = monaco.editor.createDiffEditor(host, {
    automaticLayout: true,
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    originalAriaLabel: "前一份文件全文",
    modifiedAriaLabel: "后一份文件全文",
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 620,
    renderIndicators: true,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    ignoreTrimWhitespace: true,
    diffWordWrap: "on",
    wordWrap: "on",
    wrappingStrategy: "simple",
    ...(fontFamily === undefined ? {} : { fontFamily }),
    fontSize: fontSize ?? 16,
    lineHeight: lineHeight ?? 28,
    ...(unicodeHighlight === undefined ? {} : { unicodeHighlight }),
    lineNumbersMinChars: 4,
    glyphMargin: false,
    minimap: { enabled: false },
    folding: false,
    links: false,
    renderLineHighlight: "none",
    occurrencesHighlight: "off",
    selectionHighlight: false,
    stickyScroll: { enabled: false },
    matchBrackets: "never",
    scrollBeyondLastLine: false,
    renderOverviewRuler: true,
    contextmenu: false,
    stopRenderingLineAfter: 10_000,
    hideUnchangedRegions: { enabled: true, contextLineCount: 2, minimumLineCount: 4, revealLineCount: 10 },
  });
  const nameSides = (): void => {
    editor.getOriginalEditor().updateOptions({ ariaLabel: "前一份文件全文" });
    editor.getModifiedEditor().updateOptions({ ariaLabel: "后一份文件全文" });
  };
  let shown: ComparisonView | null = null;
  const show = (): void => {
    const view = comparison.comparison.get();
    if (view === null || view === shown) return;
    shown = view;
    const before = editor.getModel();
    editor.setModel({
      original: monaco.editor.createModel(view.left.text, "plaintext"),
      modified: monaco.editor.createModel(view.right.text, "plaintext"),
    });
    before?.original.dispose();
    before?.modified.dispose();
  };
  const marks = [
    editor.getOriginalEditor().createDecorationsCollection(),
    editor.getModifiedEditor().createDecorationsCollection(),
  ] as const;
  const follow = (): void => {
    const row = comparison.comparison.get()?.rows.find(({ id }) => id === comparison.row.get());
    if (row === undefined || !comparison.isVerbatim.get()) return;
    mark(editor.getOriginalEditor(), marks[0], row.left.span);
    mark(editor.getModifiedEditor(), marks[1], row.right.span);
    // The sides scroll together; the later document leads where the provision stands in it.
    const [side, span] =
      row.right.span === null
        ? ([editor.getOriginalEditor(), row.left.span] as const)
        : ([editor.getModifiedEditor(), row.right.span] as const);
    const model = side.getModel();
    if (model === null || span === null) return;
    const range = rangeOf(model, span);
    side.setPosition(range.getStartPosition());
    side.revealRangeNearTop(range, monaco.editor.ScrollType.Immediate);
  };
  const differ = editor.onDidUpdateDiff(follow);
  editor.onDidDispose(() => differ.dispose());
  effect(() => applyTheme(studio.theme.get()));
  effect(show);
  effect(follow);
  effect(() => {
    editor.updateOptions({ hideUnchangedRegions: { enabled: comparison.onlyChanged.get() } });
    nameSides();
  });
  return editor;
};

const rangeOf = (model: monaco.editor.ITextModel, { start, end }: Span): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

const mark = (
  editor: monaco.editor.ICodeEditor,
  marks: monaco.editor.IEditorDecorationsCollection,
  span: Span | null,
): void => {
  const model = editor.getModel();
  marks.set(
    model === null || span === null
      ? []
      : [
          {
            range: rangeOf(model, span),
            options: { isWholeLine: true, linesDecorationsClassName: "tw-diff-here" },
          },
        ],
  );
};
