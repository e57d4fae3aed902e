import type { ExportedFile } from "../../worker/worker-api.ts";

/** Gives a file to the reader as a download. */
export const download = ({ name, type, bytes }: ExportedFile): void => {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until the download has begun.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};
