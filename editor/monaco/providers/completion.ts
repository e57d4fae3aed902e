import * as monaco from "monaco-editor/editor";
import type { Completion } from "../../worker/worker-api.ts";
import { LANGUAGE } from "../language.ts";
import { afterFindings } from "./after-findings.ts";
import { askLanguage, type ProviderContext } from "./context.ts";

/**
 * Marks after which something new can be said, or a new line begun. A sentence that has ended asks for nothing. Letters and marks that open something are looked
 * after elsewhere: behind them a candidate is chosen from the start.
 */
const TRIGGER_CHARACTERS = [..."，、："];

/** What fits at a place. The analysis has already matched what was typed, be it Han, pinyin or initials. */
export const registerCompletion = (context: ProviderContext): monaco.IDisposable =>
  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: TRIGGER_CHARACTERS,
    provideCompletionItems: async (model, position, _context, token) => {
      const session = context.sessionOf(model);
      if (session === null) return { suggestions: [] };
      const offset = model.getOffsetAt(position);
      await afterFindings(context.studio, session.path);
      if (token.isCancellationRequested) return { suggestions: [] };
      const found = await askLanguage(
        context,
        session,
        (api) => api.complete(session.path, offset),
        [] as readonly Completion[],
      );
      return {
        incomplete: true,
        suggestions: found.flatMap((completion, order) => itemOf(completion, order, model, offset)),
      };
    },
  });

const itemOf = (
  completion: Completion,
  order: number,
  model: monaco.editor.ITextModel,
  offset: number,
): readonly monaco.languages.CompletionItem[] => {
  const start = model.getPositionAt(Math.min(completion.replace.start, offset));
  const here = model.getPositionAt(offset);
  const end = model.getPositionAt(Math.max(completion.replace.end, offset));
  if (start.lineNumber !== here.lineNumber) return [];
  const insert = monaco.Range.fromPositions(start, here);
  const replace = end.lineNumber === here.lineNumber ? monaco.Range.fromPositions(start, end) : insert;
  const typed = model.getValueInRange(insert);
  return [
    {
      label: { label: completion.label, description: completion.detail },
      kind: KINDS[completion.kind],
      insertText: completion.insertText,
      ...(completion.snippet
        ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet }
        : {}),
      // What can be quoted is offered at once.
      ...(OPENS_QUOTE.test(completion.insertText) ? { command: SUGGEST } : {}),
      ...(completion.documentation === null ? {} : { documentation: completion.documentation }),
      range: { insert, replace },
      // What was typed is what matches, so that the editor drops none and keeps the order.
      filterText: typed === "" ? completion.label : typed,
      sortText: String(order).padStart(6, "0"),
      preselect: order === 0,
    },
  ];
};

/** The first place to fill in stands between quotation marks. */
const OPENS_QUOTE = /^[^$]*「\$(?:[01]|\{[01]\})」/;
const SUGGEST: monaco.languages.Command = { id: "editor.action.triggerSuggest", title: "" };

const { CompletionItemKind: Kind } = monaco.languages;

const KINDS = {
  keyword: Kind.Keyword,
  pattern: Kind.Snippet,
  block: Kind.Struct,
  object: Kind.Class,
  field: Kind.Field,
  value: Kind.EnumMember,
  parameter: Kind.Variable,
  measure: Kind.Event,
  definition: Kind.Interface,
  indicator: Kind.Unit,
  classification: Kind.Enum,
  ranking: Kind.Operator,
  rule: Kind.Function,
  exception: Kind.Method,
  // The kind of plain text is left out of the list together with the words of the file.
  quote: Kind.Reference,
} as const satisfies Record<Completion["kind"], monaco.languages.CompletionItemKind>;
