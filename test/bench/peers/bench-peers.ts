import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compareRows } from "../rules/compare.ts";
import { compiledRules, interpretedStatuses, loadedRegister, OBJECT } from "../rules/interpreted.ts";
import { makeLimits, type Limits } from "../rules/limits.ts";
import { AT, makeRegister, type Institution, type Variant } from "../rules/register.ts";
import { fresh } from "../support/fresh.ts";
import { writeGenerated, type GeneratedModule } from "../support/generated.ts";
import type * as Loops from "../support/loops.ts";
import { race, type Contestant } from "../support/measure.ts";
import { writeResults } from "../support/results.ts";
import { printGroups, type Group } from "../support/table.ts";

/**
 * `npm run bench:peers`: the ten rules in other engines, in their own idiom, against the generated rows. Every record
 * of every peer is compared with what the interpreter says before anything is timed. The packages are those of
 * test/bench/peers/package.json, installed there.
 */

interface Peer {
  readonly name: string;
  readonly kind: "engine" | "validator";
  /** Whether a missing fact comes out as 未知 or 需裁量; else the peer is only given complete records. */
  readonly threeValued: boolean;
  /** Rules that the peer cannot express. */
  readonly without?: readonly string[];
  /** The record as the peer takes it; not timed. */
  readonly prepare: (record: Institution) => object;
  readonly check: (prepared: object) => object | Promise<object>;
}

const FOLDER = resolve("test/bench/peers");
const ENGINES = ["json-logic", "cel", "zen", "json-rules-engine", "cedar", "validators"];
const RECORDS = 20_000;
const ROUNDS = 15;
/** About how long one run of a peer may take, so that slow ones are given fewer records. */
const MILLISECONDS = 60;

const benchPeers = async (): Promise<readonly Group[]> => {
  const peers = await loadPeers(makeLimits(AT));
  return [
    await benchOn(
      "fivePercent",
      "5％的记录缺一项事实，三值",
      peers.filter(({ threeValued }) => threeValued),
    ),
    await benchOn(
      "complete",
      "事实齐全，二值",
      peers.filter(({ threeValued }) => !threeValued),
    ),
  ];
};

const benchOn = async (variant: Variant, title: string, peers: readonly Peer[]): Promise<Group> => {
  const program = compiledRules();
  const records = makeRegister(RECORDS, variant);
  const expected = interpretedStatuses(program, loadedRegister(program, records), records);
  const folder = import.meta.dirname;
  const generated = await fresh<GeneratedModule>(writeGenerated(program, "peers"));
  const { checkRows } = await fresh<typeof Loops>(`${folder}/loops.js`);
  const context = generated.createContext({ at: AT });
  const check = generated[`check${OBJECT}`] as (record: Institution, context: object) => object;
  compareRows("生成，逐行", records, expected, (record) => check(record, context));

  const contestants: Contestant[] = [
    { name: "生成，逐行", records: RECORDS, run: () => void checkRows(check, records, context) },
  ];
  for (const peer of peers) contestants.push(await enter(peer, records, expected));
  const measured = await race(contestants, ROUNDS, 3);
  return {
    title: `十条规则，${title}（每条记录）`,
    lines: measured.map(({ name, microseconds, ratio, spread }, index) => ({
      name: index === 0 ? name : `${name}（${contestants[index]!.records}条）`,
      time: microseconds,
      unit: "µs",
      ratio: index === 0 ? null : ratio,
      ...(index === 0 ? {} : { spread }),
      ...(peers[index - 1]?.kind === "engine" ? { target: { of: "ratio", atLeast: 9 } } : {}),
    })),
  };
};

/** Compares every record, and finds how many of them fit into one run. */
const enter = async (
  peer: Peer,
  records: readonly Institution[],
  expected: ReadonlyMap<string, readonly string[]>,
): Promise<Contestant> => {
  const { name, check } = peer;
  const prepared = records.map((record) => peer.prepare(record));
  const asked = new Map([...expected].filter(([rule]) => peer.without?.includes(rule) !== true));
  const from = performance.now();
  const found: object[] = [];
  for (const record of prepared) {
    const statuses = check(record);
    found.push(statuses instanceof Promise ? await statuses : statuses);
  }
  const each = (performance.now() - from) / RECORDS;
  const statuses = new Map(records.map((record, index) => [record, found[index]!]));
  compareRows(name, records, asked, (record) => statuses.get(record)!);

  const some = prepared.slice(0, Math.min(RECORDS, Math.max(200, Math.round(MILLISECONDS / each))));
  const kept = Array.from<unknown>({ length: 1024 });
  const isAsynchronous = check(some[0]!) instanceof Promise;
  const runAll = (): void => {
    for (let index = 0; index < some.length; index += 1) kept[index % 1024] = check(some[index]!);
  };
  // Engines that answer later are given many records at once, as one who is in a hurry does.
  const awaitAll = async (): Promise<void> => {
    for (let start = 0; start < some.length; start += AT_ONCE) {
      const asked = some.slice(start, start + AT_ONCE).map(async (record) => await check(record));
      kept[start % 1024] = await Promise.all(asked);
    }
  };
  return { name, records: some.length, run: isAsynchronous ? awaitAll : runAll };
};

const AT_ONCE = 64;

const install = (): void => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm ci in test/bench/peers did not succeed");
};

const loadPeers = async (limits: Limits): Promise<readonly Peer[]> => {
  const modules = await Promise.all(
    ENGINES.map(
      async (engine) =>
        (await import(/* @vite-ignore */ pathToFileURL(join(FOLDER, "engines", `${engine}.mjs`)).href)) as {
          readonly create: (limits: Limits) => readonly Peer[];
        },
    ),
  );
  return modules.flatMap(({ create }) => create(limits));
};

const versions = (): Readonly<Record<string, string>> => {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
};

install();
const groups = await benchPeers();
process.stdout.write(printGroups(groups));
writeResults("test/bench/peers-results.json", { peers: groups }, versions());
