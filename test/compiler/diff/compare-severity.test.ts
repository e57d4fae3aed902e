import { expect, test } from "vitest";
import { compare, compile, readDay, type ComparedInput } from "../../../compiler/index.ts";
import { POLICY, replaced } from "./compare-sample.ts";

const inputOf = (text: string): ComparedInput => ({
  file: { name: "p.tiaowen", text },
  compiled: compile({ policy: { name: "p.tiaowen", text }, vocabularies: [] }),
});

test("a limit that changes later is equivalent today, and substantive all the same", async () => {
  const later = replaced("起为60分。", "起为60分。\n自2026年1月1日起为70分。");
  const { behaviour, rules } = await compare(inputOf(POLICY), inputOf(later), { at: readDay("2025-06-01") });
  expect(new Set(behaviour.map(({ verdict }) => verdict))).toEqual(new Set(["equivalent"]));
  expect(rules.map(({ kind, severity }) => [kind, severity])).toEqual([["parameterValue", "substantive"]]);
});
