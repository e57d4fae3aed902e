import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "../../../compiler/generate/index.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { cities, compileCity } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";

const POLICY = `【政策】药店规则
名称：药店规则；
施行：2025年1月1日。
【对象】药店
类别：中药店、西药店；
营业面积：数值（平方米，两位小数）；
结算比例：百分比；
违规经营：是否；
开业日期：日期。
【参数】结算比例上限
类型为百分比，由未明确确定。
【完】

药店规则

第一条　违规经营的药店，约谈。

【规则】约谈
违规经营的药店，约谈。
【措施】
约谈。
【完】
`;

/** What a caller writes; each line that is wrong says so. */
const USE = `import { check药店, batch药店, createContext, explain药店, values药店, type Record药店 } from "./rules.js";
const context = createContext({ at: "2025-06-01", parameters: [{ name: "结算比例上限", value: "80%" }] });
const record: Record药店 = { 编号: "甲", 类别: "中药店", 营业面积: "80.5", 结算比例: 85.25, 违规经营: null };
const status: "成立" | "不成立" | "未知" | "需裁量" | "不适用" = check药店(record, context).约谈;
const codes: Uint8Array = batch药店({ length: 1, columns: { 违规经营: { values: Uint8Array.of(1) } } }, context).statuses.约谈;
const reasons: readonly string[] = explain药店(record, context)[0]!.reasons.map(({ kind }) => kind);
console.log(status, codes, reasons, values药店(record, context));
// @ts-expect-error: no such value
const wrongClass: Record药店 = { 编号: "甲", 类别: "药店" };
// @ts-expect-error: no 编号
const withoutId: Record药店 = { 类别: "中药店" };
// @ts-expect-error: no such field
const wrongField: Record药店 = { 编号: "甲", 面积: 1 };
// @ts-expect-error: no such rule
console.log(check药店(record, context).不约谈);
// @ts-expect-error: no such parameter
createContext({ at: 0, parameters: [{ name: "上限", value: 1 }] });
console.log(wrongClass, withoutId, wrongField);
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "types-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what is written against the types holds, and what is wrong is refused", () => {
  const { program, diagnostics } = compile({
    policy: { name: "药店.tiaowen", text: POLICY },
    vocabularies: [],
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const declarations = generate(program!, { target: "javascript" }).files.find(({ name }) =>
    name.endsWith(".d.ts"),
  )!;
  write("rules.d.ts", declarations.text);
  write("use.ts", USE);
  const names = ["rules.d.ts", "use.ts"];
  for (const [index, city] of cities.entries()) {
    const other = compileCity(city).program!;
    const [types] = generate(other, { target: "typescript" }).files;
    expect(types!.name.endsWith(".types.ts")).toBe(true);
    write(`city${index}.ts`, types!.text);
    const declared = generate(other, { target: "javascript" }).files.find(({ name }) =>
      name.endsWith(".d.ts"),
    )!;
    write(`declared${index}.d.ts`, declared.text);
    names.push(`city${index}.ts`, `declared${index}.d.ts`);
  }
  expect(typeErrors(names)).toBe("");
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** Empty where the compiler of TypeScript finds nothing. */
const typeErrors = (names: readonly string[]): string => {
  const compiler = join(projectFolder, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext", "--ignoreConfig"];
  try {
    execFileSync(process.execPath, [compiler, ...options, ...names], { cwd: folder, encoding: "utf8" });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
};
