import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../compiler/cli/main.ts";

/** The project folder. */
export const projectFolder = join(import.meta.dirname, "..", "..");

export interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs one command line in this process, as from the project folder, not on a terminal. */
export const tiaowen = async (...argv: readonly string[]): Promise<CommandResult> => {
  let output = "";
  let errors = "";
  const code = await run(argv, {
    workingDirectory: projectFolder,
    write: (text) => void (output += text),
    writeError: (text) => void (errors += text),
    columns: undefined,
    showsProgress: false,
    paint: (_tone, text) => text,
  });
  return { code, output, errors };
};

/** Runs a command that writes JSON and reads it. */
export const tiaowenJson = async <Shape>(...argv: readonly string[]): Promise<Shape> => {
  const { output, errors } = await tiaowen(...argv, "--format", "json");
  try {
    return JSON.parse(output) as Shape;
  } catch {
    throw new Error(`no JSON from tiaowen ${argv.join(" ")}:\n${output.slice(0, 2000)}\n${errors}`);
  }
};

/** A folder of files that is removed again; names may hold folders. */
export const withFolder = async <Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), "tiaowen-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export interface CheckResult {
  readonly object: string;
  readonly id: string;
  readonly rule: string;
  readonly provision: string | null;
  readonly status: string;
  readonly value: string | null;
  readonly modality: string | null;
  readonly measure: string | null;
  readonly reason: string | null;
  readonly reasons: readonly {
    readonly kind: string;
    readonly name: string;
    readonly owner?: string | null;
  }[];
  readonly citations: readonly {
    readonly path: string;
    readonly label: string;
    readonly quote: string;
    readonly ruleItem?: string | null;
  }[];
  readonly readings: readonly { readonly name: string }[];
}

export interface CheckReport {
  readonly policy: string;
  readonly at: string;
  readonly trial: boolean;
  readonly dataErrors: readonly {
    readonly file: string;
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly expected: string;
  }[];
  readonly results: readonly CheckResult[];
}

/** Checks a policy on the CSV files given and answers the results by rule and id. */
export const check = async (
  policy: string,
  at: string,
  data: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<{ readonly report: CheckReport; readonly of: (rule: string, id: string) => CheckResult }> =>
  withFolder(data, async (folder) => {
    const report = await tiaowenJson<CheckReport>("check", policy, "--data", folder, "--at", at, ...options);
    return {
      report,
      of: (rule, id) => {
        const found = report.results.filter((result) => result.rule === rule && result.id === id);
        if (found.length !== 1) {
          const rules = [...new Set(report.results.map((result) => result.rule))].join("、");
          throw new Error(`${found.length} results of ${rule} for ${id}; rules: ${rules}`);
        }
        return found[0]!;
      },
    };
  });

/** One CSV file from rows of field → cell. */
export const csv = (rows: Readonly<Record<string, Readonly<Record<string, string>>>>): string => {
  const fields = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = Object.entries(rows).map(([id, row]) =>
    [id, ...fields.map((field) => `"${row[field] ?? ""}"`)].join(","),
  );
  return [["编号", ...fields].join(","), ...lines].join("\n");
};
