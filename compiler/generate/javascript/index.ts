import type { Program } from "../../model/ir.ts";
import { fileName } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { JavaScriptModule } from "./emission.ts";
import { contextCode, explainingCode, factsCode, valuesCode } from "./explain/api.ts";
import { addFastHalf } from "./fast/index.ts";

/** One ESM file without any dependency. */
export const generateJavaScript = (program: Program): Generated => {
  const module = new JavaScriptModule(program);
  module.add(`// ───────── 供调用的函数\n\n${factsCode(program)}\n${contextCode}`);
  for (const object of program.objects.keys()) {
    module.add(`\n${valuesCode(module, object)}${explainingCode(module, object)}`);
  }
  addFastHalf(module);
  const text = module
    .pieces()
    .map((piece) => piece.text)
    .join("");
  return { files: [{ name: fileName(program.policy.name, ".js"), text }], refusals: [] };
};

export const javascript: Target = {
  name: "javascript",
  description: "校验函数（一个 ESM 文件，不依赖其他程序）",
  generate: generateJavaScript,
};
