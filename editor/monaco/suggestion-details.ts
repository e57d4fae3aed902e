import type * as monaco from "monaco-editor/editor";

/**
 * What a candidate means is shown beside the list from the first time on: who does not know the words does not know the
 * key that opens the explanation either. Who closes it keeps it closed.
 */
export const showSuggestionDetails = (editor: monaco.editor.IStandaloneCodeEditor): void => {
  const list = editor.getContribution<SuggestController>("editor.contrib.suggestController");
  const listening = list?.widget.value.onDidFocus(({ item }) => {
    if (item.completion.documentation === undefined) return;
    listening?.dispose();
    if (editor.getDomNode()?.ownerDocument.querySelector(".suggest-details-container") === null)
      editor.trigger("tiaowen", "toggleSuggestionDetails", {});
  });
};

interface SuggestController extends monaco.editor.IEditorContribution {
  readonly widget: {
    readonly value: {
      readonly onDidFocus: monaco.IEvent<{
        readonly item: { readonly completion: monaco.languages.CompletionItem };
      }>;
    };
  };
}
