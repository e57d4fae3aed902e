import type { Studio } from "../state/studio.ts";

/** Where a command stands in the list of commands and of shortcuts. */
export type CommandGroup = "文件" | "编辑" | "查看" | "核对" | "用例" | "分析" | "批注" | "比较" | "帮助";

/** Something that can be done from the palette, a menu, a shortcut or a link in the text. */
export interface Command {
  readonly id: string;
  /** A verb, as it stands in the menus. */
  readonly title: string;
  readonly group: CommandGroup;
  /** First letters of the pinyin of the title, by which it is found too. */
  readonly initials: string;
  /** Other words by which it is found. */
  readonly keywords?: readonly string[];
  /** As it is written to the reader: Ctrl+Shift+P. On a Mac, Ctrl is also the command key. */
  readonly keys?: readonly string[];
  /** Keys to which the editor listens itself while the keyboard is in the text. */
  readonly editorKeys?: string;
  readonly isEnabled?: (studio: Studio) => boolean;
  readonly run: (studio: Studio, details: unknown) => void | Promise<void>;
}
