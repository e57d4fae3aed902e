import { pathToFileURL } from "node:url";

let count = 0;

/**
 * Loads a module of the bench once more. Code that has met other data before is compiled for those too; each race
 * therefore runs on modules of its own, as a program would that does only this.
 */
export const fresh = async <Module>(file: string): Promise<Module> => {
  count += 1;
  const url = `${pathToFileURL(file).href}?fresh=${count}`;
  return (await import(/* @vite-ignore */ url)) as Module;
};
