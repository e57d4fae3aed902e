import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";

const DECLARATIONS = `【政策】示例
名称：示例办法；
施行：自2025年1月24日起；
有效期：2年；
自称：本办法。
【对象】统筹地区
名称：文本；
常住人口：整数（人）；
上一年度当期结余：金额；
收到预警函：是否；
情况已改善：是否（由医疗保障部门裁量，否为情况未改善）；
本期新增数：整数（家）；
本期退出数：整数（家）。
【对象】县区
名称：文本；
所属统筹地区：统筹地区；
常住人口：整数（人）；
基金当期结余：金额；
医疗费用：金额；
上年医疗费用：金额；
医疗费用增长率：百分比。
【对象】定点医药机构
名称：文本；
机构类别：定点医疗机构、定点零售药店；
经营性质：公立、民营；
医院等级：由高到低为三级、二级、一级，次序外为未定级；
连锁形式：大型连锁、小型连锁、单体；
区域类型：涉农街道、其他街道；
仅开通个人账户结算业务：是否；
年度医保业务量：整数（笔）；
上年年度医保业务量：整数（笔）；
床位利用率：百分比；
考核得分：数值（分，两位小数）；
占地面积：数值（平方米）；
上次复核日期：日期；
协议签订日期：日期；
提出续签协议申请：是否；
主动申请解除协议：是否；
协议签订前培训考核：通过、未通过；
具备药品追溯码：是否；
电子处方流转：是否；
符合药师管理要求：是否；
其他应当退出的情况：是否（由未明确裁量）；
具有双通道资格：是否；
欺诈骗保记录：是否；
能够满足就医需求：是否；
位置：坐标（CGCS2000）；
所在县区：县区。
【对象】定点申请
申请类别：医疗机构、零售药店；
经营性质：公立、民营；
列入重点建设项目：是否；
提交日期：日期；
位置：坐标（CGCS2000）；
所在县区：县区。
【参数】业务量极少标准
单位为笔，由未明确确定。
【参数】考核合格线
单位为分，按县区，由县区医疗保障局确定。
【参数】覆盖家数
单位为家，由市医疗保障局确定。自2025年1月1日起为2家。
【参数】整改期限
单位为日，由未明确确定。
【措施】
纳入自然退出、限期整改、终止医保定点、预警整改、淘汰退出、新增定点、纳入评估范围。
【定义】大型店
大型连锁药店，是指连锁形式为大型连锁的定点零售药店。
业务量极少，是指定点医药机构年度医保业务量低于业务量极少标准。
【指标】增长
定点医药机构的业务增长率，为年度医保业务量较上年增长。
【排名】考核排名
同一县区的定点医药机构按照考核得分由高到低排名；仍相同的，并列。
【排名】业务排名
定点零售药店按照年度医保业务量由高到低排名；仍相同的，抽签；名次数进一。
【完】
第一条　定点医药机构有业务量极少等情况的，纳入自然退出范围。
【理解】「等情况」
读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。
`;

/** The sample policy with further blocks under its one article. */
export const sampleText = (blocks: string): string => `${DECLARATIONS}${blocks}\n【完】\n`;

export const compileSample = (blocks: string): CompiledPolicy =>
  compile({ policy: { name: "示例.tiaowen", text: sampleText(blocks) }, vocabularies: [] });

/** One sentence as the only rule. */
export const compileRule = (sentence: string): CompiledPolicy => compileSample(`【规则】规则甲\n${sentence}`);

/** Codes of the errors, in order of place. */
export const errorsOf = ({ diagnostics }: CompiledPolicy): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
