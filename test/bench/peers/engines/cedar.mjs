import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { daysOfLimits, withDays, withPlainNames } from "../facts.mjs";

// V8 of Node 20 stops with “unreachable code” when it inlines calls of WebAssembly that come from JavaScript.
setFlagsFromString("--no-turbo-inline-js-wasm-calls");
const cedar = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");

/**
 * One permit for each rule; the policies that allow are the rules that hold, so that one request answers all ten. Two
 * values, on complete records: an error in one operand leaves the whole policy out, whatever the other says. Cedar has
 * whole numbers only, so that decimals come in hundredths, and a quotient is compared by multiplying.
 */
const policies = (limits) => {
  const days = daysOfLimits(limits);
  const c = "context";
  const clinic = `${c}.kind == "定点医疗机构"`;
  const pharmacy = `${c}.kind == "定点零售药店"`;
  const state = `${c}.ownership == "公立"`;
  const privately = `${c}.ownership == "民营"`;
  const strict = `((${c}.visits > 0 && ${c}.cost > ${limits.次均费用标准 * 100} * ${c}.visits) || (${c}.visitsBefore > 0 && 2 * (${c}.visits - ${c}.visitsBefore) > ${c}.visitsBefore))`;
  const exception = `(${c}.grade == "三级" || ${state})`;
  return {
    存量定点取消: `${c}.fraud || ${c}.breaches >= ${limits.连续多次标准}`,
    全覆盖复查: `${c}.reviewed <= ${days.twoYearsAgo}`,
    整改后终止: `${c}.notified <= ${days.periodOver} && !${c}.qualified`,
    自然退出: `${c}.visits == 0 || ${c}.visits < ${limits.业务量极少标准} || !${c}.renewal || ${c}.training == "未通过"`,
    预警适用: `${clinic} && ${privately}`,
    床位利用预警: `${clinic} && ${privately} && ${c}.form == "住院" && ${c}.occupancy < ${limits.床位利用率要求 * 100}`,
    甲类管理: `(${clinic} && ${state}) || (${pharmacy} && ${c}.personalOnly)`,
    乙类管理: `(${clinic} && ${privately} && ["二级", "三级"].contains(${c}.grade)) || (${pharmacy} && ${c}.chain == "大型连锁")`,
    丙类管理: `(${clinic} && ((${privately} && ${c}.grade == "一级") || ${c}.form == "门诊")) || (${pharmacy} && ${c}.chain == "单体")`,
    从严控制规则: `${strict} && !${exception}`,
    从严不适用: `${strict} && ${exception}`,
    持续条件: `${c}.score >= 6050 && ${c}.breaches <= 2 && ${c}.reviewed > ${days.threeYearsAgo}`,
  };
};

const SET = "tiaowen-bench";
const NOBODY = { type: "Institution", id: "one" };

export const create = (limits) => {
  const staticPolicies = Object.fromEntries(
    Object.entries(policies(limits)).map(([name, condition]) => [
      name,
      `permit(principal, action, resource) when { ${condition} };`,
    ]),
  );
  const parsed = cedar.preparsePolicySet(SET, { staticPolicies });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  const measure = (holding, name) => (holding.has(name) ? "成立" : "不成立");
  return [
    {
      name: "@cedar-policy/cedar-wasm",
      kind: "engine",
      threeValued: false,
      prepare: (record) => {
        const { id: _, ...facts } = withPlainNames(withDays(record));
        for (const name of ["occupancy", "cost", "score"]) facts[name] = Math.round(facts[name] * 100);
        return {
          principal: NOBODY,
          action: { type: "Action", id: "check" },
          resource: NOBODY,
          context: facts,
          preparsedPolicySetId: SET,
          entities: [],
        };
      },
      check: (call) => {
        const answer = cedar.statefulIsAuthorized(call);
        if (answer.type !== "success") throw new Error(JSON.stringify(answer));
        const holding = new Set(answer.response.diagnostics.reason);
        return {
          存量定点取消: measure(holding, "存量定点取消"),
          全覆盖复查: measure(holding, "全覆盖复查"),
          整改后终止: measure(holding, "整改后终止"),
          自然退出: measure(holding, "自然退出"),
          床位利用预警: holding.has("预警适用") ? measure(holding, "床位利用预警") : "不适用",
          甲类管理: measure(holding, "甲类管理"),
          乙类管理: measure(holding, "乙类管理"),
          丙类管理: measure(holding, "丙类管理"),
          从严控制规则: holding.has("从严不适用") ? "不适用" : measure(holding, "从严控制规则"),
          持续条件: holding.has("持续条件") ? "符合" : "不符合",
        };
      },
    },
  ];
};
