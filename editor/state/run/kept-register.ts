import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ColumnMapping, RegisterFile } from "../../worker/worker-api.ts";

/** Which register a policy was last checked with, so that it is there again after a reload. */
export type KeptRegister =
  | { readonly kind: "bundled" }
  | {
      readonly kind: "own";
      readonly files: readonly RegisterFile[];
      readonly mappings: readonly ColumnMapping[];
    };

interface Kept extends DBSchema {
  registers: { key: string; value: KeptRegister };
  /** Kept apart, so that a run does not write the whole register again. */
  runs: { key: string; value: true };
}

/** More than this is asked for again in place of being kept twice. */
const LIMIT = 64 * 1024 * 1024;

/** Browsers in private windows may refuse to keep anything; then the register is asked for again. */
export const keepRegister = async (key: string, register: KeptRegister | null): Promise<void> => {
  const isTooBig =
    register?.kind === "own" && register.files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMIT;
  try {
    const database = await open();
    await database.delete("runs", key);
    if (register === null || isTooBig) await database.delete("registers", key);
    else await database.put("registers", register, key);
  } catch {
    // Nothing is lost but the convenience.
  }
};

/** The register has been judged: after a reload that is done again. */
export const keepRun = async (key: string): Promise<void> => {
  try {
    await (await open()).put("runs", true, key);
  } catch {
    // Nothing is lost but the convenience.
  }
};

export const keptRegister = async (
  key: string,
): Promise<{ readonly register: KeptRegister; readonly hasRun: boolean } | null> => {
  try {
    const database = await open();
    const [register, run] = await Promise.all([database.get("registers", key), database.get("runs", key)]);
    return register === undefined ? null : { register, hasRun: run === true };
  } catch {
    return null;
  }
};

let opened: Promise<IDBPDatabase<Kept>> | null = null;

const open = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>("tiaowen-run", 1, {
    upgrade(database) {
      database.createObjectStore("registers");
      database.createObjectStore("runs");
    },
  });
  return opened;
};
