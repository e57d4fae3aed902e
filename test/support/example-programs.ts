import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { DuckDBInstance, ResultReturnType } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { createServer } from "vite";
import { run } from "../../compiler/cli/main.ts";
import { examplesFolder, wordsOf } from "./example-commands.ts";
import { projectFolder } from "./tiaowen.ts";

/**
 * A copy of one example in a folder that looks like the project folder, where the commands of its README are run
 * one after the other, as a reader would. Programs that are not installed are stood in for by their engines.
 */
export class ExampleCopy {
  readonly root = mkdtempSync(join(tmpdir(), "tiaowen-example-"));
  readonly folder: string;
  private readonly servers: ChildProcess[] = [];
  private postgresql: PGlite | undefined;
  private address = "";

  constructor(name: string) {
    this.folder = join(this.root, "examples", name);
    mkdirSync(join(this.root, "examples"));
    cpSync(join(examplesFolder, name), this.folder, {
      recursive: true,
      filter: (path) => basename(path) !== "generated",
    });
    writeFileSync(join(this.root, "package.json"), `{ "type": "module" }`);
    symlinkSync(join(projectFolder, "node_modules"), join(this.root, "node_modules"), "junction");
  }

  /** What a command answers, in the form in which expected.json writes it. */
  async answerOf(command: string): Promise<unknown> {
    const [program, ...words] = wordsOf(command);
    switch (program) {
      case "tiaowen":
        return this.built(words);
      case "node":
        return words[0]!.endsWith("/server.js") ? this.started(words[0]!) : this.printed(words);
      case "curl":
        return this.fetched(words);
      case "vite":
        return this.served(words[0]!);
      case "duckdb":
        return this.duckdb(words[0]!, words[2]!);
      case "createdb":
        this.postgresql = await PGlite.create();
        return [];
      case "psql":
        return this.psql(words[words.indexOf("-f") + 1]!);
      case undefined:
      default:
        throw new Error(`no test runs this command yet: ${command}`);
    }
  }

  async close(): Promise<void> {
    for (const server of this.servers) server.kill();
    await this.postgresql?.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The files that a build leaves in its folder. */
  private async built(words: readonly string[]): Promise<readonly string[]> {
    let said = "";
    const code = await run(words, {
      workingDirectory: this.root,
      write: (text) => void (said += text),
      writeError: (text) => void (said += text),
      columns: undefined,
      showsProgress: false,
      paint: (_tone, text) => text,
    });
    if (code !== 0) throw new Error(said);
    return readdirSync(join(this.root, words[words.indexOf("--out") + 1]!)).sort();
  }

  private async printed(words: readonly string[]): Promise<readonly string[]> {
    const process = this.spawned(words);
    const [output, errors] = await Promise.all([text(process.stdout!), text(process.stderr!)]);
    if (errors !== "") throw new Error(errors);
    return output.trimEnd().split("\n");
  }

  /** A server that chooses a free port, and says so. */
  private async started(script: string): Promise<readonly string[]> {
    const server = this.spawned([script]);
    this.servers.push(server);
    const errors = text(server.stderr!);
    const [said] = await Promise.race([
      once(server.stdout!, "data"),
      errors.then((message) => {
        throw new Error(message);
      }),
    ]);
    const line = String(said).trim();
    this.address = /http:\/\/localhost:[0-9]+/.exec(line)![0];
    return [line.replace(this.address, SHOWN_ADDRESS)];
  }

  private spawned(words: readonly string[]): ChildProcess {
    return spawn(process.execPath, words, {
      cwd: this.root,
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  private async fetched(words: readonly string[]): Promise<unknown> {
    const valueOf = (option: string): string => words[words.indexOf(option) + 1]!;
    const url = words.find((word) => word.startsWith(SHOWN_ADDRESS))!;
    const response = await fetch(url.replace(SHOWN_ADDRESS, this.address), {
      method: valueOf("-X"),
      body: valueOf("-d"),
    });
    return { status: response.status, body: await response.json() };
  }

  /** What the browser loads of the page: the page and, one after the other, the modules that import each other. */
  private async served(folder: string): Promise<readonly string[]> {
    const server = await createServer({
      root: join(this.root, folder),
      configFile: false,
      logLevel: "silent",
      cacheDir: join(this.root, "cache"),
      // Packages as they are: bundling them first would go on after the server is closed.
      optimizeDeps: { noDiscovery: true },
      server: { port: 0, host: "127.0.0.1", ws: false, watch: null },
    });
    try {
      await server.listen();
      const address = server.resolvedUrls!.local[0]!;
      const loaded = new Set<string>(["/form.html"]);
      for (const path of loaded) {
        const response = await fetch(new URL(path, address));
        const source = await response.text();
        if (!response.ok) throw new Error(`${path}: ${response.status} ${source.slice(0, 500)}`);
        for (const [, from] of source.matchAll(
          /(?:^import[^;]*?from|<script type="module" src=)\s*"([^"]+)"/gm,
        )) {
          const found = decodeURIComponent(new URL(from!, new URL(path, address)).pathname);
          // Of packages it is enough that they were found; the page's own modules are followed.
          if (!from!.startsWith("/@") && !from!.includes("/node_modules/")) loaded.add(found);
        }
      }
      return [...loaded].map((path) => path.slice(1)).sort();
    } finally {
      await server.close();
    }
  }

  /** Opened and closed each time, as the command line does. Paths in the script are meant from the project folder. */
  private async duckdb(file: string, script: string): Promise<readonly unknown[]> {
    const instance = await DuckDBInstance.create(join(this.root, file), { threads: "2" });
    const connection = await instance.connect();
    try {
      const sql = readFileSync(join(this.root, script), "utf8");
      const reader = await connection.runAndReadAll(sql.replaceAll("'examples/", `'${this.root}/examples/`));
      return reader.returnType === ResultReturnType.QUERY_RESULT ? plain(reader.getRowObjectsJS()) : [];
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  private async psql(script: string): Promise<readonly unknown[]> {
    const results = await this.postgresql!.exec(readFileSync(join(this.root, script), "utf8"));
    return results.at(-1)!.rows;
  }
}

/** Where the README says that the server is. */
const SHOWN_ADDRESS = "http://localhost:3000";

const plain = (rows: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
    ),
  );
