import { readDocument, summariseStructure } from "../../language/index.ts";
import { structureTable } from "../report/structure-table.ts";
import type { CommandRegistration } from "./command.ts";
import { formatOption, outputOption } from "./command-line.ts";
import { emit, toJson } from "./emit.ts";
import { locatePolicy } from "./policy-files.ts";
import { readTextFile } from "./text-file.ts";

/** `structure`: the outline of any official text. */
export const structureCommand: CommandRegistration = (program, { io }) => {
  program
    .command("structure")
    .argument("<文件>", "任何公文文本、.tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("列出文件的编、章、节、条、款、项、目")
    .addOption(formatOption("table", "json"))
    .addOption(outputOption())
    .action(async (path: string, options: { format: string; output?: string }) => {
      const file = await readTextFile(io, await locatePolicy(io, path));
      const document = readDocument({ name: file.name, text: file.text });
      const summary = summariseStructure(document);
      const text =
        options.format === "json"
          ? toJson(summary)
          : structureTable(file.name, document.title, summary, {
              paint: io.paint,
              ...(io.columns === undefined ? {} : { width: io.columns }),
            });
      await emit(io, text, options.output);
    });
};
