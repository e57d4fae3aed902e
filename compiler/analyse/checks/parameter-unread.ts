import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Program } from "../../model/ir.ts";
import { visitDecision, visitTerm } from "../../model/walk.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck } from "./check.ts";
import { withoutParameter } from "./rule-edit.ts";
import { findings, labelOf } from "./finding.ts";

const catalogue = {
  "parameter-unread": {
    severity: "warning",
    message: "没有规则用到参数“{parameter}”。请在规则中引用，或者删去这一参数。",
    why: "写了参数而没有规则引用，说明原文的一项标准还没有写进规则，或者规则里直接写了数值，以后调整参数不会起作用。",
    bad: exampleFile("", "【参数】床位标准\n单位为张，由市医疗保障局确定。"),
    good: exampleFile(
      `【规则】少量床位
医药机构床位数低于床位标准的，应当限期整改。
【规则】少量业务
医药机构业务量低于业务量标准的，应当限期整改。`,
      "【参数】床位标准\n单位为张，由市医疗保障局确定。",
    ),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Parameters that no rule reads. */
export const parameterUnread: AnalysisCheck = {
  catalogue,
  find: ({ program }) => {
    const read = parametersRead(program);
    const found = [...program.parameters.values()].flatMap((parameter): readonly AnalysisFinding[] => {
      const { name, origin } = parameter;
      if (read.has(name)) return [];
      const place = { rule: name, label: labelOf(program, origin), origin };
      // What a vocabulary declares may be there for other policies.
      const severity = origin.file === program.policy.file ? "warning" : "info";
      return [
        finding(
          "parameter-unread",
          { parameter: name },
          { certainty: "read", places: [place], severity, suggestions: withoutParameter(program, parameter) },
        ),
      ];
    });
    return Promise.resolve(found);
  },
};

/** Parameters that some rule or 断言 reads. */
export const parametersRead = (program: Program): ReadonlySet<string> => {
  const read = new Set<string>();
  const visitor = {
    term: (term: Parameters<typeof visitTerm>[0]) => {
      if (term.kind === "parameter") read.add(term.name);
    },
  };
  for (const decision of program.decisions) visitDecision(program, decision, visitor);
  for (const { left, right } of program.assertions) {
    visitTerm(left, visitor);
    visitTerm(right, visitor);
  }
  return read;
};
