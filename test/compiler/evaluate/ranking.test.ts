import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Condition, Ranking } from "../../../compiler/model/ir.ts";
import { rational } from "../../../language/index.ts";
import {
  always,
  BOOLEAN,
  field,
  holds,
  literal,
  measure,
  NUMBER,
  number,
  object,
  origin,
  program,
  read,
  record,
  self,
  truth,
} from "../../support/program-builder.ts";

const SHOP = "药店";
const objects = [object(SHOP, [field("考核得分", NUMBER), field("参加考核", BOOLEAN)])];
const ranking = (more: Partial<Ranking> = {}): Ranking => ({
  kind: "ranking",
  id: "排名",
  name: "排名",
  object: SHOP,
  origin: origin("排名"),
  members: always,
  group: null,
  keys: [{ term: read(self(SHOP), "考核得分"), descending: true }],
  ties: "shared",
  shareRounding: "down",
  ...more,
});
const last = (places: number, share: number | null = null): Condition => ({
  kind: "ranked",
  ranking: "排名",
  subject: self(SHOP),
  end: "back",
  amount: literal(share === null ? number(places) : { kind: "number", value: rational(places, share) }),
  share: share !== null,
  origin: origin("排名位于后"),
});

const statuses = (scores: readonly (number | null)[], condition: Condition, more: Partial<Ranking> = {}) => {
  const records = scores.map((score, index) =>
    record(SHOP, `店${index + 1}`, {
      ...(score === null ? {} : { 考核得分: number(score) }),
      参加考核: truth(score !== -1),
    }),
  );
  const parts = { objects, decisions: [ranking(more), measure("淘汰", SHOP, condition)] };
  const { outcomes } = evaluate(program(parts), smallWorld({ records }), { at: 0 });
  return {
    statuses: outcomes.filter((outcome) => outcome.rule === "淘汰").map((outcome) => outcome.status),
    places: outcomes
      .filter((outcome) => outcome.rule === "排名")
      .map((outcome) => outcome.value ?? outcome.candidates.join("至")),
    reasons: outcomes.flatMap((outcome) => outcome.reasons),
  };
};

describe("rankings", () => {
  test("the last place and the places of all", () => {
    expect(statuses([90, 80, 70], last(1))).toMatchObject({
      statuses: ["不成立", "不成立", "成立"],
      places: ["第1名", "第2名", "第3名"],
    });
  });

  test("并列 shares the place", () => {
    expect(statuses([90, 70, 70], last(1))).toMatchObject({
      statuses: ["不成立", "成立", "成立"],
      places: ["第1名", "第2名", "第2名"],
    });
  });

  test("抽签 leaves those open whom the lot can hit, and only those", () => {
    const found = statuses([90, 70, 70], last(1), { ties: "lot" });
    expect(found.statuses).toEqual(["不成立", "需裁量", "需裁量"]);
    expect(found.reasons).toContainEqual({ kind: "同名次", name: "排名", how: "抽签" });
    expect(statuses([90, 70, 70], last(2), { ties: "lot" }).statuses).toEqual(["不成立", "成立", "成立"]);
  });

  test("a share is rounded as declared", () => {
    expect(statuses([4, 3, 2, 1], last(3, 10), { shareRounding: "down" }).statuses.at(-1)).toBe("成立");
    expect(statuses([4, 3, 2, 1], last(1, 10), { shareRounding: "down" }).statuses.at(-1)).toBe("不成立");
    expect(statuses([4, 3, 2, 1], last(1, 10), { shareRounding: "up" }).statuses.at(-1)).toBe("成立");
  });

  test("a share without rounding is open only where it matters", () => {
    const found = statuses([4, 3, 2, 1], last(3, 8), { shareRounding: null });
    expect(found.statuses).toEqual(["不成立", "不成立", "需裁量", "成立"]);
    expect(found.reasons).toContainEqual({ kind: "名次取整未定", name: "排名" });
  });

  test("an open key leaves open what depends on it", () => {
    const found = statuses([90, null, 70], last(1));
    expect(found.statuses).toEqual(["不成立", "未知", "未知"]);
    expect(found.places).toEqual(["第1名至第2名", "第1名至第3名", "第2名至第3名"]);
  });

  test("one who is no member is not placed", () => {
    const found = statuses([90, 70, -1], last(1), { members: holds(self(SHOP), "参加考核") });
    expect(found.statuses).toEqual(["不成立", "成立", "不成立"]);
  });
});
