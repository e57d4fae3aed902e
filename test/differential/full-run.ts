import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closeEngines, startEngines } from "./engines/index.ts";
import { printDisagreement } from "./print-scenario.ts";
import { REFUSED_LIMIT, runSeeds } from "./run-seeds.ts";

/**
 * 2,000 programs on registers of 50 records, every engine. Chunks run in processes of their own, because a module that
 * has been loaded stays in memory.
 */
const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "2000" },
    records: { type: "string", default: "50" },
    chunk: { type: "string", default: "50" },
    at: { type: "string", default: "2" },
    from: { type: "string" },
    to: { type: "string" },
    /** Day of the run, where it is to be recorded. */
    date: { type: "string" },
    output: { type: "string", default: "test/differential/last-full-run.json" },
  },
});

interface Chunk {
  readonly programs: number;
  readonly records: number;
  readonly engines: Readonly<Record<string, Counts>>;
  readonly disagreements: readonly {
    readonly seed: number;
    readonly engine: string;
    readonly text: string;
  }[];
}

interface Counts {
  readonly compared: number;
  readonly refused: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const records = Number(values.records);

const runChunk = async (from: number, to: number): Promise<Chunk> => {
  const engines = await startEngines();
  const seeds = Array.from({ length: to - from }, (_, index) => from + index);
  const report = await runSeeds({ engines, seeds, size: records, reducing: 20_000, enough: 3 });
  await closeEngines(engines);
  return {
    programs: report.programs,
    records: report.records,
    engines: Object.fromEntries(
      [...report.tallies].map(([name, { compared, refused, statuses }]) => [
        name,
        { compared, refused, statuses: Object.fromEntries(statuses) },
      ]),
    ),
    disagreements: report.found.map(({ seed, scenario, disagreement }) => ({
      seed,
      engine: disagreement.engine,
      text: printDisagreement(scenario, disagreement),
    })),
  };
};

const inProcess = (from: number, to: number): Promise<Chunk> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [
      ...process.argv.slice(2),
      "--from",
      String(from),
      "--to",
      String(to),
    ]);
    let answer: Chunk | null = null;
    child.on("message", (message) => (answer = message as Chunk));
    child.on("exit", (code) =>
      answer === null ? reject(new Error(`seeds ${from} to ${to}: exit ${code}`)) : resolve(answer),
    );
  });

const merge = (left: Counts | undefined, right: Counts): Counts => {
  if (left === undefined) return right;
  const statuses = new Map(Object.entries(left.statuses));
  for (const [status, count] of Object.entries(right.statuses))
    statuses.set(status, (statuses.get(status) ?? 0) + count);
  return {
    compared: left.compared + right.compared,
    refused: left.refused + right.refused,
    statuses: Object.fromEntries(statuses),
  };
};

/** What is recorded: of a run that was stopped, as far as it came. */
const summarise = (chunks: readonly Chunk[], seconds: number) => {
  const engines: Record<string, Counts> = {};
  for (const chunk of chunks)
    for (const [name, counts] of Object.entries(chunk.engines)) engines[name] = merge(engines[name], counts);
  return {
    ...(values.date === undefined ? {} : { date: values.date }),
    programs: chunks.reduce((sum, each) => sum + each.programs, 0),
    recordsPerProgram: records,
    seeds: { from: 0, to: Number(values.programs) - 1 },
    seconds,
    refusedLimit: REFUSED_LIMIT,
    engines: Object.entries(engines).map(([engine, { compared, refused }]) => ({
      engine,
      compared,
      refused,
      refusedShare: Number((refused / Math.max(1, refused + compared)).toFixed(4)),
    })),
    statuses: engines["javascript explain"]?.statuses ?? {},
    disagreements: chunks.flatMap((each) =>
      each.disagreements.map(({ seed, engine, text }) => ({ seed, engine, rule: text.split("\n")[0] })),
    ),
  };
};

const runAll = async (): Promise<void> => {
  const programs = Number(values.programs);
  const size = Number(values.chunk);
  const starts = Array.from({ length: Math.ceil(programs / size) }, (_, index) => index * size);
  const chunks: Chunk[] = [];
  const began = Date.now();
  const summary = () => summarise(chunks, Math.round((Date.now() - began) / 1000));
  const work = async (): Promise<void> => {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const chunk = await inProcess(from, Math.min(programs, from + size));
      chunks.push(chunk);
      for (const { seed, text } of chunk.disagreements) process.stdout.write(`\nseed ${seed}\n${text}\n`);
      writeFileSync(values.output, `${JSON.stringify(summary(), null, 2)}\n`);
      process.stdout.write(`${summary().programs} of ${programs} programs\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.at) }, work));
  const result = summary();
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  const tooMany = result.engines.some(({ refusedShare }) => refusedShare > REFUSED_LIMIT);
  process.exitCode = result.disagreements.length > 0 || tooMany ? 1 : 0;
};

if (values.from === undefined) await runAll();
else {
  const chunk = await runChunk(Number(values.from), Number(values.to));
  process.send!(chunk);
  process.disconnect();
}
