import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { ComparisonOperator, Condition } from "../../../compiler/model/ir.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import {
  BOOLEAN,
  choice,
  compareTerms,
  COORDINATE,
  enumeration,
  field,
  holds,
  literal,
  measure,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  record,
  self,
  truth,
  usedParameter,
  variable,
} from "../../support/program-builder.ts";

const SHOP = "机构";
const GRADE = enumeration("机构.等级", ["三级", "二级", "一级", "未定级"], ["一级", "二级", "三级"]);
const objects = [object(SHOP, [field("达标", BOOLEAN), field("等级", GRADE), field("位置", COORDINATE)])];

const statusOf = (base: Condition, records: readonly FactRecord[]): string =>
  evaluate(
    program({ objects, decisions: [measure("规则", SHOP, base)], parameters: [parameter("距离标准")] }),
    smallWorld({ records }),
    { at: 0, only: ["规则"] },
  ).outcomes.find((outcome) => outcome.id === "甲")!.status;

describe("a count between two bounds", () => {
  // One counts for certain and one may count: the number is 1 or 2.
  const records = [
    record(SHOP, "甲", { 达标: truth(true) }),
    record(SHOP, "乙", {}),
    record(SHOP, "丙", { 达标: truth(false) }),
  ];
  const counted = (operator: ComparisonOperator, limit: number): Condition =>
    compareTerms(
      {
        kind: "aggregate",
        function: "count",
        candidates: {
          object: SHOP,
          variable: 1,
          scope: { kind: "everywhere" },
          where: holds(variable(SHOP, 1), "达标"),
          except: null,
          origin: origin("达标的机构"),
        },
        of: null,
        type: NUMBER,
        origin: origin("数量"),
      },
      operator,
      literal(number(limit)),
    );

  test.each<[ComparisonOperator, number, string]>([
    ["<", 3, "成立"],
    ["<", 2, "未知"],
    ["<", 1, "不成立"],
    ["<=", 2, "成立"],
    ["<=", 1, "未知"],
    ["<=", 0, "不成立"],
    [">", 0, "成立"],
    [">", 1, "未知"],
    [">", 2, "不成立"],
    [">=", 1, "成立"],
    [">=", 2, "未知"],
    [">=", 3, "不成立"],
    ["=", 1, "未知"],
    ["=", 3, "不成立"],
    ["!=", 0, "成立"],
    ["!=", 2, "未知"],
  ])("%s %i is %s", (operator, limit, status) => {
    expect(statusOf(counted(operator, limit), records)).toBe(status);
  });
});

describe("candidates that nobody asks", () => {
  const others: Condition = {
    kind: "exists",
    quantifier: "atLeast",
    count: literal(number(1)),
    origin: origin("附近有其他机构"),
    candidates: {
      object: SHOP,
      variable: 1,
      scope: {
        kind: "distance",
        metric: "straight",
        limit: usedParameter("距离标准"),
        from: self(SHOP),
        fromField: "位置",
        toField: "位置",
      },
      where: holds(variable(SHOP, 1), "达标"),
      except: self(SHOP),
      origin: origin("其他机构"),
    },
  };

  test("may be there, except the judged record itself", () => {
    expect(statusOf(others, [record(SHOP, "甲", {}), record(SHOP, "乙", { 达标: truth(true) })])).toBe(
      "需裁量",
    );
    expect(statusOf(others, [record(SHOP, "甲", {})])).toBe("不成立");
  });

  test("ask for the facts that the condition lacks, beside what leaves the scope open", () => {
    expect(statusOf(others, [record(SHOP, "甲", {}), record(SHOP, "乙", {})])).toBe("未知");
  });

  test("are not there in any scope where they do not meet the condition", () => {
    const failing = record(SHOP, "乙", { 达标: truth(false) });
    expect(statusOf(others, [record(SHOP, "甲", {}), failing])).toBe("不成立");
  });
});

describe("a value outside the order", () => {
  const grade = (operator: ComparisonOperator): Condition => ({
    kind: "compareOrder",
    operator,
    word: operator,
    left: read(self(SHOP), "等级", GRADE),
    right: literal(choice("二级"), GRADE),
    enumeration: GRADE,
    origin: origin("等级"),
  });

  test.each<[string, ComparisonOperator, string]>([
    ["三级", ">=", "成立"],
    ["二级", ">=", "成立"],
    ["一级", ">=", "不成立"],
    ["未定级", ">=", "不成立"],
    ["未定级", "<", "不成立"],
    ["未定级", "<=", "不成立"],
  ])("%s %s 二级 is %s", (value, operator, status) => {
    expect(statusOf(grade(operator), [record(SHOP, "甲", { 等级: choice(value) })])).toBe(status);
  });

  test("only a missing value is 未知", () => {
    expect(statusOf(grade("<"), [record(SHOP, "甲", {})])).toBe("未知");
  });
});
