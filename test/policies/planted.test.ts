import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFacts, readDay, type DataFile } from "../../compiler/data/index.ts";
import { evaluate } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/model/ir.ts";
import type { Outcome } from "../../compiler/model/outcome.ts";
import { compile } from "../../compiler/pipeline.ts";
import { plantedCases, type PlantedCase } from "../../policies/registers/planted.ts";

const policies = join(import.meta.dirname, "../../policies");

const filesOf = async (folder: string, ending: string): Promise<DataFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
};

const sourcesOf = async (folder: string) =>
  (await filesOf(folder, ".tiaowen")).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));

const programOf = async (city: string): Promise<Program> => {
  const [policy] = await sourcesOf(join(policies, city));
  const { program, diagnostics } = compile({ policy: policy!, vocabularies: await sourcesOf(join(policies, "vocabulary")) });
  if (program !== null) return program;
  throw new Error(diagnostics.map((each) => `${each.file} ${each.span.start}: ${each.message}`).join("\n"));
};

interface PlantedRun {
  readonly title: string;
  readonly cases: readonly PlantedCase[];
}

/** Cases that can be judged in one run: the same parameters and readings. */
const runsOf = (cases: readonly PlantedCase[]): readonly PlantedRun[] => {
  const runs = new Map<string, PlantedCase[]>();
  for (const each of cases) {
    const readings = Object.entries(each.readings).map(([name, option]) => `，「${name}」读法${option}`);
    const title = `${each.parameters ? "有示例参数" : "没有参数值"}${readings.join("")}`;
    runs.set(title, [...(runs.get(title) ?? []), each]);
  }
  return Array.from(runs, ([title, held]) => ({ title, cases: held }));
};

const conclusionOf = (outcome: Outcome | undefined): string =>
  outcome === undefined ? "没有结果" : outcome.status === "已认定" ? `已认定：${outcome.value}` : outcome.status;

describe.each(["yangjiang", "mudanjiang"])("the planted cases of %s", async (city) => {
  const data = join(policies, city, "data");
  const planted = plantedCases.parse(JSON.parse(await readFile(join(data, "planted/planted.json"), "utf8")));
  const program = await programOf(city);
  const records = await filesOf(data, ".csv");
  const parameters = await filesOf(join(data, "example-parameters"), ".csv");

  test("the register has no bad cell and no column that nothing declares", () => {
    const { dataErrors, notes } = loadFacts(program, [...records, ...parameters]);
    expect([dataErrors, notes]).toEqual([[], []]);
  });

  test.each(runsOf(planted.cases))("$title", ({ cases }) => {
    const { parameters: supplied, readings } = cases[0]!;
    const { facts } = loadFacts(program, supplied ? [...records, ...parameters] : records);
    const { outcomes } = evaluate(program, facts, {
      at: readDay(planted.at)!,
      readings: new Map(Object.entries(readings)),
      only: [...new Set(cases.map((each) => each.rule))],
    });
    const key = (object: string, id: string, rule: string) => `${object} ${id} ${rule}`;
    const byKey = new Map(outcomes.map((outcome) => [key(outcome.object, outcome.id, outcome.rule), outcome]));
    const found = cases.map((each) => {
      const name = key(each.object, each.id, each.rule);
      return `${name} ${conclusionOf(byKey.get(name))}`;
    });
    expect(found).toEqual(
      cases.map((each) => {
        const value = each.value === undefined ? each.expected : `${each.expected}：${each.value}`;
        return `${key(each.object, each.id, each.rule)} ${value}`;
      }),
    );
  });
});
