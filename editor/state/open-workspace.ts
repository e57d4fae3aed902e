import { openJournal } from "../storage/journal.ts";
import { openStore } from "../storage/open-store.ts";
import { failureMessage, type Store } from "../storage/store.ts";
import { thisTab } from "../storage/tab.ts";
import { WorkerEnded } from "../worker/connection.ts";
import { Documents } from "./documents.ts";
import { effect } from "./effect.ts";
import { followOtherTabs } from "./other-tabs.ts";
import type { Studio } from "./studio.ts";

/** Opens what the page begins with, and the file in it that was open last. */
export const openWorkspace = async (studio: Studio): Promise<void> => {
  try {
    await useStore(studio, await openStore());
  } catch (error) {
    studio.notify("bad", failureMessage(error, "政策文件没有打开。请重新打开页面。"));
    return;
  }
  effect(() => {
    const path = studio.current.get();
    if (path === null || !studio.isReady.get()) return;
    const { lastFiles } = studio.shell;
    const { key } = studio.documents.store;
    if (lastFiles.get()[key] !== path) lastFiles.set({ ...lastFiles.get(), [key]: path });
  });
  try {
    studio.tables.set(await studio.language.call((api) => api.tables()));
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
  }
};

/** Puts another workspace in the place of the one that is open. What is unsaved there stays in its journal. */
export const useStore = async (studio: Studio, store: Store): Promise<void> => {
  const isFirst = !studio.isReady.get();
  if (!isFirst) {
    studio.isReady.set(false);
    studio.documents.close();
    await forget(studio);
  }
  const tab = await thisTab();
  studio.documents = new Documents(studio, store, (workspace, onFailure) =>
    openJournal(workspace, tab, onFailure),
  );
  await studio.documents.load();
  studio.documents.watch();
  stopFollowing();
  stopFollowing = followOtherTabs(studio, store.key, tab.id);
  studio.isReady.set(true);
  const last = studio.shell.lastFiles.get()[store.key];
  const first = last !== undefined && studio.texts.get().has(last) ? last : studio.policies[0];
  if (first !== undefined) await studio.documents.open(first);
  if (isFirst && !studio.shell.isTourDone.get() && studio.mode.get() === "write")
    studio.shell.tourStep.set(0);
};

let stopFollowing = (): void => {};

/** Nothing of the last workspace is shown beside the next one. */
const forget = async (studio: Studio): Promise<void> => {
  const paths = [...studio.texts.get().keys()];
  studio.current.set(null);
  studio.findings.set(null);
  studio.details.set(null);
  studio.texts.set(new Map());
  studio.changedOnDisk.set(new Set());
  studio.shell.recovered.set([]);
  try {
    for (const path of paths) await studio.language.call((api) => api.removeFile(path));
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
  }
};
