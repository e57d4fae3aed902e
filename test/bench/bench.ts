import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { compile, createWorkspaceMemo } from "../../compiler/index.ts";
import { largePolicy, largeVocabulary } from "./large-policy.ts";

/**
 * `npm run bench`: medians over many runs in one process. The baseline of the reading figures is the same text as a
 * JSON list of short words, read by JSON.parse: native code that makes one string a word and knows no language.
 */

interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly ratio: number | null;
  readonly target: string;
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1]!;

const time = (runs: number, work: (round: number) => void): number => {
  for (let round = 0; round < Math.ceil(runs / 3); round += 1) work(-1 - round);
  const measured: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    const from = performance.now();
    work(round);
    measured.push(performance.now() - from);
  }
  return median(measured);
};

const vocabulary = { name: "vocabulary.tiaowen", text: largeVocabulary() };
const policyOf = (text: string) => ({ policy: { name: "policy.tiaowen", text }, vocabularies: [vocabulary] });

const benchReading = (rules: number): Row[] => {
  const text = largePolicy(rules);
  const errors = compile(policyOf(text)).diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the bench policy has errors: ${errors[0]!.message}`);
  const words = JSON.stringify(text.match(/[\s\S]{1,3}/g));
  const baseline = time(30, () => {
    const read: unknown = JSON.parse(words);
    if (!Array.isArray(read)) throw new Error("the baseline read nothing");
  });
  const warm = time(20, () => void compile(policyOf(text)));
  const memo = createWorkspaceMemo();
  compile(policyOf(text), memo);
  const middle = text.indexOf("年度业务量低于", text.length >> 1);
  // Every other edit is a digit longer, so that all that stands behind it moves, as while somebody types.
  const edit = time(40, (round) => {
    const changed = `${text.slice(0, middle)}年度业务量低于${(round % 2 === 0 ? 10 : 100) + Math.abs(round)}${text.slice(middle + 7).replace(/^\d+/, "")}`;
    compile(policyOf(changed), memo);
  });
  return [
    {
      name: `${rules}条规则：同样的文字作为 JSON 词表读入（基线）`,
      milliseconds: baseline,
      ratio: 1,
      target: "",
    },
    {
      name: `${rules}条规则：断词、解析、检查`,
      milliseconds: warm,
      ratio: warm / baseline,
      target: rules === 400 ? "60 ms" : "",
    },
    {
      name: `${rules}条规则：改一块后重做`,
      milliseconds: edit,
      ratio: edit / baseline,
      target: rules === 400 ? "8 ms" : "",
    },
  ];
};

const benchCold = (city: string): Row => {
  const command = [
    "dist/tiaowen.js",
    "check",
    `policies/${city}`,
    "--data",
    `policies/${city}/data`,
    "--at",
    "2025-06-01",
  ];
  const bare = time(5, () => void spawnSync(process.execPath, ["-e", "0"]));
  const cold = time(5, () => {
    const { status } = spawnSync(process.execPath, command);
    if (status === 2) throw new Error(`${city} could not be checked`);
  });
  return {
    name: `${city}：check 冷启动（基线：空的 node 进程）`,
    milliseconds: cold,
    ratio: cold / bare,
    target: "1500 ms",
  };
};

const rows = [
  ...benchReading(100),
  ...benchReading(400),
  ...benchReading(800),
  benchCold("yangjiang"),
  benchCold("mudanjiang"),
];

const shown = rows.map(({ name, milliseconds, ratio, target }) =>
  [
    `${milliseconds.toFixed(2)} ms`.padStart(12),
    (ratio === null ? "" : `${ratio.toFixed(1)} ×`).padStart(10),
    target.padStart(9),
    ` ${name}`,
  ].join(" "),
);
process.stdout.write(
  `${["      中位数", "    与基线比", "    目标", "  项目"].join("")}\n${shown.join("\n")}\n`,
);
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
mkdirSync("test/bench", { recursive: true });
writeFileSync(
  "test/bench/results.json",
  `${JSON.stringify({ version, node: process.version, rows }, null, 2)}\n`,
);
