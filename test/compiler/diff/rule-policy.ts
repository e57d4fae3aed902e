import { compile } from "../../../compiler/pipeline.ts";
import type { Program } from "../../../compiler/model/ir.ts";

const DECLARATIONS = `【政策】示例
名称：示例办法；
施行：自2025年1月24日起；
自称：本办法。
【对象】机构
名称：文本；
类别：医院、药店、诊所；
性质：公立、民营；
等级：由高到低为三级、二级、一级，次序外为未定级；
业务量：整数（笔）；
得分：数值（分，两位小数）；
支出：金额；
违规：是否；
申请退出：是否；
已经整改：是否；
能够满足需求：是否；
复核日期：日期；
位置：坐标（CGCS2000）；
所在县区：县区。
【对象】县区
名称：文本；
常住人口：整数（人）；
涉农：是否。
【措施】
退出、整改、补助、新增定点。
`;

/** A program of these blocks, which stand under one article. */
export const compileRules = (blocks: string, change = (text: string): string => text): Program => {
  const text = change(`${DECLARATIONS}【完】\n\n第一条　有关事项按照本办法办理。\n\n${blocks}\n【完】\n`);
  const { program, diagnostics } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  if (program !== null) return program;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(errors.map(({ message }) => message).join("\n"));
};
