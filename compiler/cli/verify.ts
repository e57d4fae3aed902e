import { dirname, resolve } from "node:path";
import { compareWithSource } from "../../language/index.ts";
import { sha256Hex } from "../data/index.ts";
import { isFaithful, verifyJson, verifyTable } from "../report/verify-table.ts";
import type { CommandRegistration } from "./command.ts";
import { formatOption, outputOption } from "./command-line.ts";
import { metadataOf, openPolicy } from "./compiled-policy.ts";
import { emit, toJson } from "./emit.ts";
import { CommandFailure } from "./failure.ts";
import { readTextFile } from "./text-file.ts";

/** `verify`: the official text equals the stored source, characters and provision paths. */
export const verifyCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("verify")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("核对政策文件中的公文原文与存底是否一致")
    .addOption(formatOption("table", "json"))
    .addOption(outputOption())
    .action(async (path: string, options: { format: string; output?: string }) => {
      const { files, compiled } = await openPolicy(io, path);
      const source = metadataOf(compiled.file, "原文");
      if (source === null) {
        throw new CommandFailure(
          `“${files.policy.name}”没有写明存底。`,
          "请在【政策】中写“原文：source/文件名.txt”，指明原文存底的位置。",
        );
      }
      const stored = await readTextFile(io, resolve(dirname(files.policy.path), source));
      const { equal, normalizedText, normalizedSource, differences } = compareWithSource(
        compiled.file.segments,
        stored,
      );
      const report = {
        file: files.policy.name,
        text: files.policy.text,
        source: stored.name,
        equal,
        sha256: await sha256Hex(normalizedText),
        sourceSha256: await sha256Hex(normalizedSource),
        declared: metadataOf(compiled.file, "校验"),
        differences,
      };
      await emit(
        io,
        options.format === "json" ? toJson(verifyJson(report)) : verifyTable(report, io.paint),
        options.output,
      );
      finish(isFaithful(report) ? 0 : 1);
    });
};
