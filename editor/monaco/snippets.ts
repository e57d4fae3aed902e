import * as monaco from "monaco-editor/editor";
import type { LanguageTables, Snippet } from "../worker/worker-api.ts";
import { insertSnippet } from "./editor-port.ts";

/** 插入句式: the sentence patterns to choose from, found by their names. */
export const registerSnippetList = (
  editor: monaco.editor.IStandaloneCodeEditor,
  { snippets }: LanguageTables,
  ask: (snippets: readonly Snippet[]) => Promise<Snippet | null>,
): monaco.IDisposable =>
  editor.addAction({
    id: "tiaowen.insertSnippet",
    label: "插入句式",
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyI],
    contextMenuGroupId: "1_modification",
    run: async () => {
      const chosen = await ask(snippets);
      editor.focus();
      if (chosen !== null) insertSnippet(editor, chosen.body);
    },
  });

/** A rule under a provision, closed, so that the official text goes on behind it. */
export const ruleSnippet = (tables: LanguageTables | null): string => {
  const own = tables?.snippets.find(({ body }) => body.startsWith("【规则】"))?.body;
  const body = own ?? "【规则】${1:规则名称}\n${0:定点医药机构应当符合下列条件：}";
  return body.includes("【完】") ? body : `${body}\n【完】`;
};

/** What blocks may be called, e.g. 规则. */
export const blockNames = (tables: LanguageTables | null): readonly string[] =>
  tables?.snippets.flatMap(({ title }) => /^【(?<name>[^】]+)】$/.exec(title)?.groups?.["name"] ?? []) ?? [];
