import { extname } from "node:path";
import { Option } from "commander";
import type { CompareOptions } from "../compare.ts";
import type { Comparison } from "../model/change.ts";
import { isSame } from "../report/comparison/words-counts.ts";
import type { CommandRegistration } from "./command.ts";
import { allOption, outputOption, requireDay } from "./command-line.ts";
import { withRegister } from "./compared-data.ts";
import { readCompared, type ComparedFile } from "./compared-file.ts";
import { COMPARISON_FORMATS, writeComparison, type ComparisonFormat } from "./comparison-output.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { startPercentage } from "./progress.ts";
import { displayPath, resolvePath } from "./text-file.ts";
import { millisecondsOf, timeoutOption } from "./time-limit.ts";

interface DiffOptions {
  readonly data?: string;
  readonly at?: string;
  readonly format?: ComparisonFormat;
  readonly all?: boolean;
  readonly output?: string;
  readonly timeout?: string;
  readonly behaviour: boolean;
}

/** `diff`: what changed between two documents: the words, the rules, what they decide, and for whom. */
export const diffCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("diff")
    .argument(
      "<甲>",
      "修改前的文件，或者相比较的一份文件：.tiaowen、.txt、.md、.docx，或者含有一个政策文件的文件夹",
    )
    .argument("<乙>", "修改后的文件，或者相比较的另一份文件")
    .description("比较两份文件：文字、规则、规则的效果，以及对现有记录的影响")
    .addOption(new Option("-d, --data <目录>", "数据目录；给出时计算对现有记录的影响"))
    .addOption(new Option("--at <日期>", "基准日，例如 2025-06-01；有 --data 时必需"))
    .addOption(
      new Option(
        "-f, --format <格式>",
        "输出格式；未指明时依 --output 的扩展名，没有扩展名的为 terminal",
      ).choices(COMPARISON_FORMATS),
    )
    .addOption(allOption("未变的条文和全部例证、编号也列出"))
    .addOption(outputOption())
    .addOption(timeoutOption())
    .addOption(new Option("--no-behaviour", "不判定规则效果，只比较文字和规则"))
    .addHelpText("after", HELP)
    .action(async (left: string, right: string, options: DiffOptions) => {
      const at = options.at === undefined && options.data === undefined ? null : requireDay(options.at);
      const milliseconds = millisecondsOf(options.timeout);
      const format = formatOf(options);
      const files = [await readCompared(io, left), await readCompared(io, right)] as const;
      keepSources(io, files, options.output);
      const [before, after] =
        options.data === undefined ? files : await withRegister(io, files, options.data);
      const behaviour = options.behaviour && format !== "decision";
      const found = await compareFiles(io, [before, after], { at, behaviour }, milliseconds);
      const unused = options.data !== undefined && found.impact === null ? [NO_IMPACT] : [];
      const notes = [...found.notes, ...unused, ...before.remarks, ...after.remarks];
      const comparison: Comparison = { ...found, notes: [...new Set(notes)] };
      if (format === "decision" && comparison.relation === "documents")
        io.writeError("注意：两份文件不像是同一文件的两个版本，写成的修改决定仅供参考。\n");
      await writeComparison(io, comparison, { ...options, format, all: options.all === true });
      finish(isSame(comparison) ? 0 : 1);
    });
};

const NO_IMPACT = "没有计算对现有记录的影响：两份文件都要有可以执行的规则。";

const HELP = `
任何两份公文都可以比较文字；两份都有规则的，另比较规则和规则的效果；给出数据的，另计算对现有记录的影响。
html 和 docx 是修改对照表；decision 是修改决定的条文，例如“将第八条第二款修改为：……”；json 供程序读取。

退出码：0 没有差别；1 有差别；2 未能比较。`;

/** The second solver starts when it is first asked, and is ended whatever happens. */
const compareFiles = async (
  io: Io,
  [left, right]: readonly [ComparedFile, ComparedFile],
  options: CompareOptions,
  milliseconds: number | null,
): Promise<Comparison> => {
  const { compare, DEFAULT_LIMITS } = await import("../compare.ts");
  const { createSecondSolver } = await import("../analyse/solve/z3.ts");
  const second = createSecondSolver();
  const progress = await startPercentage(io, "比较规则效果");
  const onProgress = (done: number, total: number): void => progress.advance((100 * done) / total);
  try {
    const limits = milliseconds === null ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, milliseconds };
    return await compare(left.input, right.input, { ...options, limits, second, onProgress });
  } finally {
    progress.finish();
    await second.end();
  }
};

/** What is compared is never written over. */
const keepSources = (io: Io, files: readonly ComparedFile[], output: string | undefined): void => {
  if (output === undefined || files.every(({ path }) => path !== resolvePath(io, output))) return;
  throw new CommandFailure(
    `--output 指明的“${displayPath(io, resolvePath(io, output))}”是参加比较的文件，没有写入。`,
    "请换一个文件名，以免覆盖原文件。",
  );
};

/** A Word file is no text for a screen, and nothing else is written under its name. */
const formatOf = ({ format, output }: DiffOptions): ComparisonFormat => {
  const extension = extname(output ?? "").toLowerCase();
  const wanted = format ?? FORMATS[extension] ?? "terminal";
  if (wanted === "docx" && output === undefined)
    throw new CommandFailure(
      "Word 文件不能在屏幕显示。",
      "请用 --output 指明写入的文件，例如 --output 修改对照表.docx。",
    );
  if (wanted !== "docx" && extension === ".docx")
    throw new CommandFailure(
      `格式 ${wanted} 不是 Word 文件，不能写入 .docx。`,
      "请用 --format docx，或者换一个扩展名，例如 .txt。",
    );
  return wanted;
};

const FORMATS: Readonly<Partial<Record<string, ComparisonFormat>>> = {
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".md": "markdown",
  ".json": "json",
};
