import { join } from "node:path";
import type { Plugin } from "vite";
import { referencePages } from "./reference-pages.ts";

const NAME = "virtual:reference";

/** The language reference as a module that is fetched when the help is opened. */
export const reference = (folder: string): Plugin => ({
  name: "reference",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  load(id) {
    if (id !== `\0${NAME}`) return null;
    const pages = referencePages(folder);
    for (const { name } of pages) this.addWatchFile(join(folder, `${name}.md`));
    return `export const PAGES = JSON.parse(${JSON.stringify(JSON.stringify(pages))});`;
  },
});
