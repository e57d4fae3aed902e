import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "./support/built-page.ts";
import { analysed, drive, driveWith, until } from "./support/drive.ts";
import { wordsTurnedRound } from "./support/turned-words.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

/** Whatever of this were taken for markup would leave its mark on the window. */
const MARKUP = [
  `<img src=x onerror="window.__pwned=1">`,
  `<script>window.__pwned=2</script>`,
  `[点这里](javascript:window.__pwned=3)`,
  `<a href="javascript:window.__pwned=4">链接</a>`,
  `<svg onload=window.__pwned=5>`,
].join("");

/** Turns round what follows it, and takes no room. */
const OVERRIDE = "\u202E";
const INVISIBLE = "\u200B\u2060\uFEFF";

const FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://example.invalid")'];

const POLICY = "hostile/2025.tiaowen";

/** The supplied policy of 阳江 with words of an enemy in the text, the rules, the register and the notes. */
const hostileFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "tiaowen-hostile-"));
  cpSync(join(PROJECT, "policies", "vocabulary"), join(folder, "vocabulary"), { recursive: true });
  cpSync(join(PROJECT, "policies", "yangjiang"), join(folder, "hostile"), { recursive: true });
  const path = join(folder, POLICY);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    `${text}\n第九百条　${MARKUP}${OVERRIDE}倒着写的话${INVISIBLE}。\n【规则】${MARKUP}\n列入国家重点建设项目的定点申请，可纳入医保定点评估范围，依据「不在条文中的话${MARKUP}」。\n【完】\n`,
  );
  const counties = join(folder, "hostile", "data", "县区.csv");
  const rows = [
    ...FORMULAS.map((formula, at) => [`X${at}`, formula]),
    ["X8", MARKUP],
    ["X9", `${OVERRIDE}名称倒写${INVISIBLE}`],
    [MARKUP, "编号是标记"],
  ];
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(([id, name]) => `${quoted(id!)},${quoted(name!)},阳江市,698900,662000`);
  writeFileSync(counties, `${readFileSync(counties, "utf8").trimEnd()}\n${lines.join("\n")}\n`);
  const note = {
    id: MARKUP,
    kind: "批注",
    anchor: { provision: null, label: MARKUP, quote: MARKUP, before: "", after: "", block: null },
    text: MARKUP,
    author: MARKUP,
    writtenAt: "2025-06-01T00:00:00Z",
    state: "未处理",
    replies: [{ text: MARKUP, author: MARKUP, writtenAt: "2025-06-01T00:00:00Z" }],
  };
  writeFileSync(
    join(folder, "hostile", "2025.批注.json"),
    JSON.stringify({ version: 1, policy: POLICY, notes: [note] }),
  );
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken", "1.tiaowen"), "第一条　本办法适用于机构。\n");
  writeFileSync(join(folder, "broken", "1.批注.json"), `{"version":1,"notes":[${MARKUP}`);
  writeFileSync(join(folder, `${MARKUP.slice(0, 38)}.tiaowen`), "第一条　本办法适用于机构。\n");
  return folder;
};

/** Listens for whatever the policy of the page would have had to stop. */
const watchViolations = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      seen.push(`${violatedDirective} ${blockedURI}`);
    });
  });
};

const traces = (page: Page): Promise<{ readonly pwned: unknown; readonly violations: readonly string[] }> =>
  page.evaluate(() => {
    const { __pwned, violations } = window as unknown as {
      readonly __pwned: unknown;
      readonly violations: readonly string[];
    };
    return { pwned: __pwned ?? null, violations };
  });

/** Waits until the part of the page shows the words as words. */
const shows = (page: Page, part: string, words: string): Promise<void> =>
  page.locator(part).getByText(words).first().waitFor();

const CLEAN = { pwned: null, violations: [] };

/** The page draws again after as much work, in seconds, whatever else the machine does meanwhile. */
const ANSWERS_WITHIN = 5;

/** Looks at the page from now on; what is answered waits until it draws again, and tells where that took too much work. */
const watchWork = async (page: Page): Promise<() => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime")!.value;
  };
  let began = await worked();
  return async () => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const now = await worked();
    expect(now - began).toBeLessThan(ANSWERS_WITHIN);
    began = now;
  };
};

describe("words of an enemy", () => {
  let studio: OpenedStudio;
  let page: Page;
  const dialogs: string[] = [];
  const source = hostileFolder();

  beforeAll(async () => {
    studio = await openStudio({ folder: source });
    ({ page } = studio);
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await watchViolations(page);
    await page.reload();
    await until(page, "the workspace", ({ isReady }) => isReady.get());
    await driveWith(page, POLICY, (state, path) => state.documents.open(path));
    await until(page, "the editor", ({ editor }) => editor.get() !== null);
    await analysed(page);
  });

  afterAll(async () => {
    await studio.close();
    rmSync(source, { recursive: true, force: true });
  });

  test("stay words in the text, the outline, the findings and their boxes", async () => {
    await drive(page, (state) => {
      state.showLower("problems");
      const start = state.currentText!.text.indexOf("不在条文中的话");
      state.reveal({ start, end: start }, true);
    });
    await page.locator("tw-problems .kind.bad").first().waitFor();
    await shows(page, "tw-problems", "<img src=x onerror=");
    await page.getByLabel("筛选目录").fill("第九百条");
    await page.locator("tw-outline [role=treeitem]").first().waitFor();
    await shows(page, "tw-outline", "<img");
    // What is wrong there is said in the box as well, once it is marked in the text.
    await page.locator("tw-editor .squiggly-error").first().waitFor({ state: "attached" });
    await page.locator(".view-line span", { hasText: "中的话" }).last().hover();
    await page.locator(".monaco-hover:visible", { hasText: "<img src=x" }).first().waitFor();
    expect(await page.locator(".monaco-hover img, .monaco-hover a[href^=javascript]").count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await traces(page)).toEqual(CLEAN);
  });

  test("that cannot be seen are marked in the text", async () => {
    await page.locator(".view-lines .unicode-highlight, .monaco-editor [class*=unicode]").first().waitFor();
    await shows(page, "tw-editor .view-lines", "[U+202E]");
    expect(await page.locator("tw-editor .view-lines").innerText()).not.toContain(OVERRIDE);
  });

  test("stay words in the register, the results, the explanation and the map", async () => {
    // The broken rule stands in the way of a run; without it the register can be judged.
    await driveWith(page, MARKUP, (state, markup) => {
      const { path, text } = state.currentText!;
      state.documents.edit(path, text.slice(0, text.indexOf(`【规则】${markup}`)));
      state.showLower("run");
    });
    await analysed(page);
    expect(await drive(page, ({ findings }) => findings.get()!.isRunnable)).toBe(true);
    await drive(page, (state) => state.run.intake.openBundled());
    await until(page, "results", ({ run }) => run.results.get() !== null && run.phase.get() === "idle");
    await drive(page, ({ run }) => {
      run.page.set("results");
      run.narrow({ text: "X8" });
    });
    // The row is there as soon as the results are narrowed down, and not before.
    await page.locator("tw-results [role=row][data-row='1']", { hasText: "<img src=x" }).click();
    await page.locator("tw-explain #why").waitFor();
    await shows(page, "tw-explain", "<img src=x");
    await drive(page, (state) => state.showLower("map"));
    await page.locator("tw-map input").waitFor();
    expect(await traces(page)).toEqual(CLEAN);
  });

  test("do not turn round the words beside them", async () => {
    await drive(page, (state) => {
      state.showLower("run");
      state.run.narrow({ text: "X9" });
    });
    await until(page, "the rows of X9", ({ run }) => {
      const [view, results] = [run.view.get(), run.results.get()];
      return (
        view !== null &&
        view.rows.length > 0 &&
        view.rows.every((row) => results?.records[results.record[row]!]?.id === "X9")
      );
    });
    await page.locator("tw-results [role=row][data-row='1']", { hasText: "名称倒写" }).click();
    await page.locator("tw-explain .record", { hasText: "名称倒写" }).waitFor();
    await drive(page, ({ run }) => run.arrange({ group: "region" }));
    await page.locator("tw-results .row.group", { hasText: "名称倒写" }).first().waitFor();
    expect(await page.evaluate(wordsTurnedRound, "倒写")).toEqual([]);
    // What is looked for is found where it does happen.
    await page.evaluate((override) => {
      const line = document.createElement("p");
      line.id = "turned";
      line.style.cssText = "position:fixed;top:0";
      line.innerHTML = `<span>倒写${override}</span><span>后面的话</span>`;
      document.body.append(line);
    }, OVERRIDE);
    expect(await page.evaluate(wordsTurnedRound, "倒写")).toEqual(["后面的话"]);
    await page.evaluate(() => document.querySelector("#turned")!.remove());
  });

  test("in a workbook stay words in the columns to be mapped", async () => {
    const { default: writeSheet } = await import("write-excel-file/node");
    const file = await writeSheet(
      [
        ["编号", "名称", MARKUP].map((value) => ({ value })),
        ["1", MARKUP, "=1+1"].map((value) => ({ value })),
      ],
      { sheet: "<img src=x onerror=1>" },
    ).toBuffer();
    await driveWith(page, file.toString("base64"), (state, base64) =>
      state.run.intake.openFiles([
        new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "<b>县区.xlsx"),
      ]),
    );
    await page.locator("tw-mapping select").first().waitFor();
    await shows(page, "tw-mapping", "<img src=x onerror=");
    expect(await traces(page)).toEqual(CLEAN);
  });

  test("stay words in notes, and a broken file of notes is told", async () => {
    await drive(page, (state) => state.showSide("notes"));
    await page.locator("tw-note-card").first().waitFor();
    await shows(page, "tw-note-card", "<img src=x");
    await drive(page, (state) => state.documents.open("broken/1.tiaowen"));
    await page.locator("tw-notes [role=alert]").waitFor();
    await driveWith(page, POLICY, (state, path) => state.documents.open(path));
    expect(await traces(page)).toEqual(CLEAN);
  });

  test("stay words in the palette, the comparison, the help and messages", async () => {
    await drive(page, (state) => state.shell.palette.set("@第九百条"));
    await page.locator("tw-palette [role=option]").first().waitFor();
    await drive(page, (state) => state.shell.palette.set(null));
    await driveWith(page, MARKUP, (state, markup) => {
      state.notify("bad", markup);
      state.comparison.open("left", `${markup}.txt`, `第一条　${markup}。\n`);
      state.comparison.open("right", "b.txt", `第一条　${markup}，应当如此。\n`);
      state.comparison.useData(false);
      state.mode.set("compare");
    });
    await drive(page, (state) => state.comparison.compare());
    await page.locator("tw-compared-provisions").waitFor();
    await shows(page, "tw-compared-provisions", "<img src=x");
    await drive(page, (state) => state.mode.set("help"));
    const answers = await watchWork(page);
    await page.getByLabel("在语言参考中查找").fill(MARKUP);
    await page.getByLabel("在语言参考中查找").fill("<b>");
    await answers();
    await drive(page, (state) => state.mode.set("write"));
    expect(await traces(page)).toEqual(CLEAN);
  });

  test("are no formulas in the tables that are given out", async () => {
    await drive(page, async (state) => {
      await state.run.intake.openBundled();
      state.run.clearFilter();
    });
    await until(page, "results", ({ run }) => run.results.get() !== null && run.phase.get() === "idle");
    const files = new Map<string, string>();
    for (const format of ["csv", "xlsx", "html"] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        driveWith(page, format, (state, format) => state.run.export(format, false)),
      ]);
      files.set(format, await download.path());
    }
    const csv = readFileSync(files.get("csv")!, "utf8");
    expect(csv).toContain("HYPERLINK");
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@][^",\n]/m);
    const cells = (await readSheet(readFileSync(files.get("xlsx")!))).flat();
    const suspicious = cells.filter((cell) => typeof cell === "string" && /^[=+\-@\t\r]/.test(cell));
    expect(cells.some((cell) => typeof cell === "string" && cell.includes("HYPERLINK"))).toBe(true);
    expect(suspicious).toEqual([]);
    const html = readFileSync(files.get("html")!, "utf8");
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img src=x");
  });

  test("of a million letters in one line leave the page alive", async () => {
    const answers = await watchWork(page);
    await drive(page, (state) => {
      const { path, text } = state.currentText!;
      state.documents.edit(path, `${text}\n第九百零一条　${"很长的一行，".repeat(170_000)}。\n`);
      state.reveal({ start: text.length + 3, end: text.length + 8 }, true);
    });
    await answers();
    await analysed(page);
    await answers();
    expect(await drive(page, ({ currentText }) => currentText!.text.length)).toBeGreaterThan(1_000_000);
  });

  test("that make ten thousand findings leave the page alive", async () => {
    const answers = await watchWork(page);
    await drive(page, (state) => {
      const { path, text } = state.currentText!;
      const rules = Array.from(
        { length: 2500 },
        (_, at) => `【规则】坏${at}\n没有的词${at}的机构，应符合没有的话。\n`,
      );
      state.documents.edit(path, `${text.slice(0, text.indexOf("第九百零一条"))}${rules.join("\n")}【完】\n`);
      state.showLower("problems");
    });
    await answers();
    await analysed(page);
    await answers();
    const count = await drive(page, ({ findings }) => findings.get()!.findings.length + findings.get()!.left);
    expect(count).toBeGreaterThanOrEqual(10_000);
    await page.locator("tw-problems .kind.bad").first().waitFor();
  });

  test("have done nothing at all", async () => {
    expect(await traces(page)).toEqual(CLEAN);
    expect(dialogs).toEqual([]);
    expect(studio.problems).toEqual([]);
  });
});

describe("the policy of the page", () => {
  let studio: OpenedStudio;

  beforeAll(async () => {
    studio = await openStudio();
  });

  afterAll(() => studio.close());

  test("runs no script but those of the page, and asks nobody else", async () => {
    const context = await studio.page.context().browser()!.newContext();
    const page = await context.newPage();
    await page.goto(studio.address);
    const other = studio.address.replace("127.0.0.1", "localhost");
    const outcome = await page.evaluate(async (other) => {
      const ran: string[] = [];
      const script = document.createElement("script");
      script.textContent = "window.__inline = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", `<img src="data:,x" onerror="window.__handler = 1">`);
      // Outside of what the test itself runs, where the browser would allow it.
      const attempt = (work: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              work();
              resolve("ran");
            } catch (error) {
              resolve(error instanceof Error ? error.name : "thrown");
            }
          });
        });
      ran.push(await attempt(() => Reflect.apply(Reflect.get(globalThis, "eval"), null, ["1"])));
      ran.push(await attempt(() => Reflect.construct(Reflect.get(globalThis, "Function"), ["return 1"])));
      ran.push(
        await fetch(`${other}samples.json`, { mode: "no-cors" }).then(
          () => "fetched",
          () => "refused",
        ),
      );
      const image = new Image();
      const loaded = new Promise<string>((resolve) => {
        image.addEventListener("load", () => resolve("loaded"));
        image.addEventListener("error", () => resolve("refused"));
      });
      image.src = `${other}favicon.ico`;
      ran.push(await loaded);
      ran.push(
        await attempt(() => new Worker(URL.createObjectURL(new Blob(["1"], { type: "text/javascript" })))),
      );
      const { __inline, __handler } = window as unknown as { readonly __inline?: 1; readonly __handler?: 1 };
      return { ran, inline: __inline ?? null, handler: __handler ?? null };
    }, other);
    expect(outcome.ran.slice(0, 4)).toEqual(["EvalError", "EvalError", "refused", "refused"]);
    expect(outcome.inline).toBeNull();
    expect(outcome.handler).toBeNull();
    await context.close();
  });

  test.each(["{", "null", "[]", '{"theme":"<img>","panes":{"outline":1e9},"day":"x","lastFiles":7}'])(
    "settings that say %s are as good as none",
    async (settings) => {
      const page = await studio.newPage();
      await page.addInitScript((settings) => localStorage.setItem("tiaowen.settings", settings), settings);
      await page.goto(studio.address);
      await page.locator("tw-outline [role=treeitem]").first().waitFor();
      await page.context().close();
      expect(studio.problems).toEqual([]);
    },
  );
});
