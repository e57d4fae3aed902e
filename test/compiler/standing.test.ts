import { expect, test } from "vitest";
import { compile } from "../../compiler/index.ts";
import { exampleFile } from "../../compiler/resolve/example.ts";

const TEXT = exampleFile(
  "【规则】退出\n业务量为不知道的医药机构，纳入退出。",
  "",
  "第二条　本办法自印发之日起施行。\n第二条　本办法由市医疗保障局负责解释\n",
);

const { diagnostics, file } = compile({ policy: { name: "示例.tiaowen", text: TEXT }, vocabularies: [] });
const labelOf = (path: string | undefined): string | null =>
  path === undefined ? null : (file.document.byPath.get(path)?.label ?? null);

test("every finding in a provision or under one names it", () => {
  for (const { provision, span } of diagnostics) {
    const isBelow = span.start >= TEXT.indexOf("第一条");
    expect(provision !== undefined, TEXT.slice(span.start, span.end)).toBe(isBelow);
  }
  expect(diagnostics.length).toBeGreaterThan(2);
});

test("a finding in a rule names the provision that the rule stands under", () => {
  const [from, to] = [TEXT.indexOf("【规则】"), TEXT.lastIndexOf("【完】")];
  const inRule = diagnostics.filter(({ span }) => span.start >= from && span.start < to);
  expect(new Set(inRule.map(({ provision }) => labelOf(provision)))).toEqual(new Set(["第一条"]));
});

test("the other place of a finding is named too", () => {
  const repeated = diagnostics.find(({ code }) => code === "duplicate-number");
  expect(repeated?.related?.map(({ provision }) => labelOf(provision))).toEqual(["第二条"]);
  expect(labelOf(repeated?.provision)).toBe("第二条（同号第2处）");
});
