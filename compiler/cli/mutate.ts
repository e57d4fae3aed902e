import { Option } from "commander";
import { scoreOf, type MutationReport } from "../model/mutation.ts";
import { isChanged } from "../mutate/place.ts";
import { mutationJson } from "../report/mutation/json.ts";
import { mutationMarkdown } from "../report/mutation/markdown.ts";
import { mutationTerminal } from "../report/mutation/terminal.ts";
import { percent } from "../report/test-table.ts";
import type { CommandRegistration } from "./command.ts";
import { outputOption } from "./command-line.ts";
import { openRunnable, type RunnablePolicy } from "./compiled-policy.ts";
import { emit } from "./emit.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { keepSources } from "./keep-sources.ts";
import { formatOfOutput } from "./output-format.ts";
import { startPercentage } from "./progress.ts";
import { terminalLayout } from "./terminal-layout.ts";
import { readThreshold } from "./threshold.ts";
import { millisecondsOf, timeoutOption } from "./time-limit.ts";

const FORMATS = ["terminal", "json", "markdown"] as const;

type MutationFormat = (typeof FORMATS)[number];

interface MutateCommandOptions {
  readonly format?: MutationFormat;
  readonly output?: string;
  readonly rule?: string;
  readonly timeout?: string;
  readonly threshold?: string;
}

/** `mutate`: changes one thing at a time in the rules and tells which changes nothing in the policy notices. */
export const mutateCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("mutate")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("逐一改动规则，检验用例和性质能否发现，并给出能发现的用例")
    .addOption(
      new Option(
        "-f, --format <格式>",
        "输出格式；未指明时依 --output 的扩展名，没有扩展名的为 terminal",
      ).choices(FORMATS),
    )
    .addOption(outputOption())
    .addOption(new Option("--rule <名称>", "只改动这个名称的规则、认定、例外等"))
    .addOption(timeoutOption())
    .addOption(new Option("--threshold <百分数>", "发现的改动低于这个百分数时，视为未通过"))
    .addHelpText("after", HELP)
    .action(async (path: string, options: MutateCommandOptions) => {
      const threshold = readThreshold(options.threshold);
      const milliseconds = millisecondsOf(options.timeout);
      const format = formatOfOutput(options.format, options.output, BY_EXTENSION, "terminal");
      const policy = await openRunnable(io, path);
      keepSources(io, [policy], options.output);
      if (options.rule !== undefined) requireRule(policy, options.rule);
      const report = await mutated(io, policy, options.rule, milliseconds);
      await emit(io, render(io, report, format, options.output), options.output);
      const below = threshold !== null && scoreOf(report) < threshold;
      if (below)
        io.writeError(
          `${io.paint("bad", "发现的改动不足：")}应不低于${threshold}％，实为${percent(scoreOf(report))}。\n`,
        );
      finish(below ? 1 : 0);
    });
};

const HELP = `
每次只在规则中改动一处，例如“低于”改为“不高于”、“且”改为“或者”、数值增减、删去一项或者例外、“应当”改为“可以”，
再运行用例、性质和断言。没有一个因此未通过的，就是未被发现的改动。公文原文和用例本身从不改动，文件也不会被改写。
名称以“待确认·”开头的用例不计。

退出码：0 完成；1 低于 --threshold；2 未能检验。`;

/** The second solver starts when it is first asked, and is ended whatever happens. */
const mutated = async (
  io: Io,
  { compiled, program }: RunnablePolicy,
  rule: string | undefined,
  milliseconds: number | null,
): Promise<MutationReport> => {
  const { mutate, DEFAULT_LIMITS } = await import("../mutate/index.ts");
  const { createSecondSolver } = await import("../analyse/solve/z3.ts");
  const second = createSecondSolver();
  const progress = await startPercentage(io, "逐一改动规则");
  try {
    return await mutate(
      { ...compiled, program },
      {
        limits: milliseconds === null ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, milliseconds },
        second,
        ...(rule === undefined ? {} : { rule }),
        onProgress: (done, total) => progress.advance((100 * done) / total),
      },
    );
  } finally {
    progress.finish();
    await second.end();
  }
};

const requireRule = ({ compiled }: RunnablePolicy, rule: string): void => {
  const names = compiled.file.blocks.flatMap((block) =>
    block.name !== null && isChanged(block) ? [block.name.text] : [],
  );
  if (names.includes(rule)) return;
  throw new CommandFailure(
    `没有名为“${rule}”的规则。`,
    `可以指明的有：${[...new Set(names)].map((name) => `“${name}”`).join("、")}。`,
  );
};

const render = (
  io: Io,
  report: MutationReport,
  format: MutationFormat,
  output: string | undefined,
): string => {
  switch (format) {
    case "terminal":
      return mutationTerminal(report, terminalLayout(io, output));
    case "json":
      return mutationJson(report);
    case "markdown":
      return mutationMarkdown(report);
  }
};

const BY_EXTENSION: Readonly<Partial<Record<string, MutationFormat>>> = {
  ".md": "markdown",
  ".json": "json",
};
