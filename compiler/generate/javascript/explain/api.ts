import { measureOf, modalityOf } from "../../../model/norm-words.ts";
import type { Program } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { list, record } from "./expression.ts";
import { nullable } from "./values.ts";

/** What a file says of itself: the policy, its rules, the statuses by their codes. */
export const factsCode = (program: Program): string => {
  const { policy, decisions } = program;
  const about = record([
    ["name", stringLiteral(policy.name)],
    ["trial", String(policy.trial)],
    ["stage", nullable(policy.stage)],
    ["effectiveFrom", String(policy.effectiveFrom)],
    ["lastDay", String(policy.lastDay)],
  ]);
  const rules = decisions.map((decision) =>
    record([
      ["id", stringLiteral(decision.id)],
      ["name", stringLiteral(decision.name)],
      ["kind", stringLiteral(decision.kind)],
      ["object", stringLiteral(decision.object)],
      ["provision", nullable(decision.origin.provision)],
      ["label", nullable(labelOf(program, decision.origin.provision))],
      ["modality", nullable(modalityOf(decision))],
      ["measure", nullable(measureOf(decision))],
    ]),
  );
  return [
    `/** 政策；日期为1970年1月1日以来的天数。 */\nexport const policy = ${about};\n`,
    `/** 规则，按政策中的次序；【定义】只在被点名时说明。 */\nexport const rules = ${list(rules)};\n`,
    `/** 批量结果中的状态代码是这张表的序号。 */\nexport const statuses = ${list(STATUSES.map(stringLiteral))};\n`,
  ].join("\n");
};

export const STATUSES = [
  "不适用",
  "成立",
  "不成立",
  "符合",
  "不符合",
  "已认定",
  "未认定",
  "冲突",
  "需裁量",
  "未知",
] as const;

const labelOf = (program: Program, provision: string | null): string | null =>
  provision === null ? null : (program.policy.provisions.get(provision)?.label ?? null);

/** The functions of an object that explain. */
export const explainingCode = (module: JavaScriptModule, object: string): string => {
  const name = module.identifiers.of("explain", object);
  return [
    "/** 逐条说明结果：状态、理由、依据的原文；only 为规则名称。 @type {(record: Readonly<Record<string, unknown>>, context: Context, only?: readonly string[]) => readonly Outcome[]} */",
    `export const ${name} = (record, context, only) => explained(context, ${stringLiteral(object)}, record, only);`,
    "",
  ].join("\n");
};

export const valuesCode = (module: JavaScriptModule, object: string): string =>
  [
    "/** 各项【认定】【指标】【排名】的结果；没有结果的为 null。 @type {(record: Readonly<Record<string, unknown>>, context: Context) => Record<string, string | number | null>} */",
    `export const ${module.identifiers.of("values", object)} = (record, context) => valuesOf(context, ${stringLiteral(object)}, record);`,
    "",
  ].join("\n");

export const contextCode = [
  "/** 基准日、登记数据、参数、读法等；索引在第一次用到时建立一次。 @type {(input: ContextInput) => Context} */",
  "export const createContext = (input) => {",
  "  const context = startContext(definition, input);",
  "  context.constants = constantsOf(context);",
  "  return context;",
  "};",
  "",
].join("\n");
