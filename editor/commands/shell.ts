import type { Studio } from "../state/studio.ts";
import { wordAt } from "../state/word-at.ts";
import type { Command } from "./command.ts";

const fold = (studio: Studio, pane: "outlineFolded" | "lowerFolded" | "sideFolded"): void => {
  studio.shell.arrange({ [pane]: !studio.shell.layout.get()[pane] });
};

/** In a narrow window one part is shown at a time, and none is folded. */
const isWide = ({ shell }: Studio): boolean => !shell.isNarrow.get();

/** The word of the language that the cursor of the text stands on, while the keyboard is there. */
const askedWord = (studio: Studio): string | null => {
  const text = studio.currentText;
  const tables = studio.tables.get();
  const isInText = (document.activeElement?.closest("tw-editor") ?? null) !== null;
  if (text === null || tables === null || !isInText) return null;
  const words = [...tables.blocks, ...tables.keywords.map(({ word }) => word)];
  return wordAt(text.text, studio.place.get().offset, words);
};

/** A name has a card of its own; where there is no text under the cursor, there is everything to choose from. */
const explainName = ({ shell, editor }: Studio): void => {
  const isInText = (document.activeElement?.closest("tw-editor") ?? null) !== null;
  if (isInText) editor.get()?.trigger("editor.action.showHover");
  else shell.palette.set("");
};

/** Panes, views, themes and help. */
export const COMMANDS: readonly Command[] = [
  {
    id: "palette",
    title: "查找命令",
    group: "查看",
    initials: "czml",
    keys: ["Ctrl+K", "Ctrl+Shift+P"],
    run: ({ shell }) => shell.palette.set(""),
  },
  {
    id: "go-to-provision",
    title: "转到条款",
    group: "查看",
    initials: "zdtk",
    keywords: ["第几条"],
    keys: ["Ctrl+Shift+O"],
    run: ({ shell }) => shell.palette.set("@"),
  },
  {
    id: "fold-outline",
    title: "显示或者收起目录",
    group: "查看",
    initials: "xshzsqml",
    keys: ["Ctrl+B"],
    isEnabled: isWide,
    run: (studio) => fold(studio, "outlineFolded"),
  },
  {
    id: "fold-lower",
    title: "显示或者收起下方窗格",
    group: "查看",
    initials: "xshzsqxfcg",
    keys: ["Ctrl+J"],
    isEnabled: isWide,
    run: (studio) => fold(studio, "lowerFolded"),
  },
  {
    id: "fold-side",
    title: "显示或者收起右侧窗格",
    group: "查看",
    initials: "xshzsqyccg",
    keys: ["Ctrl+Alt+B"],
    isEnabled: isWide,
    run: (studio) => fold(studio, "sideFolded"),
  },
  {
    id: "mode-write",
    title: "转到编写",
    group: "查看",
    initials: "zdbx",
    keys: ["Alt+1"],
    run: ({ mode }) => mode.set("write"),
  },
  {
    id: "mode-compare",
    title: "转到比较",
    group: "比较",
    initials: "zdbj",
    keywords: ["两个版本", "差别"],
    keys: ["Alt+2"],
    run: ({ mode }) => mode.set("compare"),
  },
  {
    id: "show-problems",
    title: "查看问题",
    group: "查看",
    initials: "ckwt",
    keywords: ["错误", "警告"],
    keys: ["Ctrl+Shift+M"],
    run: (studio) => studio.showLower("problems", true),
  },
  {
    id: "show-run",
    title: "查看核对结果",
    group: "核对",
    initials: "ckhdjg",
    keywords: ["登记数据"],
    keys: ["Alt+3"],
    run: (studio) => studio.showLower("run", true),
  },
  {
    id: "show-map",
    title: "查看地图",
    group: "核对",
    initials: "ckdt",
    run: (studio) => studio.showLower("map", true),
  },
  {
    id: "show-cases",
    title: "查看用例",
    group: "用例",
    initials: "ckyl",
    keys: ["Alt+4"],
    run: (studio) => studio.showLower("cases", true),
  },
  {
    id: "show-explain",
    title: "查看解释",
    group: "核对",
    initials: "ckjs",
    keywords: ["为什么", "还缺什么", "差多少"],
    keys: ["Alt+5"],
    run: (studio) => studio.showSide("explain", true),
  },
  {
    id: "show-notes",
    title: "查看批注",
    group: "批注",
    initials: "ckpz",
    keywords: ["待明确事项"],
    keys: ["Alt+6"],
    run: (studio) => studio.showSide("notes", true),
  },
  {
    id: "untreated-only",
    title: "目录中只看未处理的条款",
    group: "查看",
    initials: "mlzzkwcldtk",
    keywords: ["筛选"],
    run: ({ shell }) => shell.untreatedOnly.set(!shell.untreatedOnly.get()),
  },
  {
    id: "focus-text",
    title: "回到条文",
    group: "查看",
    initials: "hdtw",
    keys: ["Alt+0"],
    run: (studio) => {
      studio.mode.set("write");
      studio.shell.narrowView.set("text");
      studio.editor.get()?.focus();
    },
  },
  {
    id: "theme-system",
    title: "配色：跟随系统",
    group: "查看",
    initials: "psgsxt",
    keywords: ["主题"],
    run: ({ shell }) => shell.themeChoice.set("system"),
  },
  {
    id: "theme-light",
    title: "配色：浅色",
    group: "查看",
    initials: "psqs",
    keywords: ["主题"],
    run: ({ shell }) => shell.themeChoice.set("light"),
  },
  {
    id: "theme-dark",
    title: "配色：深色",
    group: "查看",
    initials: "psss",
    keywords: ["主题", "夜间"],
    run: ({ shell }) => shell.themeChoice.set("dark"),
  },
  {
    id: "theme-contrast-light",
    title: "配色：高对比浅色",
    group: "查看",
    initials: "psgdbqs",
    keywords: ["主题"],
    run: ({ shell }) => shell.themeChoice.set("contrast-light"),
  },
  {
    id: "theme-contrast-dark",
    title: "配色：高对比深色",
    group: "查看",
    initials: "psgdbss",
    keywords: ["主题"],
    run: ({ shell }) => shell.themeChoice.set("contrast-dark"),
  },
  {
    id: "help",
    title: "打开语言参考",
    group: "帮助",
    initials: "dkyyck",
    keywords: ["帮助", "句式", "手册"],
    run: ({ mode }) => mode.set("help"),
  },
  {
    id: "help-on-word",
    title: "查看光标处用词的说明",
    group: "帮助",
    initials: "ckgbcycdsm",
    keys: ["F1"],
    run: (studio) => {
      const word = askedWord(studio);
      if (word === null) {
        explainName(studio);
        return;
      }
      studio.shell.helpPlace.set({ page: "", anchor: word });
      studio.mode.set("help");
    },
  },
  {
    id: "shortcuts",
    title: "查看快捷键",
    group: "帮助",
    initials: "ckkjj",
    keys: ["Ctrl+/"],
    run: ({ shell }) => shell.dialog.set({ kind: "shortcuts" }),
  },
  {
    id: "tour",
    title: "重新看一遍入门引导",
    group: "帮助",
    initials: "cxkybrmyd",
    run: (studio) => {
      studio.mode.set("write");
      studio.shell.tourStep.set(0);
    },
  },
];
