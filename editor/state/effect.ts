import { Signal } from "@lit-labs/signals";

/** Runs `act` now and again, in a microtask, after any signal that it read has changed. Answers how to stop it. */
export const effect = (act: () => void): (() => void) => {
  const computed = new Signal.Computed(act);
  let isScheduled = false;
  const watcher = new Signal.subtle.Watcher(() => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      watcher.watch();
      for (const pending of watcher.getPending()) pending.get();
    });
  });
  watcher.watch(computed);
  computed.get();
  return () => {
    watcher.unwatch(computed);
  };
};
