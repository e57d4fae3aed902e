import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bringAxe, seriousFaults } from "./support/axe.ts";
import { atRest, drive } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";
import { NOTHING_WRONG, walkWithTab } from "./support/tab-walk.ts";
import { chooseResult, NARROW, ready } from "./support/views.ts";

/** A window of 1280×800 at twice the size: everything must still be reached, and nothing scrolls sideways. */
describe("a window at 200 %", () => {
  let studio: OpenedStudio;

  beforeAll(async () => {
    studio = await openStudio({
      context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    });
    await bringAxe(studio.page.context());
    await studio.page.reload();
    await ready(studio.page);
    await drive(studio.page, (state) => state.run.intake.openBundled());
    await chooseResult(studio.page);
  });

  afterAll(() => studio.close());

  test.each(NARROW)("everything is within reach in $name", async ({ show }) => {
    const { page } = studio;
    await show(page);
    await atRest(page);
    expect(await seriousFaults(page)).toEqual([]);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBe(width[1]);
    expect(await walkWithTab(page)).toMatchObject(NOTHING_WRONG);
  });

  test("nothing went wrong on the way", () => {
    expect(studio.problems).toEqual([]);
  });
});
