import type { Program } from "../../model/ir.ts";
import { fileName, Identifiers } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { typesOf } from "./types.ts";

/** One file of types: records, enumerations, parameters, readings and results. */
export const generateTypeScript = (program: Program): Generated => ({
  files: [
    {
      name: fileName(program.policy.name, ".types.ts"),
      text: `// 由条文生成，请勿手工修改：修改政策文件后重新生成。\n\n${typesOf(program, typeIdentifiers())}`,
    },
  ],
  refusals: [],
});

/** Identifiers that leave the names of the fixed types alone. */
export const typeIdentifiers = (): Identifiers => {
  const identifiers = new Identifiers();
  for (const name of FIXED) identifiers.of(name, "");
  return identifiers;
};

const FIXED = [
  "Record",
  "Register",
  "ParameterValue",
  "Readings",
  "Outcome",
  "Status",
  "Statuses",
  "Reason",
  "Citation",
  "ReadingDependence",
  "Context",
  "ContextInput",
  "Column",
  "Columns",
  "Batch",
];

export const typescript: Target = {
  name: "typescript",
  description: "对象、枚举、参数和结果的类型（一个 .types.ts 文件）",
  generate: generateTypeScript,
};
