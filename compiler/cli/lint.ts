import type { Diagnostic } from "../../language/index.ts";
import { applySafeFixes } from "../report/apply-fixes.ts";
import { explainedKind } from "../report/explained-kind.ts";
import { locate, locateSuppressed } from "../report/finding.ts";
import type { CheckedFile, Finding, Suppressed } from "../report/finding.ts";
import { lintJson } from "../report/lint-json.ts";
import { lintTable, type LintLayout } from "../report/lint-table.ts";
import { sarif } from "../report/sarif.ts";
import { diagnosticKinds } from "../pipeline.ts";
import type { CommandRegistration } from "./command.ts";
import { formatOption, outputOption } from "./command-line.ts";
import { checkedFile, compileFiles } from "./compiled-policy.ts";
import { emit, toJson } from "./emit.ts";
import { exampleMessage } from "./example-message.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { findingKinds, knownCode, readSuppressions } from "./lint-kinds.ts";
import { missingVocabulary } from "./missing-vocabulary.ts";
import { expandFiles, readVocabularies } from "./policy-files.ts";
import { readTextFile, writeAtomically } from "./text-file.ts";
import type { TextFile } from "./text-file.ts";
import { VERSION } from "./version.ts";

interface LintOptions {
  readonly format: "table" | "json" | "sarif";
  readonly fix?: boolean;
  readonly explain?: string;
  readonly suppress: readonly string[];
  readonly output?: string;
}

/** `lint`: what is wrong with a text as it is drafted or modelled. */
export const lintCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("lint")
    .argument("[文件...]", ".tiaowen 文件、公文文本，或者含有 .tiaowen 文件的文件夹")
    .description("检查公文文本和规则，列出错误、警告和提示")
    .addOption(formatOption("table", "json", "sarif"))
    .option("--fix", "自动作出不改变含义的修改")
    .option("--explain <代码>", "说明一种检查：检查什么、为什么、正反两个例子")
    .option(
      "--suppress <代码=理由>",
      "不提示某一种问题，必须写明理由；可以多次使用",
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .addOption(outputOption())
    .action(async (paths: readonly string[], options: LintOptions) => {
      if (options.explain !== undefined) {
        const kinds = await findingKinds();
        const code = knownCode(options.explain, kinds);
        const layout = options.output === undefined ? layoutOf(io) : {};
        const toldOfExample = await exampleMessage(code, kinds[code]!);
        await emit(
          io,
          `${explainedKind(code, { ...kinds[code]!, toldOfExample }, layout)}\n`,
          options.output,
        );
        return;
      }
      if (paths.length === 0) {
        throw new CommandFailure(
          "没有指明要检查的文件。",
          "例如 tiaowen lint 政策.tiaowen；只看某一种检查的说明，用 --explain 代码。",
        );
      }
      const left = readSuppressions(options.suppress, diagnosticKinds);
      const files: LintedFile[] = [];
      for (const path of await expandFiles(io, paths)) {
        files.push(
          options.fix === true
            ? await lintAndFix(io, path)
            : await lintFile(io, await readTextFile(io, path)),
        );
      }
      const merged = merge(files).map((file) => withoutLeft(file, left));
      const findings = locate(merged);
      await emit(io, render(io, findings, locateSuppressed(merged), options), options.output);
      finish(findings.some(({ diagnostic }) => diagnostic.severity !== "info") ? 1 : 0);
    });
};

const layoutOf = (io: Io): LintLayout => ({
  paint: io.paint,
  ...(io.columns === undefined ? {} : { width: io.columns }),
});

/** Errors of rules are never left out: nothing would run. */
const withoutLeft = (file: CheckedFile, left: ReadonlyMap<string, string>): CheckedFile => {
  const isLeft = ({ code, severity }: Diagnostic): boolean => severity !== "error" && left.has(code);
  const suppressed = file.diagnostics
    .filter(isLeft)
    .map((diagnostic): Suppressed => ({ diagnostic, reason: left.get(diagnostic.code)!, by: "command" }));
  return {
    ...file,
    diagnostics: file.diagnostics.filter((diagnostic) => !isLeft(diagnostic)),
    suppressed: [...(file.suppressed ?? []), ...suppressed],
  };
};

interface LintedFile {
  readonly file: TextFile;
  /** The file itself, then the vocabularies that it names: what is wrong there may show here. */
  readonly checked: readonly CheckedFile[];
}

const lintFile = async (io: Io, file: TextFile): Promise<LintedFile> => {
  const { vocabularies, missing } = await readVocabularies(io, file);
  const compiled = compileFiles({ policy: file, vocabularies });
  const own = checkedFile(file, compiled);
  const diagnostics = [...missing.map((name) => missingVocabulary(file, name)), ...own.diagnostics];
  return {
    file,
    checked: [{ ...own, diagnostics }, ...vocabularies.map((each) => checkedFile(each, compiled))],
  };
};

/** A fix may make room for another one; more rounds than this would mean that two fixes undo each other. */
const MOST_ROUNDS = 8;

const lintAndFix = async (io: Io, path: string): Promise<LintedFile> => {
  const original = await readTextFile(io, path);
  let linted = await lintFile(io, original);
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { file, checked } = linted;
    const fixed = applySafeFixes(file.text, checked[0]!.diagnostics);
    if (fixed.applied === 0 || fixed.text === file.text) break;
    applied += fixed.applied;
    linted = await lintFile(io, { ...file, text: fixed.text });
  }
  if (applied > 0) {
    const { text, lineEnd, name, path: full, encoding } = linted.file;
    await writeAtomically(io, full, lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd));
    io.writeError(
      `已修改 ${name}：${applied}处${encoding === "UTF-8" ? "" : `；原为 ${encoding} 编码，已存为 UTF-8`}。\n`,
    );
  }
  return linted;
};

/** One entry for each file; a vocabulary that several policies name is told once. */
const merge = (files: readonly LintedFile[]): CheckedFile[] => {
  const merged = new Map<string, { file: CheckedFile; diagnostics: Map<string, Diagnostic> }>();
  for (const { checked } of files) {
    for (const [at, file] of checked.entries()) {
      const entry = merged.get(file.name) ?? { file, diagnostics: new Map<string, Diagnostic>() };
      if (at === 0) entry.file = file;
      for (const diagnostic of file.diagnostics) {
        entry.diagnostics.set(
          `${diagnostic.code} ${diagnostic.span.start} ${diagnostic.span.end} ${diagnostic.message}`,
          diagnostic,
        );
      }
      merged.set(file.name, entry);
    }
  }
  return [...merged.values()].map(({ file, diagnostics }) => ({
    name: file.name,
    text: file.text,
    label: file.label,
    suppressed: file.suppressed ?? [],
    diagnostics: Array.from(diagnostics.values()),
  }));
};

const render = (
  io: Io,
  findings: readonly Finding[],
  suppressed: readonly Finding[],
  { format, output }: LintOptions,
): string => {
  switch (format) {
    case "table":
      return lintTable(findings, output === undefined ? layoutOf(io) : {}, suppressed);
    case "json":
      return toJson(lintJson(findings, suppressed));
    case "sarif":
      return toJson(sarif(findings, diagnosticKinds, VERSION, suppressed));
  }
};
