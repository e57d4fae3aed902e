import { parseFile, type NormSentence, type PolicyFile } from "../../language/index.ts";
import { outlineNorm } from "../support/outline.ts";

/** Words that the sentences of these tests use. */
export const DECLARATIONS = `【对象】定点医药机构
机构类别：定点医疗机构、定点零售药店；
经营性质：公立、民营；
医院等级：由高到低为三级、二级、一级，次序外为未定级；
仅开通个人账户结算业务：是否；
双通道资格：是否；
药品追溯码：是否；
电子处方流转：是否；
符合药师管理要求：是否；
提出续签协议申请：是否；
主动申请解除协议：是否；
能够满足就医购药需求：是否；
情况已改善：是否（由医疗保障部门裁量，否为情况未改善）；
欺诈骗保记录：是否；
培训考核：已通过、未通过；
年度医保业务量：整数（笔）；
上次复核日期：日期；
考核得分：数值（分，两位小数）；
年龄：整数（岁）；
位置：坐标（CGCS2000）；
所在县区：县区。
【对象】县区
名称：文本；
基金当期结余：金额；
医疗费用：金额；
常住人口：整数（人）；
涉农：是否。
【对象】定点申请
机构类别：定点医疗机构、定点零售药店；
列入重点建设项目：是否；
所在县区：县区。
【参数】业务量极少标准
单位为笔，由未明确确定。
【排名】考核排名
定点医药机构按照考核得分由高到低排名；仍相同的，并列。
【措施】
纳入自然退出、限期整改、取消定点、终止医保定点、新增定点、预警整改、淘汰退出、告知其限期整改。
`;

export const parseBlocks = (blocks: string): PolicyFile =>
  parseFile({
    name: "样例.tiaowen",
    text: `【政策】\n名称：样例；\n【完】\n${DECLARATIONS}${blocks}\n【完】\n`,
  });

/** Sentences of one rule in outline, then its findings. */
export const outlineRule = (sentences: string): readonly string[] => {
  const file = parseBlocks(`【规则】甲\n${sentences}`);
  const block = file.blocks.at(-1);
  const norms: readonly NormSentence[] = block?.kind === "rule" ? block.sentences : [];
  return [...norms.flatMap(outlineNorm), ...file.diagnostics.map(({ code }) => `! ${code}`)];
};
