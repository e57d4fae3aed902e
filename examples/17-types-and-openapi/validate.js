import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { createContext, explain充电站 } from "./generated/示例市充电设施建设补助办法.js";

const schema = JSON.parse(
  readFileSync(new URL("./generated/示例市充电设施建设补助办法.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ allErrors: true, verbose: true });
ajv.addSchema(schema, "policy");
const isRecord = ajv.compile({ $ref: `policy#/$defs/${encodeURIComponent("记录·充电站")}` });
const isOutcome = ajv.compile({ $ref: `policy#/$defs/${encodeURIComponent("结果·充电站")}` });

/** 一处错误：哪个字段，现为什么，应为什么。字段的说明取自 Schema。 */
const inWords = ({ instancePath, keyword, params, data, parentSchema }) => {
  const expected = keyword === "enum" ? params.allowedValues.filter(Boolean).join("、") : parentSchema.description;
  return `“${instancePath.slice(1)}”现为${JSON.stringify(data)}，应为：${expected}`;
};

const context = createContext({ at: "2025-06-01" });
for (const record of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  if (!isRecord(record)) {
    for (const error of isRecord.errors) console.log(`${record.编号}：${inWords(error)}`);
    continue;
  }
  for (const outcome of explain充电站(record, context)) {
    if (!isOutcome(outcome)) throw new Error(ajv.errorsText(isOutcome.errors));
    console.log(`${record.编号}：${outcome.rule}${outcome.status}`);
  }
}
