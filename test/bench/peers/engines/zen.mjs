import { ZenEngine } from "@gorules/zen-engine";
import { daysOfLimits, withDays, withPlainNames } from "../facts.mjs";

/** One decision graph with one expression node; levels as in json-logic.mjs: 0 no, 1 未知, 2 需裁量, 3 yes. */
const leaf = (names, condition) =>
  `(${names.map((name) => `${name} == null`).join(" or ")} ? 1 : (${condition} ? 3 : 0))`;
const is = (name, value) => leaf([name], `${name} == '${value}'`);
const compare = (name, operator, limit) => leaf([name], `${name} ${operator} ${limit}`);
const all = (...operands) => `min([${operands.join(", ")}])`;
const any = (...operands) => `max([${operands.join(", ")}])`;
const measure = (level) => status(level, "不成立", "成立");
const status = (level, no, yes) =>
  `(${level} == 0 ? '${no}' : (${level} == 1 ? '未知' : (${level} == 2 ? '需裁量' : '${yes}')))`;

const expressions = (limits) => {
  const days = daysOfLimits(limits);
  return {
    clinic: is("kind", "定点医疗机构"),
    pharmacy: is("kind", "定点零售药店"),
    state: is("ownership", "公立"),
    privately: is("ownership", "民营"),
    private_clinic: all("$.clinic", "$.privately"),
    l1: any(leaf(["fraud"], "fraud == true"), compare("breaches", ">=", limits.连续多次标准)),
    r1: measure("$.l1"),
    l2: compare("reviewed", "<=", days.twoYearsAgo),
    r2: measure("$.l2"),
    l3: all(
      compare("notified", "<=", days.periodOver),
      "(qualified == null ? 2 : (qualified == true ? 0 : 3))",
    ),
    r3: measure("$.l3"),
    l4: any(
      leaf(["visits"], `visits == 0 or visits < ${limits.业务量极少标准}`),
      leaf(["renewal"], "renewal == false"),
      is("training", "未通过"),
    ),
    r4: measure("$.l4"),
    b5: all(is("form", "住院"), compare("occupancy", "<", limits.床位利用率要求)),
    l5: "($.b5 == 0 and $.private_clinic == 3 ? 0 : ($.b5 == 0 ? $.private_clinic : min([$.private_clinic, $.b5])))",
    r5: `($.private_clinic == 0 ? '不适用' : ${measure("$.l5")})`,
    l6: any(all("$.clinic", "$.state"), all("$.pharmacy", leaf(["personalOnly"], "personalOnly == true"))),
    r6: measure("$.l6"),
    l7: any(
      all("$.private_clinic", leaf(["grade"], "grade in ['二级', '三级']")),
      all("$.pharmacy", is("chain", "大型连锁")),
    ),
    r7: measure("$.l7"),
    l8: any(
      all("$.private_clinic", is("grade", "一级")),
      all("$.clinic", is("form", "门诊")),
      all("$.pharmacy", is("chain", "单体")),
    ),
    r8: measure("$.l8"),
    b9: any(
      all(
        compare("visits", ">", 0),
        leaf(["cost", "visits"], `visits > 0 and cost / visits > ${limits.次均费用标准}`),
      ),
      all(
        compare("visitsBefore", ">", 0),
        leaf(["visits", "visitsBefore"], "visitsBefore > 0 and (visits - visitsBefore) / visitsBefore > 0.5"),
      ),
    ),
    e9: any(is("grade", "三级"), "$.state"),
    l9: "($.b9 == 3 and $.e9 == 0 ? 3 : ($.b9 == 3 ? $.e9 : ($.e9 == 0 ? $.b9 : min([$.b9, $.e9]))))",
    r9: `($.b9 == 0 ? '不成立' : ($.e9 == 3 ? '不适用' : ${measure("$.l9")}))`,
    l10: all(
      compare("score", ">=", 60.5),
      compare("breaches", "<=", 2),
      compare("reviewed", ">", days.threeYearsAgo),
    ),
    r10: status("$.l10", "不符合", "符合"),
  };
};

const RULES = [
  "存量定点取消",
  "全覆盖复查",
  "整改后终止",
  "自然退出",
  "床位利用预警",
  "甲类管理",
  "乙类管理",
  "丙类管理",
  "从严控制规则",
  "持续条件",
];

export const create = (limits) => {
  const position = { x: 0, y: 0 };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "input", name: "input", type: "inputNode", position },
      {
        id: "rules",
        name: "rules",
        type: "expressionNode",
        position,
        content: {
          expressions: Object.entries(expressions(limits)).map(([key, value]) => ({ id: key, key, value })),
        },
      },
      { id: "output", name: "output", type: "outputNode", position },
    ],
    edges: [
      { id: "first", sourceId: "input", targetId: "rules", type: "edge" },
      { id: "second", sourceId: "rules", targetId: "output", type: "edge" },
    ],
  });
  return [
    {
      name: "@gorules/zen-engine",
      kind: "engine",
      threeValued: true,
      prepare: (record) => withPlainNames(withDays(record)),
      check: async (record) => {
        const { result } = await decision.evaluate(record);
        return Object.fromEntries(RULES.map((rule, index) => [rule, result[`r${index + 1}`]]));
      },
    },
  ];
};
