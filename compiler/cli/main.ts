import { CommanderError } from "commander";
import { checkCommand } from "./check.ts";
import { ChineseCommand, inChinese, inChineseWords } from "./chinese-commander.ts";
import type { CommandRegistration, ExitCode } from "./command.ts";
import { coverageCommand } from "./coverage.ts";
import { explainCommand } from "./explain.ts";
import { CommandFailure } from "./failure.ts";
import { fmtCommand } from "./fmt.ts";
import type { Io } from "./io.ts";
import { lintCommand } from "./lint.ts";
import { newCommand } from "./new.ts";
import { stagesCommand } from "./stages.ts";
import { startCommand } from "./start.ts";
import { structureCommand } from "./structure.ts";
import { testCommand } from "./test.ts";
import { verifyCommand } from "./verify.ts";
import { VERSION } from "./version.ts";

/** Commands in the order of the help. */
const COMMANDS: readonly CommandRegistration[] = [
  checkCommand,
  explainCommand,
  lintCommand,
  testCommand,
  coverageCommand,
  verifyCommand,
  structureCommand,
  fmtCommand,
  stagesCommand,
  newCommand,
  startCommand,
];

/** Width of help where the output is no terminal. */
const HELP_WIDTH = 100;
const COULD_NOT_RUN = 2;

/** Runs one command line and returns its exit code. Never throws and never ends the process. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: ExitCode = 0;
  const program = inChinese(new ChineseCommand("tiaowen"))
    .description("条文：编写、执行和核对中文政策规则")
    .usage("<命令> [选项]")
    .version(VERSION, "-V, --version", "显示版本号")
    .helpCommand("help [命令]", "显示命令的用法")
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.columns ?? HELP_WIDTH,
    })
    .addHelpText("after", "\n退出码：0 完成；1 完成，但有需要处理的结果；2 未能执行。");
  const context = { io, finish: (result: ExitCode) => void (code = result) };
  for (const register of COMMANDS) register(program, context);
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return report(error instanceof CommanderError ? inChineseWords(error) : error, io);
  }
};

const report = (error: unknown, io: Io): number => {
  if (error instanceof CommandFailure) {
    io.writeError(`${io.paint("bad", "未能执行：")}${error.message}\n${error.advice === null ? "" : `${error.advice}\n`}`);
  } else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.writeError(`${io.paint("bad", "程序内部出错，")}这是条文的缺陷，不是您的文件的问题。请将下列内容和所用文件报告给维护者：\n${detail}\n`);
  }
  return COULD_NOT_RUN;
};
