import * as monaco from "monaco-editor/editor";
import type { FilePlace } from "../../worker/worker-api.ts";
import { LANGUAGE, pathOf } from "../language.ts";
import { askLanguage, type LanguageCalls, type ProviderContext } from "./context.ts";

const NOWHERE: readonly FilePlace[] = [];

/** From a word to where it is declared and to where else it stands, in other files too. */
export const registerNavigation = (context: ProviderContext): readonly monaco.IDisposable[] => [
  monaco.languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: placesOf(context, (api, path, offset) => api.definition(path, offset)),
  }),
  monaco.languages.registerReferenceProvider(LANGUAGE, {
    provideReferences: placesOf(context, (api, path, offset) => api.references(path, offset)),
  }),
  monaco.editor.registerEditorOpener({
    openCodeEditor: async (_source, resource, place) => {
      const path = pathOf(resource);
      if (context.sessionAt(path) === null) return false;
      // What is found in the file comes later: then the cursor and the keyboard may be elsewhere.
      await context.studio.show(path);
      const session = context.sessionAt(path);
      if (session === null) return false;
      if (context.editor.getModel() !== session.model) context.editor.setModel(session.model);
      const range =
        place === undefined
          ? undefined
          : "startLineNumber" in place
            ? place
            : monaco.Range.fromPositions(place);
      if (range !== undefined) {
        context.editor.setSelection(range);
        context.editor.revealRangeInCenter(range);
      }
      context.editor.focus();
      return true;
    },
  }),
];

type AskPlaces = (api: LanguageCalls, path: string, offset: number) => Promise<readonly FilePlace[]>;

/** Asks for the places that belong to the word at a position. */
const placesOf =
  (context: ProviderContext, ask: AskPlaces) =>
  async (
    model: monaco.editor.ITextModel,
    position: monaco.IPosition,
  ): Promise<monaco.languages.Location[]> => {
    const session = context.sessionOf(model);
    if (session === null) return [];
    const offset = model.getOffsetAt(position);
    const places = await askLanguage(context, session, (api) => ask(api, session.path, offset), NOWHERE);
    return places.flatMap((place) => locationOf(place, context));
  };

const locationOf = (
  { file, span }: FilePlace,
  context: ProviderContext,
): readonly monaco.languages.Location[] => {
  const session = context.sessionAt(file);
  return session === null ? [] : [{ uri: session.model.uri, range: session.rangeOf(span) }];
};
