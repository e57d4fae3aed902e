import { describe, expect, test } from "vitest";
import { changesBetween, rowOf, type ChangeRow } from "./rule-pair.ts";
import { asSeenFromBehind, seen } from "./rule-mirror.ts";

interface Kind {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly ChangeRow[];
}

const rule = (sentence: string, more = ""): string => `【规则】甲规则\n${sentence}${more}`;

const LIMITS: readonly Kind[] = [
  {
    name: "a raised limit of less-than reaches more",
    before: rule("机构业务量低于10笔的，退出。"),
    after: rule("机构业务量低于20笔的，退出。"),
    changes: [["threshold", "substantive", "tightened", "10笔", "20笔"]],
  },
  {
    name: "a raised limit of at-least reaches fewer",
    before: rule("机构业务量不低于10笔的，退出。"),
    after: rule("机构业务量不低于20笔的，退出。"),
    changes: [["threshold", "substantive", "loosened", "10笔", "20笔"]],
  },
  {
    name: "a benefit for fewer is 收紧",
    before: rule("机构业务量不低于10笔的，可以补助。"),
    after: rule("机构业务量不低于20笔的，可以补助。"),
    changes: [["threshold", "substantive", "tightened", "10笔", "20笔"]],
  },
  {
    name: "what is asked became harder",
    before: rule("机构应当业务量不低于10笔。"),
    after: rule("机构应当业务量不低于20笔。"),
    changes: [["threshold", "substantive", "tightened", "10笔", "20笔"]],
  },
  {
    name: "under a negation the limit works the other way round",
    before: rule("机构不属于小店的，退出。\n【定义】小店\n小店，是指业务量低于10笔的机构。"),
    after: rule("机构不属于小店的，退出。\n【定义】小店\n小店，是指业务量低于20笔的机构。"),
    changes: [["threshold", "substantive", "loosened", "10笔", "20笔"]],
  },
  {
    name: "an open parameter got a number",
    before: rule(
      "机构步行服务半径内有药店的，不得新增定点。",
      "\n【参数】服务半径\n单位为公里，由未明确确定。",
    ),
    after: rule("机构步行1.5公里内有药店的，不得新增定点。"),
    changes: [["threshold", "substantive", null, "服务半径（未定）", "1.5公里"]],
  },
  {
    name: "a distance in a search",
    before: rule("机构步行1公里内有药店的，不得新增定点。"),
    after: rule("机构步行2公里内有药店的，不得新增定点。"),
    changes: [["threshold", "substantive", "tightened", "1公里", "2公里"]],
  },
  {
    name: "a number of records",
    before: rule("机构步行1公里内至少有2家药店的，不得新增定点。"),
    after: rule("机构步行1公里内至少有3家药店的，不得新增定点。"),
    changes: [["threshold", "substantive", "loosened", "2家", "3家"]],
  },
  {
    name: "a period",
    before: rule("机构距复核日期已满1年的，整改。"),
    after: rule("机构距复核日期已满2年的，整改。"),
    changes: [["threshold", "substantive", "loosened", "1年", "2年"]],
  },
  {
    name: "a grade",
    before: rule("等级二级以上的机构，可以补助。"),
    after: rule("等级一级以上的机构，可以补助。"),
    changes: [["threshold", "substantive", "loosened", "二级", "一级"]],
  },
  {
    name: "how many of a list",
    before: rule(
      "机构符合下列情形中至少2项的，退出：\n（一）违规；\n（二）申请退出；\n（三）类别为诊所；\n（四）性质为民营。",
    ),
    after: rule(
      "机构符合下列情形中至少3项的，退出：\n（一）违规；\n（二）申请退出；\n（三）类别为诊所；\n（四）性质为民营。",
    ),
    changes: [["threshold", "substantive", "loosened", "至少2项", "至少3项"]],
  },
];

const WORDS: readonly Kind[] = [
  {
    name: "the limit itself goes over to the other side",
    before: rule("机构业务量10笔以上的，退出。"),
    after: rule("机构业务量超过10笔的，退出。"),
    changes: [["boundWord", "substantive", "loosened", "以上", "超过"]],
  },
  {
    name: "another word for the same bound",
    before: rule("机构业务量10笔以上的，退出。"),
    after: rule("机构业务量不低于10笔的，退出。"),
    changes: [["wording", "wording", null, "以上", "不低于"]],
  },
  {
    name: "another word for the same force",
    before: rule("机构必须已经整改。"),
    after: rule("机构应当已经整改。"),
    changes: [["wording", "wording", null, "必须", "应当"]],
  },
  {
    name: "another order of the conditions is no change",
    before: rule("机构违规且性质为民营的，退出。"),
    after: rule("机构性质为民营且违规的，退出。"),
    changes: [],
  },
  {
    name: "bound word and limit at once",
    before: rule("机构业务量低于10笔的，退出。"),
    after: rule("机构业务量不超过20笔的，退出。"),
    changes: [
      ["threshold", "substantive", "tightened", "10笔", "20笔"],
      ["boundWord", "substantive", "tightened", "低于", "不超过"],
    ],
  },
];

const CONDITIONS: readonly Kind[] = [
  {
    name: "one more condition",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规且性质为民营的，退出。"),
    changes: [["conditionAdded", "substantive", "loosened", null, "性质为民营"]],
  },
  {
    name: "one condition less",
    before: rule("机构违规且性质为民营的，退出。"),
    after: rule("机构违规的，退出。"),
    changes: [["conditionRemoved", "substantive", "tightened", "性质为民营", null]],
  },
  {
    name: "another condition",
    before: rule("机构违规的，退出。"),
    after: rule("机构申请退出的，退出。"),
    changes: [["conditionChanged", "substantive", null, "违规", "申请退出"]],
  },
  {
    name: "且 became 或者",
    before: rule("机构违规且申请退出的，退出。"),
    after: rule("机构违规或者申请退出的，退出。"),
    changes: [
      [
        "conditionChanged",
        "substantive",
        "tightened",
        "同时符合：违规、申请退出",
        "符合其中之一：违规、申请退出",
      ],
    ],
  },
  {
    name: "one more case",
    before: rule("机构有下列情形之一的，退出：\n（一）违规；\n（二）申请退出。"),
    after: rule("机构有下列情形之一的，退出：\n（一）违规；\n（二）业务量为0笔；\n（三）申请退出。"),
    changes: [["itemAdded", "substantive", "tightened", null, "业务量为0笔"]],
  },
  {
    name: "one case less",
    before: rule("机构有下列情形之一的，退出：\n（一）违规；\n（二）申请退出。"),
    after: rule("机构违规的，退出。"),
    changes: [["itemRemoved", "substantive", "loosened", "申请退出", null]],
  },
  {
    name: "one more requirement in a list",
    before: rule("机构应当同时符合下列条件：\n（一）已经整改；\n（二）业务量不低于10笔。"),
    after: rule("机构应当同时符合下列条件：\n（一）已经整改；\n（二）业务量不低于10笔；\n（三）性质为公立。"),
    changes: [["itemAdded", "substantive", "tightened", null, "性质为公立"]],
  },
  {
    name: "whom the rule looks for",
    before: rule("机构步行1公里内有公立药店的，不得新增定点。"),
    after: rule("机构步行1公里内有药店的，不得新增定点。"),
    changes: [["conditionRemoved", "substantive", "tightened", "公立", null]],
  },
];

const EXCEPTION = "\n【例外】公立机构\n性质为公立的机构，不受甲规则限制。";

const EXCEPTIONS: readonly Kind[] = [
  {
    name: "a new exception",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，退出。", EXCEPTION),
    changes: [["exceptionAdded", "substantive", "loosened", null, "性质为公立"]],
  },
  {
    name: "an exception taken away",
    before: rule("机构违规的，退出。", EXCEPTION),
    after: rule("机构违规的，退出。"),
    changes: [["exceptionRemoved", "substantive", "tightened", "性质为公立", null]],
  },
  {
    name: "a wider exception",
    before: rule("机构违规的，退出。", "\n【例外】小店\n业务量低于10笔的机构，不受甲规则限制。"),
    after: rule("机构违规的，退出。", "\n【例外】小店\n业务量低于20笔的机构，不受甲规则限制。"),
    changes: [["exceptionChanged", "substantive", "loosened", "业务量低于10笔", "业务量低于20笔"]],
  },
  {
    name: "an exception renamed",
    before: rule("机构违规的，退出。", EXCEPTION),
    after: rule("机构违规的，退出。", EXCEPTION.replace("公立机构", "公办机构")),
    changes: [["termRenamed", "wording", null, "公立机构", "公办机构"]],
  },
  {
    name: "a narrower proviso",
    before: rule("机构违规的，退出，但已经整改的除外。"),
    after: rule("机构违规的，退出，但已经整改且性质为公立的除外。"),
    changes: [["exceptionChanged", "substantive", "tightened", "已经整改", "已经整改且性质为公立"]],
  },
  {
    name: "one more value",
    before: rule("机构类别为医院、药店之一的，退出。"),
    after: rule("机构类别为医院、药店、诊所之一的，退出。"),
    changes: [["itemAdded", "substantive", "tightened", null, "诊所"]],
  },
  {
    name: "a proviso",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，退出，但已经整改的除外。"),
    changes: [["exceptionAdded", "substantive", "loosened", null, "已经整改"]],
  },
];

const NORMS: readonly Kind[] = [
  {
    name: "a ban in principle",
    before: rule("机构违规的，不得新增定点。"),
    after: rule("机构违规的，原则上不得新增定点。"),
    changes: [["modality", "substantive", "loosened", "不得新增定点", "原则上不得新增定点"]],
  },
  {
    name: "a duty in principle",
    before: rule("机构应当已经整改。"),
    after: rule("机构原则上应当已经整改。"),
    changes: [["modality", "substantive", "loosened", "应当", "原则上应当"]],
  },
  {
    name: "a duty became a permission",
    before: rule("机构应当已经整改。"),
    after: rule("机构可以已经整改。"),
    changes: [["modality", "substantive", "loosened", "应当", "可以"]],
  },
  {
    name: "a measure in principle",
    before: rule("机构违规的，应当退出。"),
    after: rule("机构违规的，原则上应当退出。"),
    changes: [["modality", "substantive", "loosened", "应当退出", "原则上应当退出"]],
  },
  {
    name: "a benefit that is no longer certain",
    before: rule("机构违规的，应当补助。", "\n【规则】乙规则\n公立机构，鼓励补助。"),
    after: rule("机构违规的，可以补助。", "\n【规则】乙规则\n公立机构，鼓励补助。"),
    changes: [["modality", "substantive", "tightened", "应当补助", "可以补助"]],
  },
  {
    name: "a burden elsewhere ordered became an order here",
    before: rule("机构违规的，可以退出。", "\n【规则】乙规则\n机构申请退出的，应当退出。"),
    after: rule("机构违规的，应当退出。", "\n【规则】乙规则\n机构申请退出的，应当退出。"),
    changes: [["modality", "substantive", "tightened", "可以退出", "应当退出"]],
  },
  {
    name: "a lone permission tells no direction: it may burden or grant",
    before: rule("机构违规的，可以退出。"),
    after: rule("机构违规的，应当退出。"),
    changes: [["modality", "substantive", null, "可以退出", "应当退出"]],
  },
  {
    name: "a prohibition in place of an order tells no direction: what is sought after is not told",
    before: rule("机构违规的，应当退出。"),
    after: rule("机构违规的，不得退出。"),
    changes: [["modality", "substantive", null, "应当退出", "不得退出"]],
  },
  {
    name: "a limit that is forbidden instead of asked is named by a word that is written",
    before: rule("机构应当得分60分以上。"),
    after: rule("机构不得得分60分以上。"),
    changes: [
      ["modality", "substantive", null, "应当", "不得"],
      ["boundWord", "substantive", null, "以上", "低于"],
    ],
  },
  {
    name: "another measure",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，整改。"),
    changes: [["measure", "substantive", null, "退出", "整改"]],
  },
  {
    name: "one more measure",
    before: rule("机构违规的，整改。"),
    after: rule("机构违规的，整改、退出。"),
    changes: [["measure", "substantive", "tightened", null, "退出"]],
  },
  {
    name: "whom it concerns",
    before: rule("药店违规的，退出。"),
    after: rule("机构违规的，退出。"),
    changes: [["subject", "substantive", "tightened", "药店", "机构"]],
  },
  {
    name: "a condition that became part of the subject",
    before: rule("药店违规且申请退出的，退出。"),
    after: rule("违规的药店有下列情形之一的，退出：\n（一）申请退出。"),
    changes: [["subject", "substantive", null, "适用的条件", "主体的限定"]],
  },
  {
    name: "on foot, or as the crow flies",
    before: rule("机构步行1公里内有药店的，不得新增定点。"),
    after: rule("机构直线1公里内有药店的，不得新增定点。"),
    changes: [["scope", "substantive", "tightened", "步行", "直线"]],
  },
  {
    name: "where it looks",
    before: rule("机构所在县区内有药店的，不得新增定点。"),
    after: rule("机构全市有药店的，不得新增定点。"),
    changes: [["scope", "substantive", "tightened", "所在县区内", "不限区域"]],
  },
];

const CLASSES = (value: string, limit = "10笔"): string =>
  `【认定】机构类型\n机构的机构类型，按照下列规定认定：\n（一）业务量低于${limit}，为${value}；\n（二）其他的，为大型。\n` +
  "【规则】甲规则\n机构的机构类型为小型的，退出。\n【规则】乙规则\n机构的机构类型为中型的，整改。";

const SHARED: readonly Kind[] = [
  {
    name: "the class of an item",
    before: CLASSES("小型").replace("（二）", "（二）违规，为中型；\n（三）"),
    after: CLASSES("中型").replace("（二）", "（二）违规，为小型；\n（三）"),
    changes: [
      ["classValue", "substantive", null, "小型", "中型"],
      ["classValue", "substantive", null, "中型", "小型"],
    ],
  },
  {
    name: "a formula",
    before: "【指标】平均支出\n机构的平均支出，为支出除以业务量。\n" + rule("机构平均支出高于10元的，整改。"),
    after:
      "【指标】平均支出\n机构的平均支出，为支出除以2除以业务量。\n" + rule("机构平均支出高于10元的，整改。"),
    changes: [["formula", "substantive", null, "支出除以业务量", "支出除以2除以业务量"]],
  },
  {
    name: "a definition that rules rest on",
    before: "【定义】小店\n小店，是指业务量低于10笔的药店。\n" + rule("小店违规的，退出。"),
    after: "【定义】小店\n小店，是指业务量低于20笔的药店。\n" + rule("小店违规的，退出。"),
    changes: [["threshold", "substantive", "tightened", "10笔", "20笔"]],
  },
];

const PARAMETER = (more: string, owner = "市医保局", name = "标准"): string =>
  `【参数】${name}\n单位为笔，由${owner}确定。${more}\n${rule(`机构业务量低于${name}的，退出。`)}`;

const DECLARED: readonly Kind[] = [
  {
    name: "the value of a parameter",
    before: PARAMETER("自2025年1月1日起为10笔。"),
    after: PARAMETER("自2025年1月1日起为20笔。"),
    changes: [["parameterValue", "substantive", null, "自2025年1月1日起10笔", "自2025年1月1日起20笔"]],
  },
  {
    name: "a parameter that was open",
    before: PARAMETER(""),
    after: PARAMETER("自2025年1月1日起为20笔。"),
    changes: [["parameterValue", "substantive", null, "未定", "自2025年1月1日起20笔"]],
  },
  {
    name: "the day of a parameter",
    before: PARAMETER("自2025年1月1日起为10笔。"),
    after: PARAMETER("自2025年7月1日起为10笔。"),
    changes: [["parameterDate", "substantive", null, "2025年1月1日", "2025年7月1日"]],
  },
  {
    name: "who sets an open parameter",
    before: PARAMETER(""),
    after: PARAMETER("", "省医保局"),
    changes: [["parameterOwner", "conditional", null, "市医保局", "省医保局"]],
  },
  {
    name: "a parameter that nothing uses",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，退出。", "\n【参数】备用标准\n单位为笔，由市医保局确定。"),
    changes: [["parameterAdded", "conditional", null, null, "未定"]],
  },
  {
    name: "a parameter renamed everywhere",
    before: PARAMETER(""),
    after: PARAMETER("", "市医保局", "业务量标准"),
    changes: [["termRenamed", "wording", null, "标准", "业务量标准"]],
  },
  {
    name: "a definition renamed everywhere",
    before: "【定义】小店\n小店，是指业务量低于10笔的药店。\n" + rule("小店违规的，退出。"),
    after: "【定义】小微店\n小微店，是指业务量低于10笔的药店。\n" + rule("小微店违规的，退出。"),
    changes: [["termRenamed", "wording", null, "小店", "小微店"]],
  },
];

const READING = (adopted: string, limit = "10笔"): string =>
  rule(
    `机构有下列情形之一的，退出：\n（一）违规；\n（二）业务量低于${limit}，限「等情形」读法二。`,
    `\n【理解】「等情形」\n读法一：列举已尽；读法二：未尽列举。采读法${adopted}，状态为暂拟。`,
  );

const READINGS: readonly Kind[] = [
  {
    name: "the reading that is adopted",
    before: READING("一"),
    after: READING("二"),
    changes: [["reading", "substantive", null, "读法一：列举已尽", "读法二：未尽列举"]],
  },
  {
    name: "what holds only under a reading that is not adopted",
    before: READING("一"),
    after: READING("一", "20笔"),
    changes: [["threshold", "conditional", "tightened", "10笔", "20笔"]],
  },
  {
    name: "the same under the adopted reading",
    before: READING("二"),
    after: READING("二", "20笔"),
    changes: [["threshold", "substantive", "tightened", "10笔", "20笔"]],
  },
];

const WHOLE: readonly Kind[] = [
  {
    name: "a new rule",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，退出。", "\n【规则】乙规则\n县区涉农的，可以补助。"),
    changes: [["ruleAdded", "substantive", "loosened", null, null]],
  },
  {
    name: "a rule taken away",
    before: rule("机构违规的，退出。", "\n【规则】乙规则\n县区涉农的，整改。"),
    after: rule("机构违规的，退出。"),
    changes: [["ruleDeleted", "substantive", "loosened", null, null]],
  },
  {
    name: "a rule renamed",
    before: rule("机构违规的，退出。"),
    after: rule("机构违规的，退出。").replace("甲规则", "违规机构"),
    changes: [["ruleRenamed", "wording", null, "甲规则", "违规机构"]],
  },
];

const ALL = [
  ...LIMITS,
  ...WORDS,
  ...CONDITIONS,
  ...EXCEPTIONS,
  ...NORMS,
  ...SHARED,
  ...DECLARED,
  ...READINGS,
  ...WHOLE,
];

describe("one change in a policy is told as one", () => {
  test.each(ALL)("$name", ({ before, after, changes }) => {
    const found = changesBetween(before, after);
    expect(found.map(rowOf)).toEqual(changes);
    expect(seen(changesBetween(after, before))).toEqual(asSeenFromBehind(found));
    expect(changesBetween(before, before)).toEqual([]);
    for (const { direction, ground } of found) expect(ground !== null).toBe(direction !== null);
  });
});
