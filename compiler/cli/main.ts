import { CommanderError } from "commander";
import { analyseCommand } from "./analyse.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { inChineseWords } from "./chinese-commander.ts";
import type { CommandRegistration, ExitCode } from "./command.ts";
import { coverageCommand } from "./coverage.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { CommandFailure, Interrupted } from "./failure.ts";
import { fmtCommand } from "./fmt.ts";
import { generateCasesCommand } from "./generate-cases.ts";
import type { Io } from "./io.ts";
import { lintCommand } from "./lint.ts";
import { mutateCommand } from "./mutate.ts";
import { newCommand } from "./new.ts";
import { createProgram } from "./program.ts";
import { reportsCommand } from "./reports.ts";
import { stagesCommand } from "./stages.ts";
import { startCommand } from "./start.ts";
import { structureCommand } from "./structure.ts";
import { studioCommand } from "./studio.ts";
import { testCommand } from "./test.ts";
import { verifyCommand } from "./verify.ts";

/** Commands in the order of the help. */
const COMMANDS: readonly CommandRegistration[] = [
  checkCommand,
  explainCommand,
  diffCommand,
  analyseCommand,
  lintCommand,
  testCommand,
  generateCasesCommand,
  mutateCommand,
  coverageCommand,
  verifyCommand,
  structureCommand,
  fmtCommand,
  buildCommand,
  stagesCommand,
  newCommand,
  studioCommand,
  startCommand,
  reportsCommand,
];

const COULD_NOT_RUN = 2;
/** What shells expect of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Runs one command line and returns its exit code. Never throws and never ends the process. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: ExitCode = 0;
  const program = createProgram(io);
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
  if (error instanceof Interrupted) {
    io.writeError("已中断，没有写入任何结果。\n");
    return INTERRUPTED;
  }
  if (error instanceof CommandFailure) {
    io.writeError(
      `${io.paint("bad", "未能执行：")}${error.message}\n${error.advice === null ? "" : `${error.advice}\n`}`,
    );
  } else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.writeError(
      `${io.paint("bad", "程序内部出错，")}这是条文的缺陷，不是您的文件的问题。请将下列内容和所用文件报告给维护者：\n${detail}\n`,
    );
  }
  return COULD_NOT_RUN;
};
