import { expect, test } from "vitest";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { generateCases } from "../../../compiler/analyse/cases/index.ts";
import { compile } from "../../../compiler/index.ts";
import { mutate } from "../../../compiler/mutate/index.ts";
import { OUT_OF_TIME } from "../../../compiler/analyse/time-of-run.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { printNumeral } from "../../../language/index.ts";

const NAMES = [..."甲乙丙丁戊己庚辛"];
const ITEMS = Array.from({ length: 40 }, (_, index) => {
  const [one, two, three] = [index, index * 3 + 1, index * 5 + 2].map(
    (place) => NAMES[place % NAMES.length]!,
  );
  return `（${printNumeral(index + 1)}）数${one}乘以数${two}超过${7919 * (index + 1)}个且数${three}低于${31 + index}个`;
});

/** Every item multiplies two unknowns, which no procedure decides. */
const HARD = exampleFile(
  `【认定】档
站点的档，按照下列规定认定：
${ITEMS.map((item, index) => `${item}，为${NAMES[index % 5]!}档`).join("；\n")}。
【规则】难题
站点有下列情形之一的，应当限期整改：
${ITEMS.join("；\n")}。`,
  `【对象】站点
${NAMES.map((name) => `数${name}：整数（个）`).join("；\n")}。`,
);

test("where very many questions are hard, the run ends, and what stays open is said", async () => {
  const policy = { name: "示例.tiaowen", text: HARD };
  const compiled = compile({ policy, vocabularies: [] });
  expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const started = performance.now();
  const analysis = await analysePolicy(compiled, {
    at: 20_454,
    limits: { steps: 200_000, milliseconds: 50 },
    second: null,
    sources: { policy, vocabularies: [] },
  });
  // Some 2,000 questions: thirty of them may take their time.
  expect(performance.now() - started).toBeLessThan(45_000);
  const open = analysis!.findings.filter(({ certainty }) => certainty === "undecided");
  expect(open.length).toBeGreaterThan(0);
  expect(open.every(({ reason }) => reason !== null && reason !== "")).toBe(true);
  expect(analysis!.undecided).toBeGreaterThan(open.length);
  expect(open.some(({ message }) => message.includes("个同类的问题未能判定，未逐一列出"))).toBe(true);
  expect(open.filter(({ code }) => code === "class-overlap").length).toBeLessThanOrEqual(11);
});

/** Where nothing is decided, the questions end long before all of them have taken their time. */
const HARD_RULE = exampleFile(
  `【规则】难题
站点有下列情形之一的，应当限期整改：
${ITEMS.join("；\n")}。`,
  `【对象】站点
${NAMES.map((name) => `数${name}：整数（个）`).join("；\n")}。`,
);

test("changes and cases that are hard to find end as well, and say so", async () => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text: HARD_RULE }, vocabularies: [] });
  const program = compiled.program!;
  const started = performance.now();
  const report = await mutate(
    { ...compiled, program },
    { limits: { steps: 200_000, milliseconds: 20 }, second: null, share: { every: 6, rest: 0 } },
  );
  expect(report.undecided).toBeGreaterThan(20);
  expect(report.survivors.some(({ reason }) => reason === OUT_OF_TIME)).toBe(true);
  const { uncovered } = await generateCases(program, { second: null, milliseconds: 20 });
  expect(uncovered.some(({ verdict, why }) => verdict === "未能判定" && why === OUT_OF_TIME)).toBe(true);
  expect(performance.now() - started).toBeLessThan(45_000);
});
