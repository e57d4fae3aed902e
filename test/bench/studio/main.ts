import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT_PAGE } from "../../browser/support/built-page.ts";
import { launchBrowser } from "../../browser/support/chromium.ts";
import { serveStudio } from "../../../compiler/cli/studio/serve.ts";
import { writeResults } from "../support/results.ts";
import { printGroups, type Group } from "../support/table.ts";
import { measureLoading } from "./loading.ts";
import { measureScrolling } from "./scrolling.ts";
import { measureTyping } from "./typing.ts";
import { writeWorkspace } from "./workspace.ts";

/**
 * `npm run bench:studio`: loading, typing and scrolling in a real browser on this machine. Times depend on the machine
 * and on what else it does; the limits that they are held against stand beside them.
 */
const folder = mkdtempSync(join(tmpdir(), "tiaowen-bench-studio-"));
writeWorkspace(folder);
const server = await serveStudio(folder, BUILT_PAGE, 0);
const browser = await launchBrowser();
const groups: Group[] = [];
try {
  for (const measure of [measureLoading, measureTyping, measureScrolling]) {
    const group = await measure(browser, server.address);
    groups.push(group);
    process.stdout.write(printGroups([group]));
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
writeResults("test/bench/studio/results.json", { studio: groups });
