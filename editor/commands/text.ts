import type { Studio } from "../state/studio.ts";
import type { Command } from "./command.ts";

const isWriting = ({ current, editor, mode }: Studio): boolean =>
  current.get() !== null && editor.get() !== null && mode.get() === "write";

/** An action of the editor, found in the palette like all else; the editor listens to its keys itself. */
const action = (
  id: string,
  title: string,
  initials: string,
  editorKeys: string | null,
  keywords: readonly string[] = [],
): Command => ({
  id: `text.${id}`,
  title,
  group: "编辑",
  initials,
  keywords,
  ...(editorKeys === null ? {} : { editorKeys }),
  isEnabled: isWriting,
  run: ({ editor }) => editor.get()?.trigger(id),
});

/** What the editor can do at the cursor and in the whole text. */
export const COMMANDS: readonly Command[] = [
  action("undo", "撤销", "cx", "Ctrl+Z"),
  action("redo", "恢复", "hf", "Ctrl+Y", ["重做"]),
  action("editor.action.triggerSuggest", "补全", "bq", "Ctrl+Space", ["提示"]),
  action("tiaowen.insertSnippet", "插入句式", "crjs", "Ctrl+Shift+I", ["规则", "用例", "例外"]),
  action("editor.action.quickFix", "改正办法", "gzbf", "Ctrl+.", ["修复", "修改", "错误"]),
  action("editor.action.revealDefinition", "转到定义", "zddy", "F12", ["声明"]),
  action("editor.action.goToReferences", "查找引用", "czyy", "Shift+F12", ["使用"]),
  action("tiaowen.rename", "改名", "gm", "F2", ["重命名"]),
  action("editor.action.formatDocument", "整理格式", "zlgs", "Shift+Alt+F", ["格式化", "排版"]),
  action("actions.find", "查找", "cz", "Ctrl+F"),
  action("editor.action.startFindReplaceAction", "替换", "th", "Ctrl+H"),
  action("editor.action.marker.nextInFiles", "下一处问题", "xycwt", "F8", ["错误", "警告"]),
  action("editor.foldAllMarkerRegions", "折叠全部规则块", "zdqbgzk", null, ["收起", "只看原文"]),
  action("editor.unfoldAllMarkerRegions", "展开全部规则块", "zkqbgzk", null),
];
