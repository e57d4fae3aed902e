import { Option } from "commander";
import { checkCsv } from "../report/check-csv.ts";
import { checkJson } from "../report/check-json.ts";
import { hasFindings } from "../report/check-report.ts";
import type { CheckReport } from "../report/check-report.ts";
import { checkTable } from "../report/check-table.ts";
import { reportPage } from "../report/html/report-page.ts";
import type { CommandRegistration } from "./command.ts";
import {
  allOption,
  dataOption,
  dateOption,
  formatOption,
  outputOption,
  readingOption,
  repeatable,
  requireData,
  requireDay,
} from "./command-line.ts";
import { openRunnable } from "./compiled-policy.ts";
import { emit } from "./emit.ts";
import { chooseEngine, ENGINE_NAMES, type EngineName } from "./engines/choose.ts";
import { checkStatusesOf } from "./engines/statuses.ts";
import { evaluatePolicy, loadRegister, readReadings, wantedDecisions } from "./evaluation.ts";
import type { Io } from "./io.ts";

type ReportFormat = "table" | "json" | "html" | "csv";

export interface CheckOptions {
  readonly data?: string;
  readonly at?: string;
  readonly format: ReportFormat | "statuses";
  readonly only: readonly string[];
  readonly object?: string;
  readonly where?: string;
  readonly reading: readonly string[];
  readonly strict?: boolean;
  readonly all?: boolean;
  readonly output?: string;
  readonly engine?: EngineName;
}

/** `check`: evaluates a policy on a register. */
export const checkCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("check")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("用数据核对政策，给出各规则和各记录的结果")
    .addOption(dataOption())
    .addOption(dateOption())
    .addOption(formatOption("table", "json", "html", "csv", "statuses"))
    .addOption(repeatable("--only <规则>", "只核对这条规则；可以重复"))
    .option("--object <对象>", "只核对针对这一对象的规则")
    .option("--where <条件>", "只列符合条件的记录，例如 '公立定点医疗机构'")
    .addOption(readingOption())
    .addOption(
      new Option("--engine <引擎>", "由什么执行；结果相同。未指明时按数据大小选择").choices(ENGINE_NAMES),
    )
    .option("--strict", "数据有错误时停止，不予核对")
    .addOption(allOption())
    .addOption(outputOption())
    .addHelpText("after", STATUSES_HELP)
    .action(async (path: string, options: CheckOptions) => {
      const at = requireDay(options.at);
      const data = requireData(options.data);
      const policy = await openRunnable(io, path);
      const readings = readReadings(policy.program, options.reading);
      const only = options.only.length === 0 ? undefined : options.only;
      const request = { at, readings, only, where: options.where, object: options.object };
      const decisions = wantedDecisions(policy.program, request);
      const engine = await chooseEngine(io, policy.program, data, options);
      if (options.format === "statuses") {
        const { output, all = false, strict = false } = options;
        finish(
          await checkStatusesOf(io, policy, { ...request, data, decisions, engine, output, all, strict }),
        );
        return;
      }
      const register = await loadRegister(io, policy.program, data, options.strict === true);
      const report = await evaluatePolicy(io, policy, register, {
        ...request,
        engine: engine === "duckdb" ? "javascript" : engine,
      });
      await emit(io, render(io, report, { ...options, format: options.format }), options.output);
      finish(hasFindings(report) ? 1 : 0);
    });
};

const STATUSES_HELP = `
--format statuses 只输出状态：每条记录一行，每条规则一列，CSV；用 --output 名称.parquet 写成 Parquet（由 duckdb 引擎）。
规则涉及多个对象的，--output 是文件夹，每个对象一个文件。数据合计超过 8 MB 的，由 duckdb 引擎读取和核对，不装入内存。`;

const render = (
  io: Io,
  report: CheckReport,
  { format, all, output }: Omit<CheckOptions, "format"> & { readonly format: ReportFormat },
): string | Iterable<string> => {
  switch (format) {
    case "table":
      return checkTable(report, {
        all: all === true,
        ...(output === undefined ? { paint: io.paint } : {}),
        ...(output === undefined && io.columns !== undefined ? { width: io.columns } : {}),
      });
    case "json":
      return checkJson(report);
    case "html":
      return reportPage(report);
    case "csv":
      return checkCsv(report);
  }
};
