import type { Command } from "./command.ts";

/** 用例 and 性质. */
export const COMMANDS: readonly Command[] = [
  {
    id: "cases.run",
    title: "重新运行用例",
    group: "用例",
    initials: "cxyxyl",
    keywords: ["测试", "性质"],
    isEnabled: ({ current }) => current.get() !== null,
    run: async (studio) => {
      studio.showLower("cases");
      await studio.cases.run();
    },
  },
  {
    id: "cases.show",
    title: "查看光标所在规则的用例",
    group: "用例",
    initials: "ckgbszgzdyl",
    keywords: ["覆盖"],
    isEnabled: ({ current }) => current.get() !== null,
    run: (studio, details) => {
      studio.cases.rule.set(ruleIn(details));
      studio.showLower("cases");
    },
  },
];

/** The rule that a link in the text names. */
const ruleIn = (details: unknown): string | null => {
  const found = typeof details === "object" && details !== null && "rule" in details ? details.rule : details;
  return typeof found === "string" ? found : null;
};
