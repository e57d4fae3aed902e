import "./components/app/app.ts";
import "./components/editor/editor.ts";
import { listenForCommands } from "./commands/listen.ts";
import { connect } from "./connect.ts";
import { listenForDrops } from "./state/drops.ts";
import { watchFailures } from "./state/failures.ts";
import { openWorkspace } from "./state/open-workspace.ts";
import type { Studio } from "./state/studio.ts";
import { rememberSettings } from "./state/remember-settings.ts";
import { followWindow } from "./state/window.ts";

/** Puts the page together: first what is seen, then the store with its texts, then what reads them. */
export const start = async (body: HTMLElement): Promise<Studio> => {
  const studio = connect();
  rememberSettings(studio);
  followWindow(studio);
  watchFailures(studio);
  const app = document.createElement("tw-app");
  app.studio = studio;
  // Monaco's styles do not go into shadow trees: what holds an editor stands in the page itself.
  for (const slot of ["editor", "diff"]) {
    const host = Object.assign(document.createElement(`tw-${slot}`), { studio });
    host.slot = slot;
    app.append(host);
  }
  body.append(app);
  listenForCommands(studio);
  listenForDrops(studio);
  studio.cases.watch();
  studio.analysis.watch();
  studio.notes.watch();
  await openWorkspace(studio);
  return studio;
};
