import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BROKEN_KINDS, tryMutation, type Noticed } from "./broken-engines.ts";
import { closeEngines, startEngines } from "./engines/index.ts";
import { printDisagreement } from "./print-scenario.ts";
import { REFUSED_LIMIT, runSeeds } from "./run-seeds.ts";

/**
 * 2,000 programs on registers of 50 records, every engine; then every operator of the mutations, broken one by one. Each
 * part runs in a process of its own, because a module that has been loaded stays in memory. What is known is written
 * after each part, and a part that fails does not stop the others.
 */
const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "2000" },
    records: { type: "string", default: "50" },
    chunk: { type: "string", default: "100" },
    at: { type: "string", default: "2" },
    from: { type: "string" },
    to: { type: "string" },
    /** In a process of its own: the kind of engine whose operators are broken. */
    broken: { type: "string" },
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

interface BrokenReport {
  readonly kind: string;
  readonly mutations: readonly { readonly name: string; readonly noticed: Noticed }[];
}

interface Counts {
  readonly compared: number;
  readonly refused: number;
  /** Results of which the citations were compared. */
  readonly cited: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const records = Number(values.records);

const runChunk = async (from: number, to: number): Promise<Chunk> => {
  const engines = await startEngines();
  const seeds = Array.from({ length: to - from }, (_, index) => from + index);
  const report = await runSeeds({
    engines,
    seeds,
    size: records,
    explained: () => true,
    reducing: 20_000,
    enough: 3,
  });
  await closeEngines(engines);
  return {
    programs: report.programs,
    records: report.records,
    engines: Object.fromEntries(
      [...report.tallies].map(([name, { compared, refused, cited, statuses }]) => [
        name,
        { compared, refused, cited, statuses: Object.fromEntries(statuses) },
      ]),
    ),
    disagreements: report.found.map(({ seed, scenario, disagreement }) => ({
      seed,
      engine: disagreement.engine,
      text: printDisagreement(scenario, disagreement),
    })),
  };
};

const breakOperators = async (kind: string): Promise<BrokenReport> => {
  const { mutations, most, start } = BROKEN_KINDS.find(({ name }) => name === kind)!;
  const breakable = await start();
  const found: BrokenReport["mutations"][number][] = [];
  for (const mutation of mutations)
    found.push({ name: mutation.name, noticed: await tryMutation(mutation, breakable, most) });
  await breakable.close();
  return { kind, mutations: found };
};

const inProcess = <Answer>(task: readonly string[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), ...task]);
    let answer: Answer | null = null;
    child.on("message", (message) => (answer = message as Answer));
    child.on("error", reject);
    child.on("exit", (code, signal) =>
      answer === null
        ? reject(new Error(`${task.join(" ")}: ended with ${signal ?? code}`))
        : resolve(answer),
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
    cited: left.cited + right.cited,
    statuses: Object.fromEntries(statuses),
  };
};

const chunks: Chunk[] = [];
const broken: BrokenReport[] = [];
/** Parts that ended without an answer. */
const failures: string[] = [];

/** What is recorded: of a run that was stopped, as far as it came. */
const summarise = (seconds: number) => {
  const engines: Record<string, Counts> = {};
  for (const chunk of chunks)
    for (const [name, counts] of Object.entries(chunk.engines)) engines[name] = merge(engines[name], counts);
  const tried = broken.flatMap(({ kind, mutations }) => mutations.map((each) => ({ kind, ...each })));
  const unnoticed = tried.filter(({ noticed }) => noticed.kind !== "noticed");
  return {
    ...(values.date === undefined ? {} : { date: values.date }),
    programs: chunks.reduce((sum, each) => sum + each.programs, 0),
    recordsPerProgram: records,
    seeds: { from: 0, to: Number(values.programs) - 1 },
    seconds,
    refusedLimit: REFUSED_LIMIT,
    engines: Object.entries(engines).map(([engine, { compared, refused, cited }]) => ({
      engine,
      compared,
      refused,
      refusedShare: Number((refused / Math.max(1, refused + compared)).toFixed(4)),
      citationsCompared: cited,
    })),
    statuses: engines["javascript explain"]?.statuses ?? {},
    disagreements: chunks.flatMap((each) =>
      each.disagreements.map(({ seed, engine, text }) => ({ seed, engine, rule: text.split("\n")[0] })),
    ),
    mutations: {
      broken: tried.length,
      noticed: tried.length - unnoticed.length,
      unnoticed: unnoticed.map(({ kind, name, noticed }) => `${kind}: ${name}: ${noticed.kind}`),
    },
    failures,
  };
};

const chunkPart = async (from: number, to: number): Promise<void> => {
  const chunk = await inProcess<Chunk>(["--from", String(from), "--to", String(to)]);
  chunks.push(chunk);
  for (const { seed, text } of chunk.disagreements) process.stdout.write(`\nseed ${seed}\n${text}\n`);
};

const brokenPart = async (kind: string): Promise<void> => {
  broken.push(await inProcess<BrokenReport>(["--broken", kind]));
};

const runAll = async (): Promise<void> => {
  const programs = Number(values.programs);
  const size = Number(values.chunk);
  const parts = [
    ...Array.from(
      { length: Math.ceil(programs / size) },
      (_, index) => () => chunkPart(index * size, Math.min(programs, (index + 1) * size)),
    ),
    ...BROKEN_KINDS.map(
      ({ name }) =>
        () =>
          brokenPart(name),
    ),
  ];
  const began = Date.now();
  const summary = () => summarise(Math.round((Date.now() - began) / 1000));
  const work = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      await part().catch((error: unknown) => failures.push(String(error)));
      const sofar = summary();
      writeFileSync(values.output, `${JSON.stringify(sofar, null, 2)}\n`);
      process.stdout.write(
        `${sofar.seconds} s: ${sofar.programs} of ${programs} programs, ${sofar.mutations.broken} operators broken\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(values.at) }, work));
  const result = summary();
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  const { disagreements, mutations, engines } = result;
  const tooMany = engines.filter(({ refusedShare }) => refusedShare > REFUSED_LIMIT);
  const good =
    disagreements.length === 0 &&
    tooMany.length === 0 &&
    mutations.unnoticed.length === 0 &&
    failures.length === 0;
  process.stdout.write(
    `${good ? "passed" : "failed"}: ${result.programs} programs × ${records} records, ${disagreements.length} disagreements, ` +
      `${mutations.noticed} of ${mutations.broken} broken operators noticed, ${failures.length} parts without an answer, ` +
      `${tooMany.length} engines refused too much, ${result.seconds} s\n`,
  );
  process.exitCode = good ? 0 : 1;
};

const answer = async (): Promise<Chunk | BrokenReport> =>
  values.broken === undefined
    ? runChunk(Number(values.from), Number(values.to))
    : breakOperators(values.broken);

if (values.from === undefined && values.broken === undefined) await runAll();
else {
  process.send!(await answer());
  process.disconnect();
}
