import { isOpenedWithSolver } from "./state/comparison/solver-offer.ts";
import { Studio } from "./state/studio.ts";
import { WorkerConnection } from "./worker/connection.ts";
import type { EvaluationService, LanguageService } from "./worker/worker-api.ts";
// oxlint-disable-next-line import/default -- the build makes an address of the file
import workerFile from "./worker/worker.ts?worker&url";

/** Longer than any text takes that the store accepts. */
const PATIENCE = 20_000;
/** An analysis asks the rules many questions; what takes longer than this is ended and said. */
const ANALYSIS_PATIENCE = 60_000;

/** The state of the page with the workers that read, judge and compare; they start when they are first asked. */
export const connect = (): Studio => {
  const failed = (what: string) => (reason: "crashed" | "hung") => {
    studio.notify(
      "bad",
      `${what}${reason === "hung" ? "长时间没有响应" : "意外中断"}，已经重新启动。您的文字没有丢失。`,
    );
  };
  const studio: Studio = new Studio(
    new WorkerConnection<LanguageService>({
      create: () => startWorker("language"),
      patience: PATIENCE,
      restore: (api) => studio.documents.restore((path, text) => api.setFile(path, text)),
      onFailure: failed("文本分析"),
    }),
    new WorkerConnection<EvaluationService>({
      create: () => startWorker("evaluation"),
      patience: PATIENCE,
      restore: (api) => studio.restoreEvaluation(api),
      onFailure: failed("核对程序"),
    }),
    new WorkerConnection<EvaluationService>({
      // A worker has a policy of its own: the solver needs the wider one on the script that starts it.
      create: () => startWorker("comparison", isOpenedWithSolver() ? "&solver" : ""),
      patience: PATIENCE,
      restore: () => Promise.resolve(),
      onFailure: (reason) => {
        studio.comparison.forget();
        failed("比较程序")(reason);
      },
    }),
    new WorkerConnection<EvaluationService>({
      create: () => startWorker("analysis"),
      patience: ANALYSIS_PATIENCE,
      restore: () => Promise.resolve(),
      onFailure: failed("分析程序"),
    }),
  );
  return studio;
};

/** All are the same file; the address names the part as well, so that one can tell them apart. */
const startWorker = (name: "language" | "evaluation" | "comparison" | "analysis", more = ""): Worker =>
  new Worker(`${workerFile}?${name}-worker${more}`, { type: "module", name });
