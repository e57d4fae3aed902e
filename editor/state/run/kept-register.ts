import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ColumnMapping, RegisterFile } from "../../worker/worker-api.ts";

/** Which register a policy was last checked with, so that it is there again after a reload. */
export type KeptRegister =
  | { readonly kind: "bundled"; readonly hasRun: boolean }
  | {
      readonly kind: "own";
      readonly hasRun: boolean;
      readonly files: readonly RegisterFile[];
      readonly mappings: readonly ColumnMapping[];
    };

interface Kept extends DBSchema {
  registers: { key: string; value: KeptRegister };
}

/** More than this is asked for again in place of being kept twice. */
const LIMIT = 64 * 1024 * 1024;

/** Browsers in private windows may refuse to keep anything; then the register is asked for again. */
export const keepRegister = async (key: string, register: KeptRegister | null): Promise<void> => {
  const isTooBig =
    register?.kind === "own" && register.files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMIT;
  try {
    const database = await open();
    if (register === null || isTooBig) await database.delete("registers", key);
    else await database.put("registers", register, key);
  } catch {
    // Nothing is lost but the convenience.
  }
};

export const keptRegister = async (key: string): Promise<KeptRegister | null> => {
  try {
    return (await (await open()).get("registers", key)) ?? null;
  } catch {
    return null;
  }
};

let opened: Promise<IDBPDatabase<Kept>> | null = null;

const open = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>("tiaowen-registers", 1, {
    upgrade(database) {
      database.createObjectStore("registers");
    },
  });
  return opened;
};
