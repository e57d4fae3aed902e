import type { Studio } from "../state/studio.ts";
import type { Command } from "./command.ts";

const isFound = ({ comparison }: Studio): boolean => comparison.comparison.get() !== null;
const isBusy = ({ comparison }: Studio): boolean => comparison.progress.get() !== null;

const exportAs = (format: "docx" | "html" | "md" | "json", title: string, initials: string): Command => ({
  id: `compare.export-${format}`,
  title: `导出比较结果为${title}`,
  group: "比较",
  initials,
  isEnabled: (studio) => isFound(studio) && !isBusy(studio),
  run: ({ comparison }) => comparison.export(format),
});

/** Two documents side by side. */
export const COMMANDS: readonly Command[] = [
  {
    id: "compare.start",
    title: "比较选定的两份文件",
    group: "比较",
    initials: "bjxddlfwj",
    keywords: ["对照", "差别", "修改对照表"],
    isEnabled: (studio) => !isBusy(studio),
    run: async (studio) => {
      studio.mode.set("compare");
      studio.comparison.wake();
      const { left, right } = studio.comparison;
      if (left.get() === null || right.get() === null || left.get() === right.get())
        studio.notify("info", "请先在“比较”中选定两份不同的文件。");
      else await studio.comparison.compare();
    },
  },
  {
    id: "compare.swap",
    title: "互换比较的两份文件",
    group: "比较",
    initials: "hhbjdlfwj",
    run: ({ comparison }) => comparison.swap(),
  },
  {
    id: "compare.cancel",
    title: "取消比较",
    group: "比较",
    initials: "qxbj",
    isEnabled: isBusy,
    run: ({ comparison }) => comparison.cancel(),
  },
  {
    id: "compare.next",
    title: "下一处条文变化",
    group: "比较",
    initials: "xyctwbh",
    keys: ["F7"],
    isEnabled: (studio) => isFound(studio) && studio.mode.get() === "compare",
    run: ({ comparison }) => comparison.step(1),
  },
  {
    id: "compare.previous",
    title: "上一处条文变化",
    group: "比较",
    initials: "syctwbh",
    keys: ["Shift+F7"],
    isEnabled: (studio) => isFound(studio) && studio.mode.get() === "compare",
    run: ({ comparison }) => comparison.step(-1),
  },
  {
    id: "compare.verbatim",
    title: "逐条对照或者逐字对照",
    group: "比较",
    initials: "ztdzhzzzdz",
    isEnabled: isFound,
    run: (studio) => {
      studio.mode.set("compare");
      studio.comparison.tab.set("text");
      studio.comparison.isVerbatim.set(!studio.comparison.isVerbatim.get());
    },
  },
  exportAs("docx", " Word 对照表", "dcbjjgwworddzb"),
  exportAs("html", "网页", "dcbjjgwwy"),
  exportAs("md", " Markdown", "dcbjjgwmarkdown"),
  exportAs("json", " JSON", "dcbjjgwjson"),
];
