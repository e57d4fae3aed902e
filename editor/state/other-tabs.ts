import { effect } from "./effect.ts";
import type { Studio } from "./studio.ts";

/** What tabs tell each other about a file of a workspace. */
export interface TabMessage {
  readonly workspace: string;
  readonly path: string;
  /** `editing` is answered by `also` where the file is being edited there too; `settled` ends both. */
  readonly says: "editing" | "also" | "settled";
  readonly tab: string;
}

/** What a tab knows and does. */
export interface TabEnds {
  readonly workspace: string;
  readonly tab: string;
  send(message: TabMessage): void;
  /** The file is being edited in this tab and in another one. */
  warn(path: string): void;
  /** It no longer is. */
  withdraw(path: string): void;
}

/** Finds files that are being edited in two tabs at once; each tab has one of these. */
export class OtherTabs {
  readonly #ends: TabEnds;
  #edited: ReadonlySet<string> = new Set();
  /** Tabs in which a file is being edited, by path. */
  readonly #elsewhere = new Map<string, Set<string>>();

  constructor(ends: TabEnds) {
    this.#ends = ends;
  }

  /** The files with unsaved changes are these now. */
  edited(paths: ReadonlySet<string>): void {
    const before = this.#edited;
    this.#edited = paths;
    for (const path of paths)
      if (!before.has(path)) {
        this.#say("editing", path);
        if (this.#elsewhere.has(path)) this.#ends.warn(path);
      }
    for (const path of before)
      if (!paths.has(path)) {
        this.#say("settled", path);
        this.#ends.withdraw(path);
      }
  }

  hear({ workspace, path, says, tab }: TabMessage): void {
    if (workspace !== this.#ends.workspace || tab === this.#ends.tab) return;
    const tabs = this.#elsewhere.get(path) ?? new Set();
    if (says === "settled") tabs.delete(tab);
    else tabs.add(tab);
    if (tabs.size === 0) this.#elsewhere.delete(path);
    else this.#elsewhere.set(path, tabs);
    if (!this.#edited.has(path)) return;
    if (says === "editing") this.#say("also", path);
    if (tabs.size === 0) this.#ends.withdraw(path);
    else this.#ends.warn(path);
  }

  /** The tab is closed, or has opened another workspace. */
  leave(): void {
    for (const path of this.#edited) {
      this.#say("settled", path);
      this.#ends.withdraw(path);
    }
    this.#edited = new Set();
  }

  #say(says: TabMessage["says"], path: string): void {
    const { workspace, tab } = this.#ends;
    this.#ends.send({ workspace, tab, path, says });
  }
}

/** Warns while a file is being edited here and in another tab. Answers how to stop it. */
export const followOtherTabs = (studio: Studio, workspace: string, tab: string): (() => void) => {
  const channel = new BroadcastChannel("tiaowen.tabs");
  const others = new OtherTabs({
    workspace,
    tab,
    // oxlint-disable-next-line require-post-message-target-origin -- a channel has no other origin.
    send: (message) => channel.postMessage(message),
    warn: (path) =>
      studio.notify(
        "bad",
        `“${path}”也正在另一个标签页中修改，两处的修改不会合并。请先在一处保存或者放弃，再到另一处修改。`,
        undefined,
        aboutTabs(path),
      ),
    withdraw: (path) => studio.withdraw(aboutTabs(path)),
  });
  channel.addEventListener("message", (event: MessageEvent<TabMessage>) => others.hear(event.data));
  const stop = effect(() => {
    const texts = [...studio.texts.get().values()];
    const edited = new Set(texts.filter(({ isDirty }) => isDirty).map(({ path }) => path));
    queueMicrotask(() => others.edited(edited));
  });
  const leave = (): void => others.leave();
  window.addEventListener("pagehide", leave);
  return () => {
    stop();
    window.removeEventListener("pagehide", leave);
    leave();
    channel.close();
  };
};

const aboutTabs = (path: string): string => `tabs:${path}`;
