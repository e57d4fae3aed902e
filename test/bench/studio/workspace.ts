import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { largePolicy, largeVocabulary } from "../reading/large-policy.ts";
import { benchPolicy } from "../rules/policy.ts";
import { asWritten, makeRegister } from "../rules/register.ts";

/** Rules of the large policy, and records of the register: ten rules give ten results a record. */
export const RULES = 400;
export const RECORDS = 10_000;
export const LARGE_POLICY = "large/policy.tiaowen";
export const JUDGED_POLICY = "judged/policy.tiaowen";

/** A folder with a large policy to type in, and one with a register of 100,000 results. 合成数据. */
export const writeWorkspace = (folder: string): void => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("vocabulary/基准词汇.tiaowen", largeVocabulary());
  write(LARGE_POLICY, largePolicy(RULES));
  write(JUDGED_POLICY, benchPolicy);
  write("judged/data/定点医药机构.json", JSON.stringify(makeRegister(RECORDS, "fivePercent").map(asWritten)));
  write("judged/data/README.md", "合成数据\n");
};
