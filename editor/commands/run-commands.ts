import type { Studio } from "../state/studio.ts";
import { bundledPaths } from "../state/run/bundled-data.ts";
import type { Command } from "./command.ts";

const hasResults = ({ run }: Studio): boolean => run.results.get() !== null;

/** Ids of decisions that a link in the text asks for: the decisions of one rule. */
const decisionsIn = (details: unknown): readonly string[] | null => {
  const found =
    typeof details === "object" && details !== null && "decisions" in details ? details.decisions : details;
  return Array.isArray(found) && found.length > 0 && found.every((each) => typeof each === "string")
    ? found
    : null;
};

/** The register and the run. */
export const COMMANDS: readonly Command[] = [
  {
    id: "run.all",
    title: "核对全部规则",
    group: "核对",
    initials: "hdqbgz",
    keywords: ["运行", "执行", "重新核对"],
    keys: ["F9"],
    run: async (studio) => {
      studio.showLower("run");
      await studio.run.runRules();
    },
  },
  {
    id: "run.rule",
    title: "只核对光标所在的规则",
    group: "核对",
    initials: "zhdgbszdgz",
    keywords: ["运行"],
    run: async (studio, details) => {
      studio.showLower("run");
      const only = decisionsIn(details) ?? decisionsAtCursor(studio);
      if (only === null) studio.notify("info", "请先把光标放在一条规则中。");
      else await studio.run.runRules(only);
    },
  },
  {
    id: "run.cancel",
    title: "取消核对",
    group: "核对",
    initials: "qxhd",
    isEnabled: ({ run }) => run.phase.get() === "running",
    run: ({ run }) => run.cancel(),
  },
  {
    id: "run.open",
    title: "打开登记数据",
    group: "核对",
    initials: "dkdjsj",
    keywords: ["CSV", "Excel", "导入"],
    run: async (studio) => {
      studio.showLower("run");
      studio.run.page.set("register");
      const { chooseDataFiles } = await import("../components/run/choose-files.ts");
      await studio.run.intake.openFiles(await chooseDataFiles());
    },
  },
  {
    id: "run.bundled",
    title: "使用随附数据",
    group: "核对",
    initials: "sysfsj",
    isEnabled: (studio) => studio.run.path !== null && bundledPaths(studio, studio.run.path).length > 0,
    run: async (studio) => {
      studio.showLower("run");
      await studio.run.intake.openBundled();
    },
  },
  {
    id: "run.by-provision",
    title: "查看由这一条决定的结果",
    group: "核对",
    initials: "ckyzytjddjg",
    keywords: ["条文", "记录"],
    isEnabled: (studio) => hasResults(studio) && studio.place.get().provision !== null,
    run: (studio, details) => {
      const provision = typeof details === "string" ? details : studio.place.get().provision;
      if (provision === null) return;
      studio.showLower("run");
      studio.run.showDecidedBy(provision);
    },
  },
  {
    id: "run.clear-filter",
    title: "取消全部筛选",
    group: "核对",
    initials: "qxqbsx",
    isEnabled: hasResults,
    run: ({ run }) => run.clearFilter(),
  },
  {
    id: "run.export-xlsx",
    title: "导出核对结果为 Excel 表格",
    group: "核对",
    initials: "dchdjgwexcelbg",
    isEnabled: hasResults,
    run: ({ run }) => run.export("xlsx", false),
  },
  {
    id: "run.export-csv",
    title: "导出核对结果为 CSV 表格",
    group: "核对",
    initials: "dchdjgwcsvbg",
    isEnabled: hasResults,
    run: ({ run }) => run.export("csv", false),
  },
  {
    id: "run.export-html",
    title: "导出核对结果为网页",
    group: "核对",
    initials: "dchdjgwwy",
    isEnabled: hasResults,
    run: ({ run }) => run.export("html", false),
  },
];

const decisionsAtCursor = ({ details, findings, place }: Studio): readonly string[] | null => {
  const { offset } = place.get();
  const block = findings
    .get()
    ?.layout.find(({ kind, span }) => kind === "block" && span.start <= offset && offset <= span.end);
  if (block === undefined) return null;
  const lens = details
    .get()
    ?.lenses.find(({ span }) => span.start >= block.span.start && span.start <= block.span.end);
  return lens === undefined || lens.decisions.length === 0 ? null : lens.decisions;
};
