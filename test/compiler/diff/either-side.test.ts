import { describe, expect, test } from "vitest";
import { notesOnRenamedFacts } from "../../../compiler/compare-notes.ts";
import { groupsOf } from "../../../compiler/diff/impact-groups.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { smallWorld } from "../../../compiler/evaluate/index.ts";
import type { RuleChange } from "../../../compiler/model/change.ts";
import type { Program } from "../../../compiler/model/ir.ts";

/** Found by comparisons of random policies with their mirrors. */
describe("a comparison reads the same from either side", () => {
  test("the note on names that are taken for one", () => {
    const renamed = (before: string, after: string): RuleChange =>
      ({ kind: "termRenamed", left: null, right: null, before, after }) as unknown as RuleChange;
    expect(notesOnRenamedFacts([renamed("违规", "新违规")])).toEqual(
      notesOnRenamedFacts([renamed("新违规", "违规")]),
    );
  });

  test("the fields by which records are counted, where both sides declare them in another order", () => {
    const declared = (...fields: readonly string[]): Program =>
      compile({
        policy: {
          name: "甲.tiaowen",
          text: `【政策】\n名称：甲办法。\n【对象】机构\n${fields.join("；\n")}。\n【完】\n`,
        },
        vocabularies: [],
      }).program!;
    const [grade, kind] = ["等级：高、低", "类别：医院、药店"];
    const facts = smallWorld({
      records: [
        {
          object: "机构",
          id: "甲",
          source: "",
          facts: new Map([
            ["等级", { kind: "enumeration", value: "高" }],
            ["类别", { kind: "enumeration", value: "医院" }],
          ]),
        },
      ],
    });
    const side = (program: Program) => ({ program, facts });
    const [one, other] = [side(declared(grade, kind)), side(declared(kind, grade))];
    const groups = groupsOf([one, other], "机构", ["甲"]);
    expect(groups.map(({ field }) => field).toSorted()).toEqual(["等级", "类别"].toSorted());
    expect(groupsOf([other, one], "机构", ["甲"])).toEqual(groups);
  });
});
