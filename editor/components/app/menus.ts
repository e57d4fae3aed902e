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

export const HELP_MENU: readonly MenuEntry[] = ["help", "shortcuts", "tour"];
