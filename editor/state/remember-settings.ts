import { SettingsFile } from "../storage/settings.ts";
import { effect } from "./effect.ts";
import { DEFAULT_LAYOUT } from "./settings-model.ts";
import type { Studio } from "./studio.ts";

const FOLDED = ["outlineFolded", "lowerFolded", "sideFolded"] as const;
const SIZES = ["outlineWidth", "lowerHeight", "sideWidth"] as const;

/** Arranges the page as it was left, and keeps it so from now on. */
export const rememberSettings = (studio: Studio): void => {
  const file = new SettingsFile();
  const { value } = file;
  const { shell } = studio;
  shell.themeChoice.set(value.theme);
  studio.mode.set(value.mode);
  studio.lowerView.set(value.lowerView);
  studio.sideView.set(value.sideView);
  if (value.day !== null) studio.day.set(value.day);
  shell.untreatedOnly.set(value.untreatedOnly);
  shell.recentCommands.set(value.recentCommands);
  shell.lastFiles.set(value.lastFiles);
  shell.isTourDone.set(value.tourSeen);
  studio.analysis.isOn.set(value.analyses);
  studio.notes.author.set(value.author);
  const layout = { ...DEFAULT_LAYOUT };
  for (const size of SIZES) layout[size] = value.panes[size] ?? layout[size];
  for (const pane of FOLDED) layout[pane] = value.folded[pane] ?? layout[pane];
  shell.layout.set(layout);
  effect(() => {
    const now = shell.layout.get();
    file.change({
      theme: shell.themeChoice.get(),
      mode: studio.mode.get(),
      lowerView: studio.lowerView.get(),
      sideView: studio.sideView.get(),
      day: studio.day.get(),
      untreatedOnly: shell.untreatedOnly.get(),
      recentCommands: [...shell.recentCommands.get()],
      lastFiles: shell.lastFiles.get(),
      tourSeen: shell.isTourDone.get(),
      analyses: studio.analysis.isOn.get(),
      author: studio.notes.author.get(),
      panes: { ...file.value.panes, ...Object.fromEntries(SIZES.map((size) => [size, now[size]])) },
      folded: { ...file.value.folded, ...Object.fromEntries(FOLDED.map((pane) => [pane, now[pane]])) },
    });
  });
};
