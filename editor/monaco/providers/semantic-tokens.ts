import * as monaco from "monaco-editor/editor";
import type { LanguageTables } from "../../worker/worker-api.ts";
import { LANGUAGE } from "../language.ts";
import { askLanguage, type ProviderContext } from "./context.ts";

/** Colours words by what they mean, over the colours by their letters. */
export const registerSemanticTokens = (
  context: ProviderContext,
  tables: LanguageTables,
  changed: monaco.IEvent<void>,
): monaco.IDisposable =>
  monaco.languages.registerDocumentSemanticTokensProvider(LANGUAGE, {
    onDidChange: changed,
    getLegend: () => ({ tokenTypes: [...tables.tokenKinds], tokenModifiers: [] }),
    provideDocumentSemanticTokens: async (model) => {
      const session = context.sessionOf(model);
      if (session === null) return null;
      const data = await askLanguage(context, session, (api) => api.semanticTokens(session.path), null);
      return data === null ? null : { data };
    },
    releaseDocumentSemanticTokens: () => {},
  });
