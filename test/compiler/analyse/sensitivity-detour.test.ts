import { expect, test } from "vitest";
import { createProbe } from "../../../compiler/analyse/probe.ts";
import { parameterSensitivity } from "../../../compiler/analyse/sensitivity/index.ts";
import { compile, loadFacts } from "../../../compiler/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const TEXT = exampleFile(
  `【规则】邻近
定点申请步行服务圈半径内有医药机构的，不得新增定点。
【理解】「业务量过少」
读法一：步行距离按直线距离计算，绕行系数为2；读法二：以实测为准。采读法一，状态为暂拟。`,
  "【参数】服务圈半径\n单位为公里，由市医疗保障局确定。",
);

/** A kilometre or so apart; two with the detour. 合成数据。 */
const DATA = {
  "定点申请.csv": `编号,位置\n甲,"111.98,21.86"\n`,
  "医药机构.csv": `编号,位置\n乙,"111.98,21.869"\n`,
};

test("the values of a radius change a result where the walk with its detour ends", async () => {
  const { program } = compile({ policy: { name: "示例.tiaowen", text: TEXT }, vocabularies: [] });
  const files = Object.entries(DATA).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { facts, dataErrors } = loadFacts(program!, files);
  expect(dataErrors).toEqual([]);
  const probe = createProbe(program!, 20_513, {
    limits: { steps: 1000, milliseconds: 100 },
    second: null,
    seed: 1,
  });
  const found = await parameterSensitivity.find({ program: probe.program, probe, facts, files: [] });
  const radius = found.find(({ sensitivity }) => sensitivity?.parameter === "服务圈半径")!.sensitivity!;
  expect(radius.complete).toBe(true);
  expect(radius.steps.map(({ results }) => results[0]!.counts[0]!.result)).toEqual(["不成立", "成立"]);
  expect(Number.parseFloat(radius.steps[1]!.lower!.replace(/^约/u, ""))).toBeCloseTo(2.0015, 2);
});
