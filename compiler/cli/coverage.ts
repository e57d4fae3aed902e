import { coverageJson, coverageTable, isWhole } from "../report/coverage-table.ts";
import type { CommandRegistration } from "./command.ts";
import { formatOption, outputOption } from "./command-line.ts";
import { metadataOf, openPolicy } from "./compiled-policy.ts";
import { emit, toJson } from "./emit.ts";

/** `coverage`: the state of every provision and normative clause. */
export const coverageCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("coverage")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("列出每一条款和规范语句是否已有规则或者说明")
    .addOption(formatOption("table", "json"))
    .addOption(outputOption())
    .action(async (path: string, options: { format: string; output?: string }) => {
      const { files, compiled } = await openPolicy(io, path);
      const { coverage } = compiled;
      const { document } = compiled.file;
      const title = metadataOf(compiled.file, "名称") ?? document.title ?? files.policy.name;
      const layout = { paint: io.paint, ...(io.columns === undefined ? {} : { width: io.columns }) };
      await emit(
        io,
        options.format === "json"
          ? toJson(coverageJson(document, coverage))
          : coverageTable(title, document, coverage, layout),
        options.output,
      );
      finish(isWhole(coverage) ? 0 : 1);
    });
};
