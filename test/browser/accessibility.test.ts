import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { THEMES } from "../../editor/state/settings-model.ts";
import { bringAxe, seriousFaults } from "./support/axe.ts";
import { atRest, drive, driveWith } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";
import { NOTHING_WRONG, walkWithTab } from "./support/tab-walk.ts";
import { chooseResult, ready, seen, VIEWS } from "./support/views.ts";

/** What axe finds in every theme: all rules once, and what depends on colours in the other three. */
const faultsInAllThemes = async (page: Page, hasNewText: boolean): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const theme of THEMES) {
    await driveWith(page, theme, (studio, theme) => studio.shell.themeChoice.set(theme));
    await page.waitForFunction((theme) => document.documentElement.dataset["theme"] === theme, theme);
    const rules = theme === "light" ? [] : ["color-contrast", "link-in-text-block"];
    faults.push(
      ...(await seriousFaults(page, rules, theme !== "light" && !hasNewText)).map(
        (fault) => `${theme}: ${fault}`,
      ),
    );
  }
  return faults;
};

describe("a wide window", () => {
  let studio: OpenedStudio;

  beforeAll(async () => {
    studio = await openStudio();
    await bringAxe(studio.page.context());
    await studio.page.reload();
    await ready(studio.page);
  });

  afterAll(() => studio.close());

  test.each(VIEWS)("nothing serious in $name", async ({ show, hasNewText }) => {
    await show(studio.page);
    await atRest(studio.page);
    expect(await faultsInAllThemes(studio.page, hasNewText ?? false)).toEqual([]);
  });

  test("the Tab key goes round the whole window, and each stop shows that it has the keyboard", async () => {
    const { page } = studio;
    await page.reload();
    await ready(page);
    await drive(page, (state) => {
      state.showLower("run");
      state.showSide("explain");
    });
    // The register that was there before the page was opened anew is there again.
    await chooseResult(page);
    await seen(page, "tw-explain #why");
    await atRest(page);
    const walk = await walkWithTab(page);
    expect(walk).toMatchObject(NOTHING_WRONG);
    expect(walk.stops.length).toBeGreaterThan(20);
  });

  test("the table of shortcuts says how Tab is taken in the text", async () => {
    await drive(studio.page, (state) => state.shell.dialog.set({ kind: "shortcuts" }));
    await expect.poll(() => studio.page.locator("tw-shortcuts kbd").allInnerTexts()).toContain("Ctrl+M");
  });

  test("nothing went wrong on the way", () => {
    expect(studio.problems).toEqual([]);
  });
});
