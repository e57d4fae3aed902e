import type { Studio } from "./studio.ts";
import { openFiles } from "./workspace-files.ts";

/** Files that are dropped anywhere are opened; a part that takes them itself has said so before. */
export const listenForDrops = (studio: Studio): void => {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  window.addEventListener("dragover", (event) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
  });
  window.addEventListener("drop", (event) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    // Otherwise the browser would leave the page for the file.
    event.preventDefault();
    if (studio.isReady.get()) void openFiles(studio, [...(event.dataTransfer?.files ?? [])]);
  });
};
