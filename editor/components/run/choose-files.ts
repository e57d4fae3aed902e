/** Files that were dropped on the page. */
export const droppedFiles = (event: DragEvent): readonly File[] => [...(event.dataTransfer?.files ?? [])];

/** Asks the reader for data files; nothing where the choice was closed. */
export const chooseDataFiles = (): Promise<readonly File[]> => {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".csv,.xlsx,.json,.jsonl";
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  input.addEventListener("change", () => {
    resolve([...(input.files ?? [])]);
  });
  input.addEventListener("cancel", () => {
    resolve([]);
  });
  input.click();
  return promise;
};
