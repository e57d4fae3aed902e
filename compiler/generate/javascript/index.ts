import type { Program } from "../../model/ir.ts";
import { fileName } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { declarationsOf } from "./declarations.ts";
import { JavaScriptModule } from "./emission.ts";
import { contextCode, explainingCode, factsCode, valuesCode } from "./explain/api.ts";
import { addFastHalf } from "./fast/index.ts";
import { sourceMapOf } from "./source-map.ts";

/** One ESM file without any dependency, its types, and the way back to the words of the policy. */
export const generateJavaScript = (program: Program): Generated => {
  const module = new JavaScriptModule(program);
  module.add(`// ───────── 供调用的函数\n\n${factsCode(program)}\n${contextCode}`);
  for (const object of program.objects.keys()) {
    module.add(`\n${valuesCode(module, object)}${explainingCode(module, object)}`);
  }
  addFastHalf(module);
  const pieces = module.pieces();
  const file = fileName(program.policy.name, ".js");
  const map = `${file}.map`;
  const text = `${pieces.map((piece) => piece.text).join("")}//# sourceMappingURL=${map}\n`;
  return {
    files: [
      { name: file, text },
      {
        name: fileName(program.policy.name, ".d.ts"),
        text: declarationsOf(program, module.identifiers),
      },
      { name: map, text: sourceMapOf(program, file, pieces) },
    ],
    refusals: [],
  };
};

export const javascript: Target = {
  name: "javascript",
  description: "校验函数（一个 ESM 文件，不依赖其他程序）",
  generate: generateJavaScript,
};
