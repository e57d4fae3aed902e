/** The same rule said otherwise: what a careful reader of the law would call no change. */
export interface Rewriting {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const rule = (sentence: string, more = ""): string => `【规则】甲规则\n${sentence}${more}`;

const from = (name: string, before: string, after: string): Rewriting => ({
  name,
  before: rule(before),
  after: rule(after),
});

export const REWRITINGS: readonly Rewriting[] = [
  from("A且B as B且A", "机构违规且业务量低于100笔的，应当退出。", "机构业务量低于100笔且违规的，应当退出。"),
  from(
    "A或者B as B或者A",
    "机构违规或者能够满足需求的，不得补助。",
    "机构能够满足需求或者违规的，不得补助。",
  ),
  from("不低于 as 以上", "机构业务量不低于100笔的，可以补助。", "机构业务量100笔以上的，可以补助。"),
  from("低于 as 不足", "机构得分低于60分的，应当整改。", "机构得分不足60分的，应当整改。"),
  from("应当 as 必须", "机构违规的，应当退出。", "机构违规的，必须退出。"),
  from(
    "a list of cases as 或者",
    "机构有下列情形之一的，应当退出：\n（一）违规；\n（二）申请退出。",
    "机构违规或者申请退出的，应当退出。",
  ),
  from(
    "a list of conditions as 且",
    "机构同时符合下列条件的，可以补助：\n（一）已经整改；\n（二）得分60分以上。",
    "机构已经整改且得分60分以上的，可以补助。",
  ),
  from(
    "cases in another order",
    "机构有下列情形之一的，应当退出：\n（一）违规；\n（二）申请退出；\n（三）占比低于5％。",
    "机构有下列情形之一的，应当退出：\n（一）占比低于5％；\n（二）违规；\n（三）申请退出。",
  ),
  from(
    "a range in two parts",
    "机构业务量低于100笔的，应当整改。",
    "机构有下列情形之一的，应当整改：\n（一）业务量低于50笔；\n（二）业务量50笔以上且业务量低于100笔。",
  ),
  from(
    "a wider limit beside a narrower one",
    "机构业务量低于100笔的，应当整改。",
    "机构业务量低于100笔且业务量低于200笔的，应当整改。",
  ),
  from(
    "a common condition taken out of two cases",
    "机构违规且（申请退出或者性质为民营）的，应当退出。",
    "机构有下列情形之一的，应当退出：\n（一）违规且申请退出；\n（二）违规且性质为民营。",
  ),
  from(
    "a case that another one holds already",
    "机构违规的，应当退出。",
    "机构有下列情形之一的，应当退出：\n（一）违规；\n（二）违规且申请退出。",
  ),
  from(
    "two of two as both",
    "机构有下列情形中至少2项的，应当退出：\n（一）违规；\n（二）申请退出。",
    "机构违规且申请退出的，应当退出。",
  ),
  from(
    "two of three as each two",
    "机构有下列情形中至少2项的，应当退出：\n（一）违规；\n（二）申请退出；\n（三）性质为民营。",
    "机构有下列情形之一的，应当退出：\n（一）违规且申请退出；\n（二）违规且性质为民营；\n（三）申请退出且性质为民营。",
  ),
  from("公里 as 米", "机构步行1.5公里内有药店的，不得新增定点。", "机构步行1500米内有药店的，不得新增定点。"),
  from("万元 as 元", "机构支出超过2万元的，应当整改。", "机构支出超过20000元的，应当整改。"),
  from(
    "two of three values as not the third",
    "机构类别为医院或者类别为药店的，应当公示。",
    "机构类别不为诊所的，应当公示。",
  ),
  from(
    "a grade and above as the grades",
    "机构等级二级以上的，可以补助。",
    "机构等级为三级、二级之一的，可以补助。",
  ),
  from(
    "有 as 至少有1家",
    "机构所在县区内有药店的，不得新增定点。",
    "机构所在县区内至少有1家药店的，不得新增定点。",
  ),
  from(
    "没有 as 至多有0家",
    "机构所在县区内没有药店的，可以新增定点。",
    "机构所在县区内至多有0家药店的，可以新增定点。",
  ),
  from(
    "a year as twelve months",
    "距复核日期已满1年的机构，应当整改。",
    "距复核日期已满12个月的机构，应当整改。",
  ),
  from("a sum on one side", "机构支出加100元高于300元的，应当整改。", "机构支出高于200元的，应当整改。"),
  from(
    "a requirement in one sentence",
    "机构应当同时符合下列条件：\n（一）已经整改；\n（二）得分不低于60分。",
    "机构应当已经整改且得分60分以上。",
  ),
  {
    name: "a proviso as an exception",
    before: rule("机构违规的，应当退出，但已经整改的除外。"),
    after: rule("机构违规的，应当退出。", "\n【例外】整改到位\n机构已经整改的，不受甲规则限制。"),
  },
  {
    name: "a definition written out",
    before: rule(
      "机构属于小店且违规的，应当退出。",
      "\n【定义】小店\n小店，是指类别为药店且业务量低于10笔的机构。",
    ),
    after: rule("机构类别为药店且业务量低于10笔且违规的，应当退出。"),
  },
  {
    name: "not what is not so",
    before: rule("机构不属于大店的，可以补助。", "\n【定义】大店\n大店，是指业务量100笔以上的机构。"),
    after: rule("机构业务量低于100笔的，可以补助。"),
  },
  {
    name: "the rest as the opposite",
    before:
      "【认定】类型\n机构的类型，按照下列规定认定：\n（一）得分60分以上，为甲类；\n（二）其他的，为乙类。",
    after:
      "【认定】类型\n机构的类型，按照下列规定认定：\n（一）得分不足60分，为乙类；\n（二）得分不低于60分，为甲类。",
  },
];
