import * as monaco from "monaco-editor/editor";
import type { QuickFix } from "../../worker/worker-api.ts";
import { LANGUAGE } from "../language.ts";
import { askLanguage, type ProviderContext } from "./context.ts";

const APPLY = "tiaowen.applyFix";

/** Cures for what was found: behind the light bulb, in the card of a finding, and by Ctrl+. */
export const registerQuickFixes = (
  context: ProviderContext,
  apply: (edits: QuickFix["edits"]) => void,
): readonly monaco.IDisposable[] => {
  const { editor } = context;
  let asked = 0;
  /** The editor looks for cures by itself as well, and gives up what a person has asked for meanwhile: it is asked for again. */
  const askAgain = (model: monaco.editor.ITextModel, token: monaco.CancellationToken): void => {
    asked += 1;
    const [mine, version, selection] = [asked, model.getVersionId(), editor.getSelection()];
    token.onCancellationRequested(() => {
      setTimeout(() => {
        const isStill =
          mine === asked &&
          editor.getModel() === model &&
          model.getVersionId() === version &&
          selection !== null &&
          editor.getSelection()?.equalsSelection(selection) === true;
        if (isStill && editor.hasTextFocus()) editor.trigger("again", "editor.action.quickFix", undefined);
      });
    });
  };
  return [
    monaco.editor.registerCommand(APPLY, (_accessor, fix: QuickFix, path: string, text: string) => {
      // Changes that were made for other words would hit the wrong ones.
      if (context.sessionAt(path)?.text !== text) return;
      apply(fix.edits);
      if (fix.cursor !== undefined) context.studio.reveal({ start: fix.cursor, end: fix.cursor }, true);
    }),
    monaco.languages.registerCodeActionProvider(
      LANGUAGE,
      {
        provideCodeActions: async (model, range, { markers, trigger }, token) => {
          const session = context.sessionOf(model);
          if (session === null) return { actions: [], dispose: () => {} };
          if (trigger === monaco.languages.CodeActionTriggerType.Invoke) askAgain(model, token);
          const span = session.spanOf(range);
          const { path, text } = session;
          const fixes = await askLanguage(
            context,
            session,
            (api) => api.quickFixes(session.path, span),
            [] as readonly QuickFix[],
          );
          return {
            actions: fixes.map((fix) => ({
              title: fix.title,
              kind: "quickfix",
              isPreferred: fix.preferred,
              diagnostics: markers.filter(({ code }) => fix.code !== null && code === fix.code),
              command: { id: APPLY, title: fix.title, arguments: [fix, path, text] },
            })),
            dispose: () => {},
          };
        },
      },
      { providedCodeActionKinds: ["quickfix"] },
    ),
  ];
};
