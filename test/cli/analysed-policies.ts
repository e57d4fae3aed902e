import { expect } from "vitest";
import { tiaowen } from "../support/tiaowen.ts";

/** A finding as `analyse --format json` tells it. */
export interface Found {
  readonly code: string;
  readonly provisions: readonly string[];
  readonly message: string;
  readonly witness: {
    readonly at: string;
    readonly records: readonly {
      readonly object: string;
      readonly id: string;
      readonly facts: Readonly<Record<string, unknown>>;
    }[];
    readonly distances: readonly unknown[];
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly readings: Readonly<Record<string, number>>;
    readonly results: readonly {
      readonly rule: string;
      readonly status: string;
      readonly value: string | null;
    }[];
    readonly case: string | null;
  } | null;
  readonly verdict: string;
  readonly suggestion: string | null;
  readonly severity: string;
  readonly rules: readonly string[];
  readonly line: number;
  readonly sensitivity?: {
    readonly complete: boolean;
    readonly steps: readonly {
      readonly range: string;
      readonly results: readonly {
        readonly counts: readonly { readonly result: string; readonly count: number }[];
      }[];
      readonly moved: number;
    }[];
  };
}

/** A small policy about stalls with these rules under its first article. */
export const policyOf = (rules: string, more = ""): string => `【政策】
名称：示例办法；
施行：2025年1月1日；
【对象】摊位
面积：数值（平方米）；
投诉次数：整数（次）；
持有许可证：是否；
占用消防通道：是否（由市消防救援机构裁量）。
【措施】
停止营业、给予奖励。
${more}【完】
第一条　摊位的管理，依照本条规定。
${rules}
【完】
`;

export const OVERLAPPING = policyOf(`【认定】规模
摊位的规模，按照下列规定认定：
（一）面积10平方米以下，为小型；
（二）持有许可证，为大型。`);

export const CLEAN = policyOf(`【规则】无证停业
未持有许可证的摊位，停止营业。`);

/** The findings of files of the project; what is said beside them is about the day and the data. */
export const jsonOf = async (...argv: readonly string[]): Promise<readonly Found[]> => {
  const { output, errors } = await tiaowen("analyse", ...argv, "--format", "json");
  expect(errors).not.toContain("未能");
  return JSON.parse(output) as readonly Found[];
};
