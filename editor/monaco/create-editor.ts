import "monaco-editor/nls/lang/zh-cn";
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { effect } from "../state/effect.ts";
import type { Studio } from "../state/studio.ts";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export const LANGUAGE = "tiaowen";

/** Puts the editor into `host` and keeps it and the state of the page in step. */
export const createEditor = (host: HTMLElement, studio: Studio): monaco.editor.IStandaloneCodeEditor => {
  monaco.languages.register({ id: LANGUAGE, extensions: [".tiaowen"] });
  const editor = monaco.editor.create(host, {
    model: null,
    automaticLayout: true,
    wordWrap: "on",
    wrappingStrategy: "advanced",
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: "off",
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
  });
  const show = (path: string, text: string): void => {
    const uri = monaco.Uri.parse(`tiaowen:/${encodeURI(path)}`);
    const known = monaco.editor.getModel(uri);
    const model = known ?? monaco.editor.createModel(text, LANGUAGE, uri);
    if (known === null) model.onDidChangeContent(() => studio.documents.edit(path, model.getValue()));
    if (editor.getModel() !== model) editor.setModel(model);
  };
  effect(() => {
    const text = studio.currentText;
    if (text !== null) show(text.path, text.text);
  });
  effect(() => {
    const found = studio.findings.get();
    const model = editor.getModel();
    if (found === null || model === null) return;
    monaco.editor.setModelMarkers(
      model,
      LANGUAGE,
      found.findings.map(({ message, code, severity, span }) => {
        const start = model.getPositionAt(span.start);
        const end = model.getPositionAt(span.end);
        return {
          message,
          code,
          severity:
            monaco.MarkerSeverity[
              severity === "error" ? "Error" : severity === "warning" ? "Warning" : "Info"
            ],
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        };
      }),
    );
  });
  return editor;
};
