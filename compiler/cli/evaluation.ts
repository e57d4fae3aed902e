import { didYouMean, loadFacts } from "../data/index.ts";
import type { LoadedFacts } from "../data/index.ts";
import { evaluate, evaluateWhere, reportedDecisions } from "../evaluate/index.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Outcome, ResultSet } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import type { Diagnostic } from "../../language/index.ts";
import { compileCondition } from "../pipeline.ts";
import { receiptOf, recordNames } from "../receipt.ts";
import type { CheckReport } from "../report/check-report.ts";
import { dataErrorTable } from "../report/check-table.ts";
import { noteInWords } from "../register-words.ts";
import { chineseOrdinal } from "../report/result-words.ts";
import { parseReading } from "./command-line.ts";
import type { RunnablePolicy } from "./compiled-policy.ts";
import { evaluateGenerated, type EngineOptions } from "./engines/javascript.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { startProgress } from "./progress.ts";
import { isSynthetic, readRegister } from "./register.ts";
import type { Register } from "./register.ts";

/** What `check` and `explain` may be asked to do differently. */
export interface EvaluationRequest {
  readonly at: Day;
  readonly readings: ReadonlyMap<string, number>;
  readonly only?: readonly string[] | undefined;
  readonly where?: string | undefined;
  /** Only rules about this object. */
  readonly object?: string | undefined;
  readonly engine?: Engine;
  /** Only statuses are written: explanations need not be kept. */
  readonly statusesOnly?: boolean;
}

export interface LoadedRegister {
  readonly register: Register;
  readonly loaded: LoadedFacts;
}

/** Reads the data of a policy; with `strict` a bad cell ends the command. */
export const loadRegister = async (
  io: Io,
  program: Program,
  folder: string,
  strict: boolean,
): Promise<LoadedRegister> => {
  if (program.decisions.length === 0) {
    throw new CommandFailure(
      `“${program.policy.file}”没有规则，无从执行。`,
      "请先在条文之后编写【规则】；用 tiaowen coverage 查看尚未处理的条款。",
    );
  }
  const register = await readRegister(io, folder);
  const loaded = loadFacts(program, register.files, { strict });
  if (loaded.stopped) stopOnErrors(io, loaded.dataErrors);
  return { register, loaded };
};

/** Under --strict a bad cell ends the command. */
export const stopOnErrors = (io: Io, dataErrors: LoadedFacts["dataErrors"]): void => {
  if (dataErrors.length === 0) return;
  throw new CommandFailure(
    `数据有${dataErrors.length}处错误，因使用 --strict，未予核对。\n\n${dataErrorTable(dataErrors, io.columns === undefined ? {} : { width: io.columns })}\n`,
    "请改正数据，或者去掉 --strict：有错误的单元格视为未填，其余照常核对。",
  );
};

/** Evaluates a policy on a register and puts everything that a report needs into one place. */
export const evaluatePolicy = async (
  io: Io,
  policy: RunnablePolicy,
  { register, loaded }: LoadedRegister,
  request: EvaluationRequest,
): Promise<CheckReport> => {
  const { program } = policy;
  const decisions = wantedDecisions(program, request);
  const { at, readings, only, object } = request;
  const steps = decisions.reduce((sum, each) => sum + loaded.facts.records(each.object).length, 0);
  const progress = await startProgress(io, "核对", steps);
  const result = await ENGINES[request.engine ?? "interpreter"](program, loaded.facts, {
    at,
    readings,
    ...(only === undefined && object === undefined ? {} : { only: decisions.map(({ id }) => id) }),
    onProgress: progress.advance,
    statusesOnly: request.statusesOnly ?? false,
  });
  progress.finish();
  const keep = whereFilter(policy, loaded, request);
  return {
    policy: program.policy,
    at,
    trial: result.trial,
    notice: result.notice,
    receipt: await receiptOf(
      program,
      {
        policy: policy.files.policy.text,
        vocabularies: policy.files.vocabularies.map(({ text }) => text),
      },
      loaded.facts,
      readings,
    ),
    dataErrors: loaded.dataErrors,
    notes: loaded.notes.map(noteInWords),
    outcomes: result.outcomes.filter(keep),
    conflicts: result.conflicts.filter(keep),
    recordName: recordNames(loaded.facts),
    synthetic: isSynthetic(register, loaded),
    narrowing: [
      ...(only === undefined ? [] : [`仅核对规则${only.map((rule) => `“${rule}”`).join("、")}`]),
      ...(object === undefined ? [] : [`仅核对对象“${object}”`]),
      ...(request.where === undefined ? [] : [`仅列${request.where}的记录`]),
      ...[...readings].map(([name, option]) => `「${name}」采读法${chineseOrdinal(option)}`),
    ],
  };
};

/** Engines that hold the register in memory. Their results are equal. */
export type Engine = "interpreter" | "javascript";

const ENGINES = { interpreter: evaluate, javascript: evaluateGenerated } as const satisfies Record<
  Engine,
  (program: Program, facts: LoadedFacts["facts"], options: EngineOptions) => ResultSet | Promise<ResultSet>
>;

/** The decisions that --only and --object leave. */
export const wantedDecisions = (
  program: Program,
  { only, object }: Pick<EvaluationRequest, "only" | "object">,
): readonly Decision[] => {
  requireRules(program, only);
  const decisions = reportedDecisions(program, only);
  if (object === undefined) return decisions;
  const found = decisions.filter((decision) => decision.object === object);
  if (found.length > 0) return found;
  const objects = new Set(decisions.map((decision) => decision.object));
  throw new CommandFailure(
    program.objects.has(object)
      ? `没有针对“${object}”的规则。`
      : `政策中没有名为“${object}”的对象${didYouMean(object, program.objects.keys()) || "。"}`,
    `有规则的对象：${[...objects].join("、")}。`,
  );
};

/** --reading values, checked against the readings that the policy records. */
export const readReadings = (program: Program, texts: readonly string[]): ReadonlyMap<string, number> => {
  const readings = new Map<string, number>();
  for (const text of texts) {
    const { name, option } = parseReading(text);
    const reading = program.readings.get(name);
    const known = [...program.readings.keys()].map((each) => `「${each}」`).join("、");
    if (reading === undefined) {
      throw new CommandFailure(
        `政策中没有对「${name}」的理解。`,
        known === "" ? "该政策没有【理解】。" : `该政策记有理解的词语：${known}。`,
      );
    }
    if (!reading.options.some(({ number }) => number === option)) {
      throw new CommandFailure(
        `「${name}」没有读法${chineseOrdinal(option)}。`,
        `可选：${reading.options.map(({ number, text: words }) => `读法${chineseOrdinal(number)}（${words}）`).join("；")}。`,
      );
    }
    readings.set(name, option);
  }
  return readings;
};

/** A rule that the policy does not have, with the one that was probably meant and all that there are. */
export const unknownRule = (rule: string, names: ReadonlySet<string>, title: string): CommandFailure =>
  new CommandFailure(
    `政策中没有名为“${rule}”的规则${didYouMean(rule, names) || "。"}`,
    names.size === 0 ? null : `${title}：${[...names].join("、")}。`,
  );

const requireRules = (program: Program, only: readonly string[] | undefined): void => {
  const known = new Set(program.decisions.flatMap(({ id, name }) => [id, name]));
  const names = new Set(program.decisions.map(({ name }) => name));
  for (const rule of only ?? []) {
    if (!known.has(rule)) throw unknownRule(rule, names, "可选");
  }
};

/** Keeps the records for which the condition is 真; objects of which it says nothing are left out. */
const whereFilter = (
  { program, compiled }: RunnablePolicy,
  { facts }: LoadedFacts,
  { at, where }: EvaluationRequest,
): ((entry: Pick<Outcome, "object" | "id">) => boolean) => {
  if (where === undefined) return () => true;
  const kept = new Map<string, ReadonlySet<string>>();
  const refusals: Diagnostic[] = [];
  for (const object of new Set(program.decisions.map((decision) => decision.object))) {
    const { value: condition, diagnostics } = compileCondition(compiled, object, where);
    if (condition === null || diagnostics.some(({ severity }) => severity === "error"))
      refusals.push(...diagnostics);
    else kept.set(object, new Set(evaluateWhere(program, facts, at, condition, object)));
  }
  if (kept.size === 0) {
    throw new CommandFailure(
      `--where 的条件“${where}”无法识别。${refusals[0] === undefined ? "" : `\n${refusalInWords(program, refusals[0])}`}`,
      "请用政策语言写条件，例如 --where '公立定点医疗机构' 或者 --where '年度医保业务量低于100笔'。",
    );
  }
  return ({ object, id }) => kept.get(object)?.has(id) ?? false;
};

/**
 * What stops the condition, without the advice for those who write a policy: nothing can be declared here. A word
 * of two characters is near to too many others to guess at.
 */
const refusalInWords = (program: Program, { message }: Diagnostic): string => {
  const term = /^“([^”]+)”没有声明/.exec(message)?.[1];
  if (term === undefined) return message;
  const fields = [...program.objects.values()].flatMap((object) => [...object.fields.values()]);
  const names = new Set([
    ...fields.map(({ name }) => name),
    ...fields.flatMap(({ type }) => (type.kind === "enumeration" ? type.values : [])),
    ...program.decisions.map(({ name }) => name),
  ]);
  return `政策和词汇中没有“${term}”${(term.length > 2 && didYouMean(term, names)) || "。"}`;
};
