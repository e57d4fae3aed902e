import { ChineseCommand } from "./chinese-commander.ts";
import type { Io } from "./io.ts";
import { VERSION } from "./version.ts";

/** Width of help where the output is no terminal. */
const HELP_WIDTH = 100;

/** The program without its commands; these inherit its language and its ways of speaking. */
export const createProgram = (io: Io): ChineseCommand =>
  new ChineseCommand("tiaowen")
    .description("条文：编写、执行和核对中文政策规则")
    .usage("<命令> [选项]")
    .version(VERSION, "-V, --version", "显示版本号")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [命令]", "显示命令的用法")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.columns ?? HELP_WIDTH,
    })
    .addHelpText("after", "\n退出码：0 完成；1 完成，但有需要处理的结果；2 未能执行。");
