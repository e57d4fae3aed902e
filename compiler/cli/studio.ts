import { Option } from "commander";
import { stat } from "node:fs/promises";
import type { ChineseCommand } from "./chinese-commander.ts";
import type { CommandRegistration } from "./command.ts";
import { CommandFailure } from "./failure.ts";
import { runStudio, type StudioOptions } from "./studio/run-studio.ts";
import { displayPath, resolvePath, systemReason } from "./text-file.ts";

/** `studio`: a folder of policies in the browser, saved to the real files. */
export const studioCommand: CommandRegistration = (program, { io }) => {
  const command = program
    .command("studio")
    .argument("[目录]", "放政策的文件夹，不写时为当前文件夹", ".")
    .description("在浏览器中编写、执行和比较一个文件夹中的政策，修改直接保存到文件");
  withStudioOptions(command).action(async (folder: string, options: StudioOptions) => {
    const full = resolvePath(io, folder);
    const facts = await stat(full).catch((error: unknown) => {
      throw new CommandFailure(`找不到“${displayPath(io, full)}”：${systemReason(error)}。`);
    });
    if (!facts.isDirectory())
      throw new CommandFailure(
        `“${displayPath(io, full)}”是文件，此处应为文件夹。`,
        "请指明政策文件所在的文件夹。",
      );
    await runStudio(io, full, options);
  });
};

/** How the page is served; the hidden ones are for trying it out. */
export const withStudioOptions = (command: ChineseCommand): ChineseCommand =>
  command
    .addOption(new Option("--port <端口>", "使用的端口，不写时自动选择"))
    .addOption(new Option("--open", "启动后打开浏览器"))
    .addOption(new Option("--no-open", "启动后不打开浏览器"))
    .addOption(new Option("--once", "确认网页可以打开后即结束").hideHelp())
    .addOption(new Option("--page <目录>", "网页文件所在的文件夹").hideHelp());
