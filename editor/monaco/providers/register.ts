import type * as monaco from "monaco-editor/editor";
import type { LanguageTables, QuickFix } from "../../worker/worker-api.ts";
import { registerCompletion } from "./completion.ts";
import type { ProviderContext } from "./context.ts";
import { registerDetails } from "./details.ts";
import { registerFormat } from "./format.ts";
import { registerHover } from "./hover.ts";
import { registerNavigation } from "./navigation.ts";
import { registerQuickFixes } from "./quick-fixes.ts";
import { registerSemanticTokens } from "./semantic-tokens.ts";

/** Everything that the editor asks the analysis for. */
export const registerProviders = (
  context: ProviderContext,
  tables: LanguageTables,
  changed: { readonly details: monaco.IEvent<void>; readonly tokens: monaco.IEvent<void> },
  applyFix: (edits: QuickFix["edits"]) => void,
): void => {
  registerCompletion(context);
  registerHover(context);
  registerNavigation(context);
  registerQuickFixes(context, applyFix);
  registerDetails(context, changed.details);
  registerFormat(context);
  registerSemanticTokens(context, tables, changed.tokens);
};
