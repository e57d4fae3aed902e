import { Option } from "commander";
import { createProbeMemo } from "../analyse/probe.ts";
import {
  analysisOf,
  analysisReport,
  type AnalysisParts,
  type AnalysisSettings,
  type SiftedAnalysis,
} from "../analysis-of.ts";
import type { Facts } from "../model/facts.ts";
import { noteInWords } from "../register-words.ts";
import { openAnswerCache } from "./answer-cache.ts";
import { analysisFormat, ANALYSIS_FORMATS, writeAnalysis, type AnalysisFormat } from "./analyse-output.ts";
import { codesNamed } from "./analyse-codes.ts";
import type { CommandRegistration } from "./command.ts";
import { outputOption, requireDay } from "./command-line.ts";
import { notRunnable, openPolicy, openRunnable, type OpenedPolicy } from "./compiled-policy.ts";
import { loadRegister } from "./evaluation.ts";
import type { Io } from "./io.ts";
import { keepSources } from "./keep-sources.ts";
import { startPercentage } from "./progress.ts";
import { isSynthetic } from "./register.ts";
import { millisecondsOf, timeoutOption } from "./time-limit.ts";

interface AnalyseCommandOptions {
  readonly data?: string;
  readonly at?: string;
  readonly within?: string;
  readonly format?: AnalysisFormat;
  readonly output?: string;
  readonly timeout?: string;
  readonly only?: readonly string[];
  readonly cache: boolean;
}

/** `analyse`: what the rules of a policy leave open, decide twice, never reach or can never decide otherwise. */
export const analyseCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("analyse")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("分析规则：没有规定的情形、相互冲突的规定、不会适用的条件，逐项举例")
    .addOption(new Option("-d, --data <目录>", "数据目录；给出时计算待定参数的取值对现有记录的影响"))
    .addOption(new Option("--at <日期>", "基准日，例如 2025-06-01；有 --data 时必需"))
    .addOption(new Option("--within <上位政策>", "核对本政策是否宽于上位政策：.tiaowen 文件或者文件夹"))
    .addOption(
      new Option(
        "-f, --format <格式>",
        "输出格式；未指明时依 --output 的扩展名，没有扩展名的为 terminal",
      ).choices(ANALYSIS_FORMATS),
    )
    .addOption(outputOption())
    .addOption(timeoutOption())
    .addOption(severalOf(new Option("--only <代码...>", "只列这些代码的结果")))
    .addOption(new Option("--no-cache", "不使用、也不保存以前判定的答案"))
    .addHelpText("after", HELP)
    .action(async (path: string, options: AnalyseCommandOptions) => {
      const started = performance.now();
      const at = options.at === undefined && options.data === undefined ? null : requireDay(options.at);
      const milliseconds = millisecondsOf(options.timeout);
      const codes = codesNamed(options.only);
      const format = analysisFormat(options.format, options.output);
      const policy = await openPolicy(io, path);
      const parent = options.within === undefined ? null : await openRunnable(io, options.within);
      keepSources(io, [policy, ...(parent === null ? [] : [parent])], options.output);
      const register = await registerOf(io, policy, path, options);
      const cache = options.cache ? await openAnswerCache(io, policy.files.policy.path) : null;
      const found = await analysed(
        io,
        {
          policy: policy.compiled,
          parent: parent?.compiled ?? null,
          facts: register?.facts ?? null,
          at,
          codes,
        },
        { milliseconds, memo: cache?.memo ?? createProbeMemo(), workspace: policy.workspace },
      );
      await cache?.save();
      if (policy.compiled.program === null && found.findings.length === 0) throw notRunnable(io, policy);
      const notes = [...found.notes, ...(register?.remarks ?? [])];
      const analysis: SiftedAnalysis = { ...found, notes: [...new Set(notes)] };
      const report = analysisReport(analysis, policy.compiled, parent?.compiled ?? null, {
        synthetic: register?.synthetic ?? false,
        milliseconds: performance.now() - started,
      });
      await writeAnalysis(io, report, format, options.output);
      finish(analysis.findings.some(({ severity }) => severity !== "info") ? 1 : 0);
    });
};

/** Commander sees several values only behind a Latin letter. */
const severalOf = (option: Option): Option => Object.assign(option, { variadic: true });

const HELP = `
每项结果注明把握程度：已举例并经核对（例子已按规则执行，结果如所述）、已证明（任何记录都如此）、
抽样未见反例（不是证明）、未能判定（写明原因和用时）、依文字（规则或者文字本身如此）。

退出码：0 没有需要处理的结果；1 有错误或者警告；2 未能分析。`;

/** The second solver starts when it is first asked, and is ended whatever happens. */
const analysed = async (
  io: Io,
  parts: AnalysisParts,
  settings: Pick<AnalysisSettings, "milliseconds" | "memo" | "workspace">,
): Promise<SiftedAnalysis> => {
  const { createSecondSolver } = await import("../analyse/solve/z3.ts");
  const second = createSecondSolver();
  const progress = await startPercentage(io, "分析规则");
  try {
    return await analysisOf(parts, {
      ...settings,
      second,
      onProgress: (done, total) => progress.advance((100 * done) / total),
    });
  } finally {
    progress.finish();
    await second.end();
  }
};

interface ReadRegister {
  readonly facts: Facts;
  readonly synthetic: boolean;
  readonly remarks: readonly string[];
}

const registerOf = async (
  io: Io,
  { compiled: { program } }: OpenedPolicy,
  path: string,
  { data, at }: AnalyseCommandOptions,
): Promise<ReadRegister | null> => {
  if (data === undefined || program === null) return null;
  const { register, loaded } = await loadRegister(io, program, data, false);
  const errors = loaded.dataErrors.length;
  return {
    facts: loaded.facts,
    synthetic: isSynthetic(register, loaded),
    remarks: [
      ...(errors === 0
        ? []
        : [
            `数据有${errors}处错误，有错误的单元格视为未填；用 tiaowen check ${path} --data ${data} --at ${at} 查看。`,
          ]),
      ...loaded.notes.map(noteInWords),
    ],
  };
};
