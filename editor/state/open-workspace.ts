import { openStore } from "../storage/open-store.ts";
import type { SettingsFile } from "../storage/settings.ts";
import { failureMessage, type Store } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import { Documents } from "./documents.ts";
import { effect } from "./effect.ts";
import type { Studio } from "./studio.ts";

/** Opens what the page begins with, and the file in it that was open last. */
export const openWorkspace = async (studio: Studio, settings: SettingsFile): Promise<void> => {
  try {
    await useStore(studio, settings, await openStore());
  } catch (error) {
    studio.notify("bad", failureMessage(error, "政策文件没有打开。请重新打开页面。"));
    return;
  }
  effect(() => {
    const path = studio.current.get();
    if (path === null || !studio.isReady.get()) return;
    const { key } = studio.documents.store;
    settings.change({ lastFiles: { ...settings.value.lastFiles, [key]: path } });
  });
  try {
    studio.tables.set(await studio.language.call((api) => api.tables()));
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
  }
};

/** Puts another workspace in the place of the one that is open. */
export const useStore = async (studio: Studio, settings: SettingsFile, store: Store): Promise<void> => {
  studio.documents = new Documents(studio, store);
  await studio.documents.load();
  studio.isReady.set(true);
  const last = settings.value.lastFiles[store.key];
  const first = last !== undefined && studio.texts.get().has(last) ? last : studio.policies[0];
  if (first !== undefined) await studio.documents.open(first);
};
