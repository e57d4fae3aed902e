import type { Page } from "playwright-core";

/** Opens a policy of the folder by its path and waits until its text is shown. */
export const openPolicy = async (page: Page, path: string): Promise<void> => {
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.getByRole("combobox", { name: "打开的文件" }).selectOption(path);
  await page.waitForTimeout(1500);
};
