import type { Command } from "./command.ts";

/** 批注 and the review opinion. */
export const COMMANDS: readonly Command[] = [
  {
    id: "notes.add",
    title: "批注选定的文字",
    group: "批注",
    initials: "pzxddwz",
    keywords: ["疑问", "修改建议", "意见"],
    keys: ["Ctrl+Alt+M"],
    isEnabled: ({ current }) => current.get() !== null,
    run: (studio) => {
      studio.showSide("notes");
      studio.notes.isWriting.set(true);
    },
  },
  {
    id: "notes.opinion",
    title: "导出法审意见",
    group: "批注",
    initials: "dcfsyj",
    keywords: ["审核", "Word"],
    isEnabled: ({ notes }) => (notes.file.get()?.notes.length ?? 0) > 0,
    run: (studio) => studio.notes.exportOpinion({ includeSettled: true }),
  },
];
