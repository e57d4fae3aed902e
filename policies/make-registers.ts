import { mudanjiangRegister } from "./registers/mudanjiang.ts";
import { yangjiangRegister } from "./registers/yangjiang.ts";

/**
 * The synthetic registers of both cities: path below `policies/` → text. Made from fixed seeds, so that they come
 * out the same everywhere. `npx vitest run test/policies/registers.test.ts -u` writes them.
 */
export const makeRegisters = (): ReadonlyMap<string, string> =>
  new Map([...below("yangjiang", yangjiangRegister()), ...below("mudanjiang", mudanjiangRegister())]);

const below = (city: string, files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  Array.from(files, ([name, text]) => [`${city}/data/${name}`, text] as const);
