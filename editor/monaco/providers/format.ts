import * as monaco from "monaco-editor/editor";
import type { Replacement } from "../../state/ports.ts";
import { LANGUAGE } from "../language.ts";
import { judge } from "../protection.ts";
import { askLanguage, type ProviderContext } from "./context.ts";

/** Sets the blocks in order. A change that would reach official text is left out, whoever proposes it. */
export const registerFormat = (context: ProviderContext): monaco.IDisposable =>
  monaco.languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    displayName: "条文",
    provideDocumentFormattingEdits: async (model) => {
      const session = context.sessionOf(model);
      if (session === null) return [];
      const edits = await askLanguage(
        context,
        session,
        (api) => api.format(session.path),
        [] as readonly Replacement[],
      );
      const known = { text: session.text, official: session.official, free: [] };
      return edits
        .filter((edit) => judge(known, [edit]) === "allowed")
        .map(({ span, newText }) => ({ range: session.rangeOf(span), text: newText }));
    },
  });
