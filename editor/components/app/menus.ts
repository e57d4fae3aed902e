import type { CommandGroup } from "../../commands/command.ts";
import { COMMANDS } from "../../commands/commands.ts";
import type { MenuEntry } from "../menu/menu.ts";

export const FILE_MENU: readonly MenuEntry[] = [
  "new-policy",
  "open-files",
  "open-folder",
  "reopen-folder",
  "-",
  "save",
  "save-all",
  "-",
  "export-zip",
  "import-zip",
];

export const VIEW_MENU: readonly MenuEntry[] = [
  "fold-outline",
  "fold-lower",
  "fold-side",
  "-",
  "mode-write",
  "mode-compare",
  "-",
  "theme-system",
  "theme-light",
  "theme-dark",
  "theme-contrast-light",
  "theme-contrast-dark",
];

/** Commands of the areas, as their tables give them; a line stands between two groups. */
const groupsOf = (groups: readonly CommandGroup[]): readonly MenuEntry[] =>
  groups.flatMap((group, at) => {
    const ids = COMMANDS.filter((command) => command.group === group).map(({ id }) => id);
    return at === 0 || ids.length === 0 ? ids : ["-", ...ids];
  });

export const WORK_MENU: readonly MenuEntry[] = groupsOf(["核对", "用例", "分析", "批注"]);

export const HELP_MENU: readonly MenuEntry[] = ["help", "shortcuts", "tour"];
