import { expect, test } from "vitest";
import { analyse } from "../../../compiler/analyse/analyse.ts";
import type { AnalysisCheck } from "../../../compiler/analyse/checks/check.ts";
import { undecided } from "../../../compiler/analyse/checks/finding.ts";
import { compile } from "../../../compiler/index.ts";
import type { Condition } from "../../../compiler/model/ir.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

/** Only among a hundred records is one of the last hundredth: no small world shows it. */
const TEXT = exampleFile(`【排名】业务量排名
医药机构按照业务量由高到低排名；仍相同的，并列；名次数舍去。
【规则】末位整改
医药机构的业务量排名位于后1％的，应当限期整改。`);

/** Asks what cannot be decided, and tells of it or does not. */
const asking = (isTold: boolean): AnalysisCheck => ({
  catalogue: {},
  find: async ({ program, probe }) => {
    const rule = program.decisions.find(({ kind }) => kind === "measure")!;
    const condition = (rule as { readonly base: Condition }).base;
    const answer = await probe.canHold({ object: rule.object, condition });
    if (answer.kind !== "undecided") return [];
    const place = { rule: rule.name, label: null, origin: rule.origin };
    return isTold ? [undecided("condition-never", "能否成立", answer, [place])] : [];
  },
});

test("what stays open is said once: by a finding, or else in a note with the reason and the time", async () => {
  const { program, diagnostics } = compile({
    policy: { name: "示例.tiaowen", text: TEXT },
    vocabularies: [],
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const limits = { steps: 0, milliseconds: 1 };
  const run = (isTold: boolean) =>
    analyse(program!, { at: 20_454, limits, second: null, checks: [asking(isTold)] });
  const silent = await run(false);
  expect(silent!.undecided).toBe(1);
  expect(silent!.notes).toHaveLength(1);
  expect(silent!.notes[0]).toMatch(/^有1个问题未能判定，因此没有相应的结果：.+共用时\d+毫秒。$/u);
  expect((await run(true))!.notes).toEqual([]);
});
