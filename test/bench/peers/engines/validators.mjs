import { Ajv } from "ajv";
import { Compile } from "typebox/compile";
import { daysOfLimits, withDays } from "../facts.mjs";

/**
 * A rule holds where its schema accepts the record. Schemas compare a value with a constant and nothing else, so that
 * 从严控制规则, which divides, is left out; and they know two values, so that records are complete.
 */
const schemas = (limits) => {
  const days = daysOfLimits(limits);
  const where = (properties) => ({ type: "object", properties, required: Object.keys(properties) });
  const is = (name, value) => ({ [name]: { const: value } });
  const number = (name, bound) => ({ [name]: { type: "number", ...bound } });
  const clinic = is("机构类别", "定点医疗机构");
  const pharmacy = is("机构类别", "定点零售药店");
  const privately = is("经营性质", "民营");
  return {
    存量定点取消: {
      anyOf: [
        where(is("存在欺诈骗保行为", true)),
        where(number("连续违规违约次数", { minimum: limits.连续多次标准 })),
      ],
    },
    全覆盖复查: where(number("上次复核日期", { maximum: days.twoYearsAgo })),
    整改后终止: where({
      ...number("告知限期整改日期", { maximum: days.periodOver }),
      ...is("符合准入标准", false),
    }),
    自然退出: {
      anyOf: [
        where(is("年度医保业务量", 0)),
        where(number("年度医保业务量", { exclusiveMaximum: limits.业务量极少标准 })),
        where(is("提出续签协议申请", false)),
        where(is("协议签订前培训考核", "未通过")),
      ],
    },
    预警适用: where({ ...clinic, ...privately }),
    床位利用预警: where({
      ...clinic,
      ...privately,
      ...is("医疗服务形式", "住院"),
      ...number("床位利用率", { exclusiveMaximum: limits.床位利用率要求 }),
    }),
    甲类管理: {
      anyOf: [
        where({ ...clinic, ...is("经营性质", "公立") }),
        where({ ...pharmacy, ...is("仅开通个人账户结算业务", true) }),
      ],
    },
    乙类管理: {
      anyOf: [
        where({ ...clinic, ...privately, 医院等级: { enum: ["二级", "三级"] } }),
        where({ ...pharmacy, ...is("连锁形式", "大型连锁") }),
      ],
    },
    丙类管理: {
      anyOf: [
        where({ ...clinic, ...privately, ...is("医院等级", "一级") }),
        where({ ...clinic, ...is("医疗服务形式", "门诊") }),
        where({ ...pharmacy, ...is("连锁形式", "单体") }),
      ],
    },
    持续条件: where({
      ...number("综合考核得分", { minimum: 60.5 }),
      ...number("连续违规违约次数", { maximum: 2 }),
      ...number("上次复核日期", { exclusiveMinimum: days.threeYearsAgo }),
    }),
  };
};

const statuses = (holds) => (record) => {
  const measure = (name) => (holds[name](record) ? "成立" : "不成立");
  return {
    存量定点取消: measure("存量定点取消"),
    全覆盖复查: measure("全覆盖复查"),
    整改后终止: measure("整改后终止"),
    自然退出: measure("自然退出"),
    床位利用预警: holds.预警适用(record) ? measure("床位利用预警") : "不适用",
    甲类管理: measure("甲类管理"),
    乙类管理: measure("乙类管理"),
    丙类管理: measure("丙类管理"),
    持续条件: holds.持续条件(record) ? "符合" : "不符合",
  };
};

export const create = (limits) => {
  const ajv = new Ajv();
  const each = (compile) =>
    Object.fromEntries(Object.entries(schemas(limits)).map(([name, schema]) => [name, compile(schema)]));
  const typebox = (schema) => {
    const validator = Compile(schema);
    return (record) => validator.Check(record);
  };
  const validator = { kind: "validator", threeValued: false, prepare: withDays, without: ["从严控制规则"] };
  return [
    { ...validator, name: "ajv（九条）", check: statuses(each((schema) => ajv.compile(schema))) },
    { ...validator, name: "typebox（九条）", check: statuses(each(typebox)) },
  ];
};
