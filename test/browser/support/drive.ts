import { setTimeout as pause } from "node:timers/promises";
import type { JSHandle, Page } from "playwright-core";
import type { Studio } from "../../../editor/state/studio.ts";

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
export const until = async (
  page: Page,
  what: string,
  isSo: (studio: Studio) => boolean,
  patience = 20_000,
): Promise<void> => {
  const end = Date.now() + patience;
  while (!(await drive(page, isSo).catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await pause(20);
  }
};

const stateOf = (page: Page): Promise<JSHandle<Studio>> =>
  page.evaluateHandle(() => {
    const app = document.querySelector("tw-app") as unknown as { readonly studio: Studio };
    return app.studio;
  });
