import type { Page } from "playwright-core";
import { drive, driveWith, until } from "./drive.ts";

/** A state of the window that a person sees, and the way to it. */
export interface View {
  readonly name: string;
  readonly show: (page: Page) => Promise<unknown>;
  /** The text in the editor is another one than before, and worth looking at in every theme. */
  readonly hasNewText?: boolean;
}

export const seen = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();

export const ready = (page: Page): Promise<void> =>
  until(page, "the editor", ({ editor, findings }) => editor.get() !== null && findings.get() !== null);

const chooseTab = (page: Page, name: RegExp): Promise<void> => page.getByRole("tab", { name }).click();

/** A rule that does not stand: a name that is nowhere, and a block that is not closed. */
const BROKEN = "\n\n【规则】坏规则\n依据：“没有这句话”\n如果 不存在的字段 大于 三\n";

/** In this order: each view goes on from the one before. */
export const VIEWS: readonly View[] = [
  {
    name: "the editor with nothing run",
    hasNewText: true,
    show: (page) => seen(page, ".monaco-editor .view-line"),
  },
  {
    name: "a menu",
    show: async (page) => {
      await page.getByRole("button", { name: /^文件/ }).first().click();
      await seen(page, "[role=menuitem]");
    },
  },
  {
    name: "the outline with a filter and its legend",
    show: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByLabel("筛选目录").fill("零售药店");
      await page.getByRole("button", { name: "图例" }).click();
      await seen(page, "tw-outline [role=treeitem]");
    },
  },
  {
    name: "the outline without any match",
    show: async (page) => {
      await page.getByRole("button", { name: "图例" }).click();
      await page.getByLabel("筛选目录").fill("没有这样的条款");
      await seen(page, "tw-outline .empty");
    },
  },
  {
    name: "findings",
    hasNewText: true,
    show: async (page) => {
      await page.getByLabel("筛选目录").fill("");
      await driveWith(page, BROKEN, (studio, broken) => {
        const text = studio.currentText!;
        studio.documents.edit(text.path, `${text.text}${broken}`);
        studio.showLower("problems");
      });
      await seen(page, "tw-problems .kind.bad");
    },
  },
  {
    name: "no findings on show",
    show: async (page) => {
      for (const name of [/^错误/, /^警告/, /^提示/])
        await page.locator("tw-problems").getByRole("button", { name }).first().click();
      await seen(page, "tw-problems .empty");
    },
  },
  {
    name: "cases",
    show: async (page) => {
      await driveWith(page, BROKEN, (studio, broken) => {
        const text = studio.currentText!;
        studio.documents.edit(text.path, text.text.replace(broken, ""));
        studio.showLower("cases");
      });
      await seen(page, "tw-cases tbody tr");
    },
  },
  {
    name: "findings of the analysis",
    hasNewText: true,
    show: async (page) => {
      await drive(page, (studio) => studio.showLower("analysis"));
      await seen(page, "tw-finding-list [role=option]");
    },
  },
  {
    name: "a finding with an example and edits",
    show: async (page) => {
      await drive(page, async ({ analysis }) => {
        const card = analysis.shown
          .get()!
          .findings.find((each) => each.hasSuggestions && each.witness !== null)!;
        analysis.choose(card);
        await analysis.trySuggestions(card);
      });
      await seen(page, "tw-suggestions .suggestion");
    },
  },
  {
    name: "the map before a run",
    show: async (page) => {
      await chooseTab(page, /^地图/);
      await seen(page, "tw-map .empty");
    },
  },
  {
    name: "a register that is not there yet",
    show: async (page) => {
      await chooseTab(page, /^核对/);
      await seen(page, "tw-register");
    },
  },
  {
    name: "columns to be mapped",
    show: async (page) => {
      await drive(page, (studio) =>
        studio.run.intake.openFiles([
          new File(["编号,名称,所属市,奇怪的列\n1,江城区,阳江市,x\n"], "县区.csv", { type: "text/csv" }),
        ]),
      );
      await seen(page, "tw-mapping select");
    },
  },
  {
    name: "cells that cannot be read",
    show: async (page) => {
      await drive(page, async (studio) => {
        await studio.run.intake.openFiles([
          new File(["编号,名称,常住人口\n1,江城区,很多\n"], "县区.csv", { type: "text/csv" }),
        ]);
        await studio.run.intake.confirm(studio.run.preview.get()!.files.map(({ mapping }) => mapping));
        studio.run.showErrors();
      });
      await seen(page, "tw-cell-errors [role=row], tw-cell-errors tr");
    },
  },
  {
    name: "results by rule",
    show: async (page) => {
      await drive(page, (studio) => studio.run.intake.openBundled());
      await drive(page, (studio) => studio.run.page.set("results"));
      await seen(page, "tw-results [role=gridcell]");
    },
  },
  {
    name: "results in one list, filtered",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.run.arrange({ group: "none", key: "record" });
        studio.run.narrow({ statuses: ["不成立", "成立"] });
      });
      await seen(page, "tw-filter-tags button");
    },
  },
  {
    name: "an explanation with a trial",
    show: async (page) => {
      await drive(page, (studio) => studio.run.clearFilter());
      await page.locator("tw-results [role=row][data-row='2']").click();
      await seen(page, "tw-explain #why");
      await page.locator("tw-what-if input").first().fill("试改的内容");
      await seen(page, "tw-what-if .answer .status");
    },
  },
  {
    name: "the map with a record",
    show: async (page) => {
      await chooseTab(page, /^地图/);
      await page.locator("tw-map [role=row][data-row='3']").click();
      await seen(page, "tw-map canvas, tw-map svg");
    },
  },
  {
    name: "no notes yet",
    show: async (page) => {
      await chooseTab(page, /^批注/);
      await seen(page, "tw-notes .empty");
    },
  },
  {
    name: "a note that is being written",
    show: async (page) => {
      await page.getByRole("button", { name: "批注选定的文字" }).click();
      await seen(page, "tw-note-form textarea");
    },
  },
  {
    name: "notes",
    show: async (page) => {
      await page.locator("tw-note-form textarea").fill("这里的期限从哪一天起算？");
      await page.getByRole("button", { name: "保存批注" }).click();
      await page.locator("tw-note-card").getByRole("button", { name: "回复" }).click();
      await seen(page, "tw-note-card textarea");
    },
  },
  {
    name: "the palette",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.shell.palette.set("");
      });
      await seen(page, "tw-palette [role=option]");
    },
  },
  ...(["shortcuts", "new-policy", "changed-on-disk", "failure"] as const).map((kind) => ({
    name: `the dialog ${kind}`,
    show: async (page: Page) => {
      await driveWith(page, kind, (studio, kind) => {
        studio.shell.palette.set(null);
        const path = studio.current.get() ?? "";
        studio.shell.dialog.set(
          kind === "changed-on-disk"
            ? { kind, path }
            : kind === "failure"
              ? { kind, details: "Error: 示例" }
              : { kind },
        );
      });
      await seen(page, `tw-${kind} dialog[open]`);
    },
  })),
  {
    name: "the question before official text is changed",
    show: async (page) => {
      await page.keyboard.press("Escape");
      await page.locator("tw-dialogs").waitFor({ state: "detached" });
      await drive(page, (studio) => {
        const start = studio.currentText!.text.indexOf("第一条") + 8;
        studio.reveal({ start, end: start }, true);
      });
      await page.keyboard.type("x");
      await seen(page, "tw-protection-dialog dialog[open]");
    },
  },
  {
    name: "messages in the corner and texts that were given back",
    show: async (page) => {
      await page.keyboard.press("Escape");
      await drive(page, (studio) => {
        studio.notify("bad", "“示例”没有保存。");
        studio.notify("info", "已换成磁盘上的文字。", { title: "换回我的", run: () => {} });
        studio.notify("good", "已保存。");
        studio.shell.recovered.set([studio.current.get()!]);
      });
      await seen(page, "tw-toast .notice");
    },
  },
  {
    name: "the tour",
    show: async (page) => {
      await drive(page, (studio) => {
        for (const { id } of studio.notices.get()) studio.dismiss(id);
        studio.shell.recovered.set([]);
        studio.shell.tourStep.set(1);
      });
      await seen(page, "tw-tour .callout");
    },
  },
  {
    name: "a comparison to be begun",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.shell.tourStep.set(null);
        studio.mode.set("compare");
      });
      await seen(page, "tw-compare .empty");
    },
  },
  {
    name: "compared provisions",
    show: async (page) => {
      await drive(page, (studio) => studio.comparison.compare());
      await seen(page, "tw-compared-provisions");
    },
  },
  ...(["rules", "behaviour", "impact"] as const).map((tab) => ({
    name: `compared ${tab}`,
    show: async (page: Page) => {
      await driveWith(page, tab, (studio, tab) => studio.comparison.tab.set(tab));
      await seen(
        page,
        { rules: "tw-rule-changes", behaviour: "tw-compared-behaviour", impact: "tw-compared-impact" }[tab],
      );
      const first = page.locator("tw-rule-changes button.item, tw-compared-behaviour button.item").first();
      if (tab !== "impact") await first.click();
    },
  })),
  {
    name: "compared texts word by word",
    hasNewText: true,
    show: async (page) => {
      await drive(page, (studio) => {
        studio.comparison.tab.set("text");
        studio.comparison.isVerbatim.set(true);
      });
      await seen(page, "tw-diff .view-line");
    },
  },
  {
    name: "help",
    show: async (page) => {
      await page.reload();
      await ready(page);
      await drive(page, (studio) => studio.mode.set("help"));
      await seen(page, "tw-help article h1");
    },
  },
  {
    name: "help that is searched",
    show: async (page) => {
      await page.getByLabel("在语言参考中查找").fill("例外");
      await seen(page, "tw-help .list button");
    },
  },
  {
    name: "nothing open",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.mode.set("write");
        studio.current.set(null);
      });
      await seen(page, "tw-start button");
    },
  },
];

/** The parts that a narrow window shows one at a time. */
export const NARROW: readonly View[] = [
  { name: "the text", show: (page) => seen(page, ".monaco-editor .view-line") },
  { name: "the outline", show: (page) => chooseTab(page, /^目录/) },
  ...(["problems", "run", "map", "cases", "analysis"] as const).map((view) => ({
    name: view,
    show: async (page: Page) => {
      await driveWith(page, view, (studio, view) => studio.showLower(view));
      await seen(page, `tw-${view} button, tw-${view} input, tw-${view} tr`);
      if (view === "analysis") await seen(page, "tw-finding-list [role=option]");
    },
  })),
  {
    name: "a finding of the analysis",
    show: async (page) => {
      await page.locator("tw-finding-list [role=option]").first().click();
      await seen(page, "tw-finding-detail .clause");
    },
  },
  ...(["explain", "notes"] as const).map((view) => ({
    name: view,
    show: async (page: Page) => {
      await driveWith(page, view, (studio, view) => studio.showSide(view));
      await seen(page, `tw-${view} button`);
    },
  })),
  {
    name: "the dialog new-policy",
    show: async (page) => {
      await drive(page, (studio) => studio.shell.dialog.set({ kind: "new-policy" }));
      await seen(page, "tw-new-policy dialog[open]");
    },
  },
  {
    name: "the palette",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.shell.dialog.set(null);
        studio.shell.palette.set("");
      });
      await seen(page, "tw-palette [role=option]");
    },
  },
  {
    name: "a comparison to be begun",
    show: async (page) => {
      await drive(page, (studio) => {
        studio.shell.palette.set(null);
        studio.mode.set("compare");
      });
      await seen(page, "tw-compare .empty");
    },
  },
  {
    name: "the help",
    show: async (page) => {
      await drive(page, (studio) => studio.mode.set("help"));
      await seen(page, "tw-help article h1");
    },
  },
];

/** Chooses the first result, so that the explanation and the map have something to show. */
export const chooseResult = async (page: Page): Promise<void> => {
  await until(page, "results", ({ run }) => run.results.get() !== null && run.phase.get() === "idle");
  await drive(page, ({ run }) => {
    const { records, decisions, record, decision } = run.results.get()!;
    const { object, id } = records[record[0]!]!;
    run.target.set({ object, id, decision: decisions[decision[0]!]!.id });
    run.page.set("results");
  });
};
