import { GONE, StoreFailure } from "../storage/store.ts";
import type { Documents } from "./documents.ts";
import type { Studio } from "./studio.ts";
import { decodeText } from "./text-codec.ts";

/** What lies in the store now in place of what was read; `text` is null where the file is gone. */
export interface OtherText {
  readonly version: string;
  readonly text: string | null;
}

/** How often the store is asked whether files were written by somebody else, in milliseconds. */
const EVERY = 5000;

/** Watches for changes from outside, now and then and whenever the window is turned to. Answers how to stop it. */
export const followDisk = (studio: Studio, documents: Documents): (() => void) => {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking || document.visibilityState === "hidden") return;
    isLooking = true;
    try {
      await lookAtDisk(studio, documents);
    } catch (error) {
      // The store cannot be reached now; whoever saves is told.
      if (!(error instanceof StoreFailure)) throw error;
    } finally {
      isLooking = false;
    }
  };
  const act = (): void => void look();
  const timer = setInterval(act, EVERY);
  window.addEventListener("focus", act);
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", act);
  };
};

/** Texts without changes of our own are read anew; for the others both texts are kept, and the person decides. */
export const lookAtDisk = async (studio: Studio, documents: Documents): Promise<void> => {
  const { store, others } = documents;
  const known = new Map(
    [...studio.texts.get().values()]
      .filter(({ stored }) => stored !== GONE)
      .map(({ path, stored }) => [path, others.get(path)?.version ?? stored]),
  );
  for (const path of await store.changed(known)) {
    const now = await store.read(path).catch(() => null);
    // Another workspace may have been opened meanwhile, which may have files of the same names.
    if (studio.documents !== documents) return;
    const open = studio.texts.get().get(path);
    // A save of our own may have come in between.
    if (open === undefined || now?.version === open.stored) continue;
    const text = now === null ? null : decodeText(now.bytes);
    if (text === open.text && now !== null) documents.settle(path, text, now.version);
    else if (now === null || text === null || open.isDirty) {
      if (others.get(path)?.version === (now?.version ?? GONE)) continue;
      documents.meet(path, { version: now?.version ?? GONE, text });
      tellOther(studio, path, text === null);
    } else {
      await documents.take(path, text, now.version);
      studio.notify("info", `“${path}”在别处改过，已经读入新的内容。`);
    }
  }
};

const tellOther = (studio: Studio, path: string, isGone: boolean): void => {
  const words = isGone
    ? `“${path}”在磁盘上已被删除或者改名，这里的文字还在。`
    : `“${path}”在别处改过，而这里也有未保存的修改。`;
  const action = {
    title: "处理",
    run: () => studio.shell.dialog.set({ kind: "changed-on-disk", path }),
  };
  studio.notify("bad", words, action, `changed:${path}`);
};
