import { readdirSync, readFileSync } from "node:fs";
import { createProbeMemo } from "../../../compiler/analyse/probe.ts";
import { createSecondSolver } from "../../../compiler/analyse/solve/z3.ts";
import { analysisOf } from "../../../compiler/analysis-of.ts";
import { compile, createWorkspaceMemo } from "../../../compiler/index.ts";
import type { Analysis } from "../../../compiler/model/analysis.ts";
import type { PolicySources } from "../../../compiler/pipeline.ts";
import { median } from "../support/measure.ts";
import type { Group, Line } from "../support/table.ts";
import { largePolicy, largeVocabulary } from "../reading/large-policy.ts";

/** Analysing a policy: cold, and again after one rule was edited, with what is remembered of the text and of the answers. */
export const benchAnalyse = async (): Promise<readonly Group[]> => [
  await city("mudanjiang", ["年度医保业务量低于业务量极少标准，", "年度医保业务量不超过业务量极少标准，"]),
  await city("yangjiang", [
    "（一）步行1.5公里内有机构类型相同的定点零售药店",
    "（一）步行1.6公里内有机构类型相同的定点零售药店",
  ]),
  await large(400),
];

const ROUNDS = 5;

interface Memos {
  readonly workspace: ReturnType<typeof createWorkspaceMemo>;
  readonly memo: ReturnType<typeof createProbeMemo>;
}

const freshMemos = (): Memos => ({ workspace: createWorkspaceMemo(), memo: createProbeMemo() });

const city = async (name: string, [before, after]: readonly [string, string]): Promise<Group> => {
  const sources = citySources(name);
  const edited = withPolicyText(sources, sources.policy.text.replace(before, after));
  if (edited.policy.text === sources.policy.text) throw new Error(`${name}: nothing was edited`);
  const cold: Took[] = [];
  const again: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const memos = freshMemos();
    cold.push(await timed(sources, memos));
    again.push(await timed(edited, memos));
  }
  return {
    title: `分析：${name}`,
    lines: [...linesOf("冷", cold, 3000), ...linesOf("改一条规则后再分析", again, 300)],
  };
};

const large = async (rules: number): Promise<Group> => {
  const sources: PolicySources = {
    policy: { name: "policy.tiaowen", text: largePolicy(rules) },
    vocabularies: [{ name: "vocabulary.tiaowen", text: largeVocabulary() }],
  };
  return {
    title: `分析：${rules}条规则`,
    lines: linesOf("冷", [await timed(sources, freshMemos())], 20_000),
  };
};

/** Compiling and analysing, as the page does; the second solver starts anew each time and is ended. */
const timed = async (sources: PolicySources, { workspace, memo }: Memos): Promise<Took> => {
  const second = createSecondSolver();
  const used = process.cpuUsage();
  const started = performance.now();
  const policy = compile(sources, workspace);
  const analysis: Analysis = await analysisOf(
    { policy, parent: null, facts: null, at: null, codes: null },
    { milliseconds: null, second, memo, workspace, suggestions: "proposed" },
  );
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  await second.end();
  if (analysis.asked === 0) throw new Error("nothing was asked");
  return { elapsed, worked: (user + system) / 1000 };
};

const citySources = (name: string): PolicySources => {
  const read = (path: string) => ({ name: path, text: readFileSync(path, "utf8") });
  const file = readdirSync(`policies/${name}`).find((each) => each.endsWith(".tiaowen"))!;
  return {
    policy: read(`policies/${name}/${file}`),
    vocabularies: readdirSync("policies/vocabulary").map((each) => read(`policies/vocabulary/${each}`)),
  };
};

const withPolicyText = (sources: PolicySources, text: string): PolicySources => ({
  ...sources,
  policy: { ...sources.policy, text },
});

/** Milliseconds: by the clock, and of work, which a machine that others use too does not lengthen as much. */
interface Took {
  readonly elapsed: number;
  readonly worked: number;
}

const linesOf = (name: string, times: readonly Took[], atMost: number): readonly Line[] => [
  {
    name,
    time: median(times.map(({ elapsed }) => elapsed)),
    unit: "ms",
    ratio: null,
    target: { of: "time", atMost },
  },
  {
    name: `${name}，处理器时间`,
    time: median(times.map(({ worked }) => worked)),
    unit: "ms",
    ratio: null,
  },
];
