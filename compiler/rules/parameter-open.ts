import { reporter, type DiagnosticTable } from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";
import { ofKind } from "../resolve/declared.ts";
import type { Lint } from "./lint.ts";

const USE = "【规则】退出\n医药机构业务量低于统一标准的，纳入退出。";

const catalogue = {
  "parameter-open": {
    severity: "info",
    message: "参数“{name}”没有取值，用到它的结果为需裁量，{decided}。",
    why: "原文没有写明的标准不能由程序补上；取值确定后，写明自哪一天起为多少。",
    bad: exampleFile(USE, "【参数】统一标准\n单位为笔，由县医疗保障局确定。"),
    good: exampleFile(
      USE,
      "【参数】统一标准\n单位为笔，由县医疗保障局确定。自2025年1月1日起为10笔。",
    ).replace(
      "【参数】业务量标准\n单位为笔，由市医疗保障局确定。",
      "【参数】业务量标准\n单位为笔，由市医疗保障局确定。自2025年1月1日起为5笔。",
    ),
  },
  "parameter-without-owner": {
    severity: "warning",
    message: "参数“{name}”既没有取值，也没有写明由谁确定。请写“由……确定”；原文没有写明的，写“由未明确确定”。",
    why: "需裁量的结果要指明由谁决定，才能办理。",
    bad: exampleFile(USE, "【参数】统一标准\n单位为笔。"),
    good: exampleFile(USE, "【参数】统一标准\n单位为笔，由县医疗保障局确定。"),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);

export const parameterOpen: Lint = {
  catalogue,
  find: ({ declarations }) =>
    ofKind(declarations, "parameter").flatMap(({ name, block, place }) => {
      if (block.values.length > 0) return [];
      const extras = place.provision === null ? {} : { provision: place.provision };
      const { owner } = block;
      if (owner === null)
        return [report("parameter-without-owner", place.file, place.span, { name }, extras)];
      const decided = owner.unstated ? "由谁决定，原文未明确" : `由${owner.text}决定`;
      return [report("parameter-open", place.file, place.span, { name, decided }, extras)];
    }),
};
