import { effect } from "../../state/effect.ts";
import type { Studio } from "../../state/studio.ts";

/** Longer than the findings take; whoever waits goes on then. */
const PATIENCE = 100;

/**
 * Waits until the findings for the text as it is have come. The worker does one thing after the other: what is wrong
 * is told first, what could be written next comes behind it and finds the text read already.
 */
export const afterFindings = (studio: Studio, path: string): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = effect(() => {
    const found = studio.findings.get();
    const text = studio.texts.get().get(path);
    if (found?.path === path && found.version === text?.version) resolve();
  });
  const timer = setTimeout(resolve, PATIENCE);
  return promise.finally(() => {
    clearTimeout(timer);
    stop();
  });
};
