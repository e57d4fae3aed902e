import { Option } from "commander";
import { generate, TARGETS, targets } from "../generate/index.ts";
import type { Dialect, GeneratedFile, GenerateOptions, Refusal, TargetName } from "../generate/index.ts";
import type { Program } from "../model/ir.ts";
import { provisionLabel } from "../report/check-report.ts";
import type { CommandRegistration } from "./command.ts";
import { repeatable } from "./command-line.ts";
import { openRunnable } from "./compiled-policy.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, resolvePath } from "./text-file.ts";
import { writeTogether } from "./write-together.ts";

interface BuildOptions {
  readonly target: readonly string[];
  readonly out?: string;
  readonly dialect?: Dialect;
}

/** `build`: writes the rules of a policy in other languages. */
export const buildCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("build")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("把政策的规则生成为其他语言的校验程序、数据结构说明或者数据库视图")
    .addOption(
      repeatable(
        "-t, --target <目标>",
        `生成什么（必需），可以重复；可选：${TARGETS.join("、")}，或者 all（全部）`,
      ),
    )
    .option("-o, --out <目录>", "写入这个目录（必需）；没有的目录会新建，目录中的其他文件不受影响")
    .addOption(
      new Option("--dialect <方言>", "目标 sql 所用的数据库，未指明时为 duckdb").choices([
        "duckdb",
        "postgresql",
      ]),
    )
    .addHelpText("after", ["", "各目标：", ...describeTargets(), "", EXIT_CODES].join("\n"))
    .action(async (path: string, options: BuildOptions) => {
      const wanted = wantedTargets(options.target);
      const folder = requireFolder(options.out);
      const { program: rules } = await openRunnable(io, path);
      const built = buildAll(rules, wanted, requireDialect(wanted, options.dialect));
      if (built.files.length > 0) await writeTogether(io, folder, built.files);
      tell(io, rules, folder, built);
      if (built.files.length === 0) throw new CommandFailure("没有生成任何文件。");
      finish(built.refusals.length > 0 ? 1 : 0);
    });
};

const EXIT_CODES = "退出码：0 全部生成；1 已生成，但有规则无法用目标表达，逐一列出；2 未能生成。";

const describeTargets = (): string[] =>
  TARGETS.flatMap((name) => {
    const target = targets[name];
    return target === undefined ? [] : [`  ${name.padEnd(12)} ${target.description}`];
  });

interface Built {
  readonly files: readonly GeneratedFile[];
  readonly refusals: readonly (Refusal & { readonly target: TargetName })[];
}

const buildAll = (program: Program, wanted: readonly TargetName[], dialect: Dialect): Built => {
  const files = new Map<string, GeneratedFile>();
  const refusals: (Refusal & { readonly target: TargetName })[] = [];
  for (const target of wanted) {
    const options: GenerateOptions = target === "sql" ? { target, dialect } : { target };
    const generated = generate(program, options);
    refusals.push(...generated.refusals.map((refusal) => ({ ...refusal, target })));
    for (const file of generated.files) {
      const other = files.get(file.name);
      if (other !== undefined && other.text !== file.text)
        throw new Error(`two targets write different texts to ${file.name}`);
      files.set(file.name, file);
    }
  }
  return { files: [...files.values()], refusals };
};

const tell = (io: Io, program: Program, folder: string, { files, refusals }: Built): void => {
  const shown = displayPath(io, resolvePath(io, folder));
  for (const { name, text } of files) io.write(`已写入 ${shown}/${name}（${sizeOf(text)}）\n`);
  if (refusals.length === 0) return;
  io.writeError(`${io.paint("warning", "未能生成的规则：")}共${refusals.length}处，没有写进生成的文件。\n`);
  for (const { target, decision, provision, message } of refusals) {
    const place = provision === null ? "" : `（${provisionLabel(program.policy, provision)}）`;
    io.writeError(`  ${target}：“${decision}”${place}：${message}\n`);
  }
};

const sizeOf = (text: string): string => {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1024 ? `${bytes} 字节` : `${Math.round(bytes / 1024)} KB`;
};

const wantedTargets = (names: readonly string[]): readonly TargetName[] => {
  if (names.length === 0) {
    throw new CommandFailure(
      "没有指明生成什么。",
      `请用 --target 指明，例如 --target javascript；可选：${CHOICES}。`,
    );
  }
  const known = requireKnown(names);
  return known.includes("all") ? TARGETS : TARGETS.filter((target) => known.includes(target));
};

const requireDialect = (wanted: readonly TargetName[], dialect: Dialect | undefined): Dialect => {
  if (dialect === undefined || wanted.includes("sql")) return dialect ?? "duckdb";
  throw new CommandFailure(
    "--dialect 只用于目标 sql，本次没有生成 sql。",
    "请加上 --target sql，或者去掉 --dialect。",
  );
};

const requireKnown = (names: readonly string[]): readonly string[] => {
  const unknown = names.find((name) => name !== "all" && !TARGETS.some((target) => target === name));
  if (unknown === undefined) return names;
  throw new CommandFailure(`没有名为“${unknown}”的目标。`, `可选：${CHOICES}。`);
};

const CHOICES = [...TARGETS, "all"].join("、");

const requireFolder = (folder: string | undefined): string => {
  if (folder !== undefined && folder.trim() !== "") return folder;
  throw new CommandFailure("没有指明写到哪里。", "请用 --out 指明目录，例如 --out generated。");
};
