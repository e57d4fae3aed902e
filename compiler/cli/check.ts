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
import { evaluatePolicy, loadRegister, readReadings } from "./evaluation.ts";
import type { Io } from "./io.ts";

type CheckFormat = "table" | "json" | "html" | "csv";

interface CheckOptions {
  readonly data?: string;
  readonly at?: string;
  readonly format: CheckFormat;
  readonly only: readonly string[];
  readonly where?: string;
  readonly reading: readonly string[];
  readonly strict?: boolean;
  readonly all?: boolean;
  readonly output?: string;
}

/** `check`: evaluates a policy on a register. */
export const checkCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("check")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("用数据核对政策，给出各规则和各记录的结果")
    .addOption(dataOption())
    .addOption(dateOption())
    .addOption(formatOption("table", "json", "html", "csv"))
    .addOption(repeatable("--only <规则>", "只核对这条规则；可以重复"))
    .option("--where <条件>", "只列符合条件的记录，例如 '公立定点医疗机构'")
    .addOption(readingOption())
    .option("--strict", "数据有错误时停止，不予核对")
    .addOption(allOption())
    .addOption(outputOption())
    .action(async (path: string, options: CheckOptions) => {
      const at = requireDay(options.at);
      const data = requireData(options.data);
      const policy = await openRunnable(io, path);
      const readings = readReadings(policy.program, options.reading);
      const register = await loadRegister(io, policy.program, data, options.strict === true);
      const only = options.only.length === 0 ? undefined : options.only;
      const report = await evaluatePolicy(io, policy, register, { at, readings, only, where: options.where });
      await emit(io, render(io, report, options), options.output);
      finish(hasFindings(report) ? 1 : 0);
    });
};

const render = (
  io: Io,
  report: CheckReport,
  { format, all, output }: CheckOptions,
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
