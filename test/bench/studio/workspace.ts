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

/** Articles of real policies say more than one rule needs: about 54,000 characters in all. */
const withLongerArticles = (policy: string): string =>
  policy.replaceAll(
    "机构应当按照本条规定办理。",
    "机构应当按照本条规定办理。县级以上医疗保障行政部门负责本行政区域内的监督检查，可以委托经办机构办理具体事务。",
  );

/** A folder with a large policy to type in, and one with a register of 100,000 results. 合成数据. */
export const writeWorkspace = (folder: string): void => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("vocabulary/基准词汇.tiaowen", largeVocabulary());
  write(LARGE_POLICY, withLongerArticles(largePolicy(RULES)));
  write(JUDGED_POLICY, benchPolicy);
  write("judged/data/定点医药机构.json", JSON.stringify(makeRegister(RECORDS, "fivePercent").map(asWritten)));
  write("judged/data/README.md", "合成数据\n");
};
