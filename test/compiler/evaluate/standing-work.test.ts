import { beforeEach, describe, expect, test, vi } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Condition, Ranking } from "../../../compiler/model/ir.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
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
} from "../../support/program-builder.ts";

/** Each comparison of two entries asks of their keys whether they are open. */
const counted = vi.hoisted(() => ({ questions: 0 }));

vi.mock("../../../compiler/evaluate/result.ts", async (importOriginal) => {
  const original = await importOriginal<{ isOpen: (thing: object) => boolean }>();
  const isOpen = (thing: object): boolean => {
    counted.questions += 1;
    return original.isOpen(thing);
  };
  return { ...original, isOpen };
});

beforeEach(() => {
  counted.questions = 0;
});

const SHOP = "药店";
const objects = [object(SHOP, [field("考核得分", NUMBER), field("参加考核", BOOLEAN)])];

const lastTenth: Condition = {
  kind: "ranked",
  ranking: "排名",
  subject: self(SHOP),
  end: "back",
  amount: literal({ kind: "number", value: rational(1, 10) }),
  share: true,
  origin: origin("排名位于后10%"),
};

const programOf = (members: Condition) => {
  const ranking: Ranking = {
    kind: "ranking",
    id: "排名",
    name: "排名",
    object: SHOP,
    origin: origin("排名"),
    members,
    group: null,
    keys: [{ term: read(self(SHOP), "考核得分"), descending: true }],
    ties: "shared",
    shareRounding: null,
  };
  return program({ objects, decisions: [ranking, measure("淘汰", SHOP, lastTenth)] });
};

const shops = (count: number, scoreOf: (index: number) => number | null): readonly FactRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const score = scoreOf(index);
    return record(SHOP, `店${index}`, score === null ? {} : { 考核得分: number(score) });
  });

const SOME = 300;

describe("ten times the records are not a hundred times the work", () => {
  const takesPart = holds(self(SHOP), "参加考核");
  test.each([
    ["nobody has a score", always, () => null],
    ["every second one has no score", always, (index: number) => (index % 2 === 0 ? null : index)],
    ["nobody is a certain member or has a score", takesPart, () => null],
    ["all have a score", always, (index: number) => index % 50],
  ])("where %s", (_title, members, scoreOf) => {
    const questionsFor = (count: number): number => {
      counted.questions = 0;
      evaluate(programOf(members), smallWorld({ records: shops(count, scoreOf) }), { at: 0 });
      return counted.questions;
    };
    const [few, many] = [questionsFor(SOME), questionsFor(10 * SOME)];
    expect(few).toBeGreaterThan(SOME);
    expect(many / few).toBeLessThan(15);
  });

  test("records that are open for the same reasons share one list of them", () => {
    const records = shops(SOME, (index) => (index % 2 === 0 ? null : index));
    const { outcomes } = evaluate(programOf(always), smallWorld({ records }), { at: 0 });
    const open = outcomes.filter(({ reasons }) => reasons.length > 0);
    expect(open.length).toBeGreaterThan(SOME);
    for (const { reasons } of open) expect(reasons.length).toBeGreaterThanOrEqual(SOME / 2);
    expect(new Set(open.map(({ reasons }) => reasons)).size).toBeLessThan(10);
  });
});
