import { join } from "node:path";
import { summariseStructure, wordsOfBlock } from "../../language/index.ts";
import type { PolicyFile } from "../../language/index.ts";
import { structureTable } from "../report/structure-table.ts";
import { blockTable, wordTable } from "../report/stage-tables.ts";
import type { StageWord } from "../report/stage-tables.ts";
import { plainData } from "../report/plain-data.ts";
import type { CommandRegistration } from "./command.ts";
import { compileFiles } from "./compiled-policy.ts";
import { toJson } from "./emit.ts";
import { CommandFailure } from "./failure.ts";
import { locatePolicy, readVocabularies } from "./policy-files.ts";
import { displayPath, readTextFile, resolvePath, writeAtomically } from "./text-file.ts";

interface Stage {
  readonly name: string;
  readonly extension: "txt" | "json";
  readonly text: string;
}

/** `stages`: every form that a file takes on its way from text to program. */
export const stagesCommand: CommandRegistration = (program, { io }) => {
  program
    .command("stages")
    .argument("<文件>", ".tiaowen 文件")
    .description("列出文件从文本到程序的各个阶段，供查错")
    .option("--stage <阶段>", "只列这一阶段：语句块、结构、断词、语法树、程序")
    .option("-o, --output <目录>", "每个阶段写成一个文件")
    .action(async (path: string, options: { stage?: string; output?: string }) => {
      const policy = await readTextFile(io, await locatePolicy(io, path));
      const { vocabularies } = await readVocabularies(io, policy);
      const { file, program: runnable } = compileFiles({ policy, vocabularies });
      const stages: readonly Stage[] = [
        { name: "语句块", extension: "txt", text: blockTable(file.segments) },
        {
          name: "结构",
          extension: "txt",
          text: structureTable(policy.name, file.document.title, summariseStructure(file.document)),
        },
        { name: "断词", extension: "txt", text: wordTable(policy.text, wordsOf(file)) },
        { name: "语法树", extension: "json", text: toJson(plainData(file.blocks)) },
        {
          name: "程序",
          extension: "json",
          text: runnable === null ? toJson(null) : toJson(plainData(runnable)),
        },
      ];
      const wanted =
        options.stage === undefined ? stages : stages.filter(({ name }) => name === options.stage);
      if (wanted.length === 0)
        throw new CommandFailure(
          `没有“${options.stage}”这个阶段。`,
          `可选：${stages.map(({ name }) => name).join("、")}。`,
        );
      if (options.output === undefined) {
        io.write(
          wanted.length === 1
            ? `${wanted[0]!.text}\n`
            : wanted.map(({ name, text }) => `━━ ${name}\n${text}\n`).join("\n"),
        );
        return;
      }
      for (const [at, { name, extension, text }] of wanted.entries()) {
        await writeAtomically(
          io,
          join(resolvePath(io, options.output), `${at + 1}-${name}.${extension}`),
          `${text}\n`,
        );
      }
      io.write(
        `已写入 ${displayPath(io, resolvePath(io, options.output))}：${wanted.map(({ name }) => name).join("、")}\n`,
      );
    });
};

const wordsOf = ({ source: { text }, segments, vocabulary }: PolicyFile): StageWord[] =>
  segments.blocks.flatMap((segment) =>
    (wordsOfBlock({ text, segment, vocabulary })?.lexed.tokens ?? []).map(
      ({ startOffset, image, tokenType }): StageWord => ({
        start: startOffset,
        image,
        kind: tokenType.name === "Undeclared" ? "undeclared" : NAMES.has(tokenType.name) ? "name" : "other",
      }),
    ),
  );

const NAMES: ReadonlySet<string> = new Set(["Term", "Quoted", "Title"]);
