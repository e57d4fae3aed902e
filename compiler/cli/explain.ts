import { explain, reportedDecisions } from "../evaluate/index.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Explanation } from "../model/outcome.ts";
import { recordNames } from "../receipt.ts";
import { dayInChinese } from "../report/day.ts";
import { explainJson } from "../report/explain-json.ts";
import { explainLine, explainTree, saysNothing } from "../report/explain-tree.ts";
import type { CommandRegistration } from "./command.ts";
import {
  allOption,
  dataOption,
  dateOption,
  formatOption,
  outputOption,
  readingOption,
  requireData,
  requireDay,
} from "./command-line.ts";
import { openRunnable } from "./compiled-policy.ts";
import { emit, toJson } from "./emit.ts";
import { loadRegister, readReadings, unknownRule } from "./evaluation.ts";
import type { LoadedRegister } from "./evaluation.ts";
import { CommandFailure } from "./failure.ts";

interface ExplainOptions {
  readonly data?: string;
  readonly at?: string;
  readonly record: string;
  readonly object?: string;
  readonly rule?: string;
  readonly reading: readonly string[];
  readonly format: "table" | "json";
  readonly all?: boolean;
  readonly output?: string;
}

/** `explain`: why a result is what it is, what is missing, and what would change it. */
export const explainCommand: CommandRegistration = (program, { io }) => {
  program
    .command("explain")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("说明一条记录的结果：为什么、还缺什么、差多少")
    .addOption(dataOption())
    .addOption(dateOption())
    .requiredOption("--record <编号>", "要说明的记录")
    .option("--object <对象>", "记录所属的对象；编号唯一时可以省略")
    .option("--rule <规则>", "只说明这条规则")
    .addOption(readingOption())
    .addOption(allOption("列出全部推理步骤和全部规则，不省略"))
    .addOption(formatOption("table", "json"))
    .addOption(outputOption())
    .action(async (path: string, options: ExplainOptions) => {
      const at = requireDay(options.at);
      const data = requireData(options.data);
      const policy = await openRunnable(io, path);
      const readings = readReadings(policy.program, options.reading);
      const register = await loadRegister(io, policy.program, data, false);
      const object = objectOf(policy.program, register, options);
      const decisions = decisionsFor(policy.program, object, options.rule);
      const explanations = decisions.flatMap((decision): Explanation[] => {
        const target = { object, id: options.record, decision: decision.id };
        const explanation = explain(policy.program, register.loaded.facts, { at, readings }, target);
        return explanation === null ? [] : [explanation];
      });
      const info = policy.program.policy;
      const name = recordNames(register.loaded.facts)(object, options.record);
      const heading = `${object} ${options.record}${name === null || name === options.record ? "" : ` ${name}`}　基准日：${dayInChinese(at)}${info.trial ? "　【试算】尚未施行" : ""}`;
      const all = options.all === true;
      const layout = { paint: io.paint, all, ...(io.columns === undefined ? {} : { width: io.columns }) };
      const brief = explanations.filter(
        (explanation) => !all && options.rule === undefined && saysNothing(explanation),
      );
      const text =
        options.format === "json"
          ? toJson(explainJson(info, at, explanations))
          : [
              io.paint("strong", info.name),
              heading,
              ...explanations
                .filter((explanation) => !brief.includes(explanation))
                .map((explanation) => `\n${explainTree(info, explanation, layout)}`),
              ...(brief.length === 0 ? [] : [`\n${io.paint("strong", "不涉及这条记录的规则")}`]),
              ...brief.map((explanation) => `  ${explainLine(info, explanation)}`),
              ...(all ? [] : [SHORTENED]),
            ].join("\n");
      await emit(io, text, options.output);
    });
};

const SHORTENED = "\n以上只列起决定作用的部分；加 --all 显示全部推理步骤。";

/** The object that the record belongs to: as named, or the only one that has a record with that 编号. */
const objectOf = (
  program: Program,
  { loaded: { facts } }: LoadedRegister,
  { object, record }: ExplainOptions,
): string => {
  if (object !== undefined) {
    if (!program.objects.has(object))
      throw new CommandFailure(
        `政策中没有名为“${object}”的对象。`,
        `可选：${[...program.objects.keys()].join("、")}。`,
      );
    if (facts.record(object, record) === undefined)
      throw new CommandFailure(`“${object}”的数据中没有编号为“${record}”的记录。`);
    return object;
  }
  const holding = facts.objects.filter((each) => facts.record(each, record) !== undefined);
  if (holding.length === 1) return holding[0]!;
  if (holding.length === 0)
    throw new CommandFailure(`数据中没有编号为“${record}”的记录。`, "编号是数据文件“编号”一列的值。");
  throw new CommandFailure(
    `有${holding.length}个对象含有编号为“${record}”的记录：${holding.join("、")}。`,
    "请用 --object 指明对象。",
  );
};

const decisionsFor = (program: Program, object: string, rule: string | undefined): readonly Decision[] => {
  const own = program.decisions.filter((decision) => decision.object === object);
  const wanted =
    rule === undefined
      ? reportedDecisions(program).filter((decision) => decision.object === object)
      : own.filter(({ id, name }) => id === rule || name === rule);
  if (wanted.length > 0) return wanted;
  const elsewhere = program.decisions.find(({ id, name }) => id === rule || name === rule);
  if (rule !== undefined && elsewhere !== undefined)
    throw new CommandFailure(`规则“${rule}”针对“${elsewhere.object}”，不针对“${object}”。`);
  if (rule === undefined) throw new CommandFailure(`政策中没有针对“${object}”的规则。`);
  throw unknownRule(rule, new Set(own.map(({ name }) => name)), `针对“${object}”的规则有`);
};
