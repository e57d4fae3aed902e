import { print } from "../../language/index.ts";
import type { CommandRegistration } from "./command.ts";
import { compileFiles } from "./compiled-policy.ts";
import { expandFiles, readVocabularies } from "./policy-files.ts";
import { readTextFile, writeAtomically } from "./text-file.ts";

/** `fmt`: writes rule blocks in the one canonical form; official text stays as it is. */
export const fmtCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("fmt")
    .argument("<文件...>", ".tiaowen 文件，或者含有 .tiaowen 文件的文件夹")
    .description("统一规则块的书写格式，不改动公文原文")
    .option("--check", "只检查，不改动文件；有格式不一致的，退出码为 1")
    .action(async (paths: readonly string[], options: { check?: boolean }) => {
      const changed: string[] = [];
      for (const path of await expandFiles(io, paths)) {
        const file = await readTextFile(io, path);
        const { vocabularies } = await readVocabularies(io, file);
        const printed = print(compileFiles({ policy: file, vocabularies }).file);
        if (printed === file.text) continue;
        changed.push(file.name);
        if (options.check !== true) {
          await writeAtomically(
            io,
            file.path,
            file.lineEnd === "\n" ? printed : printed.replaceAll("\n", file.lineEnd),
          );
        }
      }
      const verb = options.check === true ? "格式不一致" : "已改写";
      io.write(
        changed.length === 0
          ? "格式均已统一，没有改动。\n"
          : `${changed.map((name) => `${verb}　${name}`).join("\n")}\n`,
      );
      finish(options.check === true && changed.length > 0 ? 1 : 0);
    });
};
