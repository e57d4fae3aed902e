import type * as monaco from "monaco-editor/editor";
import type { Studio } from "../../state/studio.ts";
import { WorkerEnded } from "../../worker/connection.ts";
import type { TextSession } from "../text-session.ts";

/** What the aids of the editor need of the rest. */
export interface ProviderContext {
  readonly studio: Studio;
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  /** The file of a model; null for models that are none of the workspace. */
  readonly sessionOf: (model: monaco.editor.ITextModel) => TextSession | null;
  /** A file of the workspace by its path, made known to the editor where it was not. */
  readonly sessionAt: (path: string) => TextSession | null;
}

/** Asks the worker; an answer that comes when the text has changed, or never comes, is `late`. */
export const askLanguage = async <Answer>(
  { studio }: ProviderContext,
  session: TextSession,
  ask: (api: LanguageCalls) => Promise<Answer>,
  late: Answer,
): Promise<Answer> => {
  const { text } = session;
  try {
    const answer = await studio.language.call(ask);
    return session.text === text ? answer : late;
  } catch (error) {
    if (error instanceof WorkerEnded) return late;
    throw error;
  }
};

export type LanguageCalls = Parameters<Parameters<Studio["language"]["call"]>[0]>[0];
