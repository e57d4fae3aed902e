import { analysisKinds } from "./analyse/checks/index.ts";

/** Whether the rules of one policy are looked through for findings of this code, with or without a register. */
export const isLookedForInPolicy = (code: string, hasFacts: boolean): boolean =>
  code in analysisKinds && (hasFacts || !NEED_FACTS.has(code));

const NEED_FACTS: ReadonlySet<string> = new Set(["discretion-indifferent", "parameter-irrelevant"]);
