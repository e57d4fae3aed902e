import { setTimeout as pause } from "node:timers/promises";
import type { JSHandle, Page } from "playwright-core";
import type { Studio } from "../../../editor/state/studio.ts";
import { PATIENCE } from "./hand.ts";

/** Does something with the state of the page, as its parts do. The work is sent there, so it can use nothing from here. */
export const drive = async <Answer>(
  page: Page,
  work: (studio: Studio) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const studio = await stateOf(page);
  try {
    return await studio.evaluate(work);
  } finally {
    await studio.dispose();
  }
};

/** The same with something to work on. */
export const driveWith = async <Given, Answer>(
  page: Page,
  given: Given,
  work: (studio: Studio, given: Given) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const studio = await stateOf(page);
  try {
    return await (
      studio.evaluate as unknown as (
        work: (studio: Studio, given: Given) => Answer | Promise<Answer>,
        given: Given,
      ) => Promise<Answer>
    )(work, given);
  } finally {
    await studio.dispose();
  }
};

/** Waits until the state of the page is so; `what` says what was waited for in vain. */
export const until = async (page: Page, what: string, isSo: (studio: Studio) => boolean): Promise<void> => {
  const end = Date.now() + PATIENCE;
  while (!(await drive(page, isSo).catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await pause(20);
  }
};

/** Waits until what was found belongs to the text that is open, as it is. */
export const analysed = (page: Page): Promise<void> =>
  until(page, "what is found in the open text", ({ findings, details, currentText }) =>
    [findings.get(), details.get()].every(
      (found) => found !== null && found.path === currentText?.path && found.version === currentText.version,
    ),
  );

/** Waits until nothing on show will change any more by itself. */
export const atRest = async (page: Page): Promise<void> => {
  await until(page, "an end of all work", ({ findings, details, currentText, cases, analysis, run }) => {
    const isOfNow = (found: { readonly version: number } | null): boolean =>
      found !== null && found.version === currentText?.version;
    if (run.phase.get() !== "idle" || run.explain.isLoading.get() || analysis.isRunning.get()) return false;
    if (currentText === null) return true;
    const isRead = isOfNow(findings.get()) && isOfNow(details.get());
    if (!isRead || details.get()?.path !== currentText.path) return false;
    if (findings.get()?.isRunnable !== true) return true;
    const hasCases = cases.path.get() === currentText.path && isOfNow(cases.report.get());
    return hasCases && (analysis.made.get() === null || !analysis.isStale.get());
  });
  // What changed last is drawn.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
};

const stateOf = (page: Page): Promise<JSHandle<Studio>> =>
  page.evaluateHandle(() => {
    const app = document.querySelector("tw-app") as unknown as { readonly studio: Studio };
    return app.studio;
  });
