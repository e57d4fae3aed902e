import "./components/app/app.ts";
import "./components/editor/editor.ts";
import { Documents } from "./state/documents.ts";
import { Studio } from "./state/studio.ts";
import { openStore } from "./storage/open-store.ts";
import { WorkerConnection } from "./worker/connection.ts";
import type { EvaluationService, LanguageService } from "./worker/worker-api.ts";

/** Longer than any text takes that the store accepts. */
const PATIENCE = 20_000;

/** Puts the page together: workers, store, state, and the parts that show it. */
export const start = async (body: HTMLElement): Promise<Studio> => {
  const failed = (what: string) => (reason: "crashed" | "hung") => {
    studio.notify(
      "bad",
      `${what}${reason === "hung" ? "长时间没有响应" : "意外中断"}，已经重新启动。您的文字没有丢失。`,
    );
  };
  const studio: Studio = new Studio(
    new WorkerConnection<LanguageService>({
      create: () =>
        new Worker(new URL("./worker/language-worker.ts", import.meta.url), {
          type: "module",
          name: "language",
        }),
      patience: PATIENCE,
      restore: (api) => studio.documents.restore((path, text) => api.setFile(path, text)),
      onFailure: failed("文本分析"),
    }),
    new WorkerConnection<EvaluationService>({
      create: () =>
        new Worker(new URL("./worker/evaluation-worker.ts", import.meta.url), {
          type: "module",
          name: "evaluation",
        }),
      patience: PATIENCE,
      restore: () => studio.restoreEvaluation(),
      onFailure: failed("核对程序"),
    }),
  );
  const app = document.createElement("tw-app");
  app.studio = studio;
  const editor = document.createElement("tw-editor");
  editor.slot = "editor";
  editor.studio = studio;
  app.append(editor);
  body.append(app);
  studio.documents = new Documents(studio, await openStore());
  await studio.documents.load();
  studio.tables.set(await studio.language.call((api) => api.tables()));
  const first = studio.policies[0];
  if (first !== undefined) await studio.documents.open(first);
  return studio;
};
