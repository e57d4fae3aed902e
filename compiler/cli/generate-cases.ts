import { Option } from "commander";
import { normalizedOfficialText } from "../../language/index.ts";
import type { Generated, GoalKind } from "../analyse/cases/index.ts";
import { casesElsewhere, withCases } from "../insert-cases.ts";
import type { CommandRegistration } from "./command.ts";
import { outputOption } from "./command-line.ts";
import { compileFiles, openRunnable, type RunnablePolicy } from "./compiled-policy.ts";
import { emit } from "./emit.ts";
import { CommandFailure } from "./failure.ts";
import { generatedCasesText } from "./generated-cases-text.ts";
import type { Io } from "./io.ts";
import { startPercentage } from "./progress.ts";
import { resolvePath, writeAtomically } from "./text-file.ts";
import { millisecondsOf, timeoutOption } from "./time-limit.ts";

interface GenerateCasesOptions {
  readonly output?: string;
  readonly kinds?: string;
  readonly rule?: string;
  readonly write?: boolean;
  readonly timeout?: string;
}

const KINDS = ["items", "boundaries", "mcdc"] as const satisfies readonly GoalKind[];

/** `generate-cases`: the 用例 that a policy has not got yet, for a person to confirm. */
export const generateCasesCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("generate-cases")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("补写缺少的用例：每个规则条件、每个界限、每个判断，预期结果待人工确认")
    .addOption(
      new Option("--kinds <种类>", "补写哪几种，用逗号分开：items 规则条件、boundaries 界限、mcdc 判断"),
    )
    .addOption(new Option("--rule <名称>", "只为这个名称的规则、认定、定义或者例外补写"))
    .addOption(new Option("--write", "写入政策文件，放在相应规则之后；不改动公文原文"))
    .addOption(outputOption())
    .addOption(timeoutOption())
    .addHelpText("after", HELP)
    .action(async (path: string, options: GenerateCasesOptions) => {
      const kinds = kindsOf(options.kinds);
      const milliseconds = millisecondsOf(options.timeout);
      const policy = await openRunnable(io, path);
      requireRule(policy, options.rule);
      keepPolicy(io, policy, options.output);
      const generated = await generate(io, policy, kinds, options.rule ?? null, milliseconds);
      const { file } = policy.compiled;
      const isWritten = options.write === true && generated.cases.length > 0;
      if (isWritten) await write(io, policy, generated);
      await emit(io, generatedCasesText(file, generated, isWritten), options.output);
      finish(generated.uncovered.some(({ verdict }) => verdict === "未能判定") ? 1 : 0);
    });
};

const HELP = `
用例取使规则成立或者改变结果的最小情形；已有用例覆盖的不再补写。

退出码：0 已经补写，或者无需补写；1 有未能判定的；2 未能执行。`;

/** The second solver starts when it is first asked, and is ended whatever happens. */
const generate = async (
  io: Io,
  { program }: RunnablePolicy,
  kinds: readonly GoalKind[],
  rule: string | null,
  milliseconds: number | null,
): Promise<Generated> => {
  const { generateCases } = await import("../analyse/cases/index.ts");
  const { createSecondSolver } = await import("../analyse/solve/z3.ts");
  const second = createSecondSolver();
  const progress = await startPercentage(io, "补写用例");
  try {
    return await generateCases(program, {
      kinds,
      rule,
      second,
      ...(milliseconds === null ? {} : { milliseconds }),
      onProgress: (done, total) => progress.advance((100 * done) / total),
    });
  } finally {
    progress.finish();
    await second.end();
  }
};

/** Only where the file still compiles and its official text is the same, character for character. */
const write = async (io: Io, { files, compiled }: RunnablePolicy, generated: Generated): Promise<void> => {
  const text = withCases(compiled.file, generated.cases);
  const after = compileFiles({ ...files, policy: { ...files.policy, text } });
  const before = normalizedOfficialText(compiled.file.segments);
  if (after.program === null || normalizedOfficialText(after.file.segments) !== before)
    throw new CommandFailure(
      "补写的用例写入以后，政策文件不能通过检查，没有写入。",
      "请不用 --write，把用例逐个粘贴到规则之后。",
    );
  const { path, lineEnd } = files.policy;
  await writeAtomically(io, path, [lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd)]);
  const elsewhere = casesElsewhere(compiled.file, generated.cases).length;
  io.writeError(`已写入${generated.cases.length - elsewhere}个用例：${files.policy.name}\n`);
};

const kindsOf = (text: string | undefined): readonly GoalKind[] => {
  if (text === undefined) return KINDS;
  return text.split(/[,，、]/u).map((word) => {
    const kind = KINDS.find((each) => each === word.trim());
    if (kind === undefined)
      throw new CommandFailure(
        `--kinds 的值“${word.trim()}”无效，应为 ${KINDS.join("、")} 中的一种或者几种。`,
        "例如 --kinds items,boundaries。",
      );
    return kind;
  });
};

const requireRule = ({ program, files }: RunnablePolicy, rule: string | undefined): void => {
  const names = [...program.decisions, ...program.exceptions.values()].map(({ name }) => name);
  if (rule === undefined || names.includes(rule)) return;
  throw new CommandFailure(`“${files.policy.name}”没有名为“${rule}”的规则、认定、定义或者例外。`);
};

/** What is read is never written over but by --write. */
const keepPolicy = (io: Io, { files }: RunnablePolicy, output: string | undefined): void => {
  if (output === undefined || resolvePath(io, output) !== files.policy.path) return;
  throw new CommandFailure(
    "--output 指明的是政策文件本身，没有写入。",
    "要把用例写入政策文件，请用 --write。",
  );
};
