import { canOpenFolder, lastFolder, openFolder } from "../storage/open-store.ts";
import { failureMessage } from "../storage/store.ts";
import { useStore } from "../state/open-workspace.ts";
import { exportZip, openFiles } from "../state/workspace-files.ts";
import type { Studio } from "../state/studio.ts";
import type { Command } from "./command.ts";

const hasText = (studio: Studio): boolean => studio.currentText !== null;

/** Lets files be chosen; the input lives as long as the choice. */
const chooseFiles = (accept: string, multiple: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept, multiple });
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });

/** New, open, save, give out. */
export const COMMANDS: readonly Command[] = [
  {
    id: "new-policy",
    title: "新建政策",
    group: "文件",
    initials: "xjzc",
    keywords: ["粘贴", "公文"],
    keys: ["Ctrl+Alt+N"],
    run: ({ shell }) => {
      shell.draft.set(null);
      shell.dialog.set({ kind: "new-policy" });
    },
  },
  {
    id: "open-files",
    title: "打开文件",
    group: "文件",
    initials: "dkwj",
    keys: ["Ctrl+O"],
    run: async (studio) =>
      openFiles(studio, await chooseFiles(".tiaowen,.txt,.md,.docx,.csv,.xlsx,.json,.jsonl,.zip", true)),
  },
  {
    id: "open-folder",
    title: "打开文件夹",
    group: "文件",
    initials: "dkwjj",
    isEnabled: () => canOpenFolder(),
    run: async (studio) => {
      try {
        const store = await openFolder();
        if (store !== null) await useStore(studio, store);
      } catch (error) {
        studio.notify("bad", failureMessage(error, "文件夹没有打开。"));
      }
    },
  },
  {
    id: "reopen-folder",
    title: "重新打开上次的文件夹",
    group: "文件",
    initials: "cxdkscdwjj",
    isEnabled: (studio) => canOpenFolder() && studio.documents.store.kind === "browser",
    run: async (studio) => {
      try {
        const last = await lastFolder();
        if (last === null) studio.notify("info", "还没有打开过文件夹。请用“打开文件夹”选择一个。");
        else await useStore(studio, await last.open());
      } catch (error) {
        studio.notify("bad", failureMessage(error, "文件夹没有打开。"));
      }
    },
  },
  {
    id: "save",
    title: "保存",
    group: "文件",
    initials: "bc",
    keys: ["Ctrl+S"],
    isEnabled: hasText,
    run: async (studio) => {
      const text = studio.currentText;
      if (text !== null && (text.isDirty || studio.changedOnDisk.get().has(text.path)))
        await studio.documents.save(text.path);
    },
  },
  {
    id: "save-all",
    title: "全部保存",
    group: "文件",
    initials: "qbbc",
    keys: ["Ctrl+Shift+S"],
    isEnabled: (studio) => [...studio.texts.get().values()].some(({ isDirty }) => isDirty),
    run: (studio) => studio.documents.saveAll(),
  },
  {
    id: "export-zip",
    title: "导出全部文件（压缩包）",
    group: "文件",
    initials: "dcqbwjysb",
    keywords: ["备份", "下载", "zip"],
    run: exportZip,
  },
  {
    id: "import-zip",
    title: "导入压缩包",
    group: "文件",
    initials: "drysb",
    keywords: ["恢复", "zip"],
    run: async (studio) => openFiles(studio, await chooseFiles(".zip", false)),
  },
];
