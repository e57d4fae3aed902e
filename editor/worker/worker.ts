import { expose } from "comlink";
import type { EvaluationService, LanguageService } from "./worker-api.ts";

/**
 * Every worker of the page begins here, so that what they have in common is built and fetched once. Its name says which
 * service it gives; the code of that is read then.
 */
const SERVICES: Readonly<Record<string, () => Promise<LanguageService | EvaluationService>>> = {
  language: async () => (await import("./language-service.ts")).createLanguageService(),
};

const evaluation = async (): Promise<EvaluationService> =>
  (await import("./evaluation-service.ts")).createEvaluationService();

/** What is asked while the code is read is answered behind it. */
const early: MessageEvent<unknown>[] = [];
const keep = (event: MessageEvent<unknown>): void => {
  early.push(event);
};

const start = async (): Promise<void> => {
  const service = await (SERVICES[self.name] ?? evaluation)();
  self.removeEventListener("message", keep);
  expose(service);
  for (const { data, ports } of early.splice(0))
    self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
};

self.addEventListener("message", keep);
start().catch((error: unknown) => {
  // Thrown where nothing catches, so that the page is told as of any other crash.
  setTimeout(() => {
    throw error;
  });
});
