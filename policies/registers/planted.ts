import * as z from "zod";

/** Cases that a person worked out by hand: this record under this rule has this result, for this reason. */
export const plantedCases = z.strictObject({
  at: z.string(),
  cases: z.array(
    z.strictObject({
      object: z.string(),
      id: z.string(),
      rule: z.string(),
      expected: z.string(),
      /** Class of an 认定 where one is expected. */
      value: z.string().optional(),
      /** Whether the values of the folder `example-parameters` are supplied. */
      parameters: z.boolean().default(false),
      /** Readings that differ from the adopted ones. */
      readings: z.record(z.string(), z.number()).default({}),
      why: z.string(),
    }),
  ),
});

export type PlantedCases = z.infer<typeof plantedCases>;
export type PlantedCase = PlantedCases["cases"][number];

/** The cases as a table for readers. */
export const writePlanted = (city: string, planted: PlantedCases): string =>
  [
    `# ${city}：手工核定的样本`,
    "",
    `基准日${planted.at}。结果由人对照原文逐条得出，不是程序的输出；本文件由 \`planted.json\` 生成。`,
    "“示例参数”一列写“有”的，使用 `../example-parameters/` 中的示例值；其余的没有参数值。",
    "",
    "| 对象 | 编号 | 规则 | 示例参数 | 读法 | 结果 | 理由 |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...planted.cases.map((each) => `| ${cellsOf(each).join(" | ")} |`),
    "",
  ].join("\n");

const cellsOf = (each: PlantedCase): readonly string[] => [
  each.object,
  each.id,
  each.rule,
  each.parameters ? "有" : "",
  Object.entries(each.readings)
    .map(([name, option]) => `「${name}」读法${option === 2 ? "二" : "一"}`)
    .join("、"),
  each.value === undefined ? each.expected : `${each.expected}：${each.value}`,
  each.why,
];
