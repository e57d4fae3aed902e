import { StoreFailure } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import type { Studio } from "./studio.ts";

/** Shows what nobody has caught. The texts are kept first of all; the same error is shown once. */
export const watchFailures = (studio: Studio): void => {
  const shown = new Set<string>();
  const show = (error: unknown): void => {
    if (error instanceof WorkerEnded || isHarmless(error)) return;
    if (error instanceof StoreFailure) {
      studio.notify("bad", error.message);
      return;
    }
    if (studio.isReady.get()) void studio.documents.journal.flush();
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (shown.has(details)) return;
    shown.add(details);
    if (studio.shell.dialog.get() === null) studio.shell.dialog.set({ kind: "failure", details });
  };
  window.addEventListener("error", (event) => {
    // Files of the page that could not be fetched have no error of their own.
    if (event.error !== null && event.error !== undefined) show(event.error);
  });
  window.addEventListener("unhandledrejection", (event) => {
    if (isHarmless(event.reason)) event.preventDefault();
    show(event.reason);
  });
};

/** Work of the editor that was given up because something newer came. */
const isHarmless = (error: unknown): boolean =>
  error instanceof Error && (error.name === "Canceled" || error.name === "AbortError");
