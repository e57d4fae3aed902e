import * as monaco from "monaco-editor/editor";
import { effect } from "../state/effect.ts";
import type { Studio } from "../state/studio.ts";

const { KeyCode, KeyMod } = monaco;

/** What the page does with the words under the cursor stands in the menu of the text too. */
export const registerPageActions = (editor: monaco.editor.IStandaloneCodeEditor, studio: Studio): void => {
  const hasResults = editor.createContextKey<boolean>("tiaowenHasResults", false);
  effect(() => hasResults.set(studio.run.results.get() !== null));
  for (const [at, { id, label, precondition }] of ACTIONS.entries()) {
    editor.addAction({
      id: `tiaowen.page.${id}`,
      label,
      contextMenuGroupId: "0_page",
      contextMenuOrder: at,
      ...(precondition === undefined ? {} : { precondition }),
      run: () => {
        window.dispatchEvent(new CustomEvent("tw-command", { detail: { id } }));
      },
    });
  }
  // One key on every system; that of some is the one of the sentence patterns here.
  monaco.editor.addKeybindingRules([
    {
      keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
      command: "editor.action.formatDocument",
      when: "editorTextFocus && !editorReadonly",
    },
    { keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyI, command: "-editor.action.formatDocument" },
  ]);
};

const ACTIONS: readonly { readonly id: string; readonly label: string; readonly precondition?: string }[] = [
  { id: "text.editor.action.quickFix", label: "改正办法" },
  { id: "notes.add", label: "批注选定的文字" },
  {
    id: "run.by-provision",
    label: "查看由这一条决定的结果",
    precondition: "tiaowenHasResults",
  },
];
