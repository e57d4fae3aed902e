import type { Command } from "./command.ts";

/** What the analysis finds in the rules. */
export const COMMANDS: readonly Command[] = [
  {
    id: "analysis.run",
    title: "分析规则",
    group: "分析",
    initials: "fxgz",
    keywords: ["重叠", "遗漏", "矛盾", "空白", "修改建议"],
    keys: ["Alt+7"],
    isEnabled: ({ current }) => current.get() !== null,
    run: async (studio) => {
      studio.showLower("analysis", true);
      await studio.analysis.run();
    },
  },
  {
    id: "analysis.follow",
    title: "启用或者停用自动分析",
    group: "分析",
    initials: "qyhztyzdfx",
    keywords: ["随改随析"],
    run: (studio) => {
      const { isOn } = studio.analysis;
      isOn.set(!isOn.get());
      studio.notify("info", isOn.get() ? "规则修改后会自动分析。" : "已停用自动分析。需要时请按“分析”。");
    },
  },
];
