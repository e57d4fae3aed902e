import { reporter, type DiagnosticTable } from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";
import type { Lint } from "./lint.ts";

const catalogue = {
  "rule-without-text": {
    severity: "warning",
    message: "{kind}“{name}”前面没有条文，没有原文依据。请移到所依据的条文下面。",
    why: "没有原文依据的规则，结果无从引用。",
    bad: exampleFile("", "【规则】退出\n医药机构业务量为0笔的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构业务量为0笔的，纳入退出。"),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);

/** Rules, exceptions and classifications rest on text; a vocabulary has none and only declares. */
export const ruleWithoutText: Lint = {
  catalogue,
  find: ({ file }) =>
    file.blocks.flatMap((block) => {
      if (block.kind !== "rule" && block.kind !== "exception" && block.kind !== "classification") return [];
      if (block.provision !== null) return [];
      const name = block.segment.name === "" ? "（没有名称）" : block.segment.name;
      return [
        report("rule-without-text", file.source.name, block.segment.headerSpan, {
          kind: block.segment.keyword,
          name,
        }),
      ];
    }),
};
