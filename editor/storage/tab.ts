import { chanceName } from "./chance-name.ts";

/** The tab that this page stands in, told apart from the other ones of the same browser. */
export interface Tab {
  /** The same after a reload. */
  readonly id: string;
  /** Ids of the tabs that are open now. */
  open(): Promise<ReadonlySet<string>>;
  /** Does the work while no other tab does such work. */
  alone<Answer>(work: () => Promise<Answer>): Promise<Answer>;
}

/** What of the browser is needed; tests bring their own. */
export interface TabPlaces {
  readonly session: Pick<Storage, "getItem" | "setItem">;
  readonly locks: Pick<LockManager, "request" | "query">;
  readonly newId: () => string;
}

/**
 * A tab holds a lock with its name as long as it lives; the browser gives the lock back when the tab is closed or
 * crashes. A tab that was copied has the name of the first one and takes another, because that lock is held.
 */
export const openTab = async ({ session, locks, newId }: TabPlaces): Promise<Tab> => {
  const known = session.getItem(KEY);
  const isOurs = known !== null && (await hold(locks, known));
  const id = isOurs ? known : newId();
  if (!isOurs) {
    session.setItem(KEY, id);
    await hold(locks, id);
  }
  return {
    id,
    open: async () => {
      const { held = [] } = await locks.query();
      const names = held.flatMap(({ name }) =>
        name?.startsWith(LOCK) === true ? [name.slice(LOCK.length)] : [],
      );
      return new Set([...names, id]);
    },
    alone: (work) => locks.request("tiaowen.recovery", work),
  };
};

let opened: Promise<Tab> | null = null;

/** The tab of this page. Where tabs cannot be told apart it is taken for the only one. */
export const thisTab = (): Promise<Tab> => {
  opened ??= thisOpenTab().catch(() => ONLY_TAB);
  return opened;
};

/** Browsers that keep nothing throw at the first touch. */
const thisOpenTab = async (): Promise<Tab> =>
  openTab({ session: sessionStorage, locks: navigator.locks, newId: chanceName });

const ONLY_TAB: Tab = {
  id: "only",
  open: () => Promise.resolve(new Set(["only"])),
  alone: (work) => work(),
};

const KEY = "tiaowen.tab";
const LOCK = "tiaowen.tab.";

/** How long the page that was here before a reload may take to give its lock back, in milliseconds. */
const PATIENCE = 600;

/** Whether the lock of the tab is now held by this page, which keeps it until it ends. */
const hold = (locks: TabPlaces["locks"], id: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    locks
      .request(`${LOCK}${id}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
        resolve(true);
        return new Promise<never>(() => {});
      })
      .catch((error: unknown) => {
        if (error instanceof DOMException && (error.name === "TimeoutError" || error.name === "AbortError"))
          resolve(false);
        else reject(error);
      });
  });
