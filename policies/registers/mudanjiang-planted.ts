import { SYNTHETIC, type Cells } from "./register-file.ts";
import { place, written, type Place } from "./seeded.ts";

/** Facts under which no rule has anything to say. */
const BLAMELESS: Cells = {
  存在欺诈骗保行为: "否",
  连续违规违约次数: "0",
  符合准入标准: "是",
  整改后仍不符合准入标准: "否",
  上次复核日期: "2024-11-20",
  年度医保业务量: "8000",
  提出续签协议申请: "是",
  主动申请解除协议: "否",
  协议签订前培训考核: "已通过",
  具备药品追溯码: "是",
  具备电子处方流转: "是",
  符合药师管理要求: "是",
  综合考核得分: "98",
  所在县区: "西安区",
};

/** The planted institutions stand in an empty place, ten kilometres from all others. */
const SITE = place(129.9, 44.75);

/** About a kilometre north of a place. */
const northOf = (at: Place, degrees = 0.009): Place => place(at.longitude, at.latitude + degrees);

const pharmacy = (id: string, cells: Cells): Cells => ({
  编号: id,
  名称: `合成${id}`,
  机构类别: "定点零售药店",
  机构类型: "药店",
  经营性质: "民营",
  连锁形式: "单体",
  仅开通个人账户结算业务: "否",
  具有门诊统筹资格: "是",
  具有双通道资格: "否",
  ...BLAMELESS,
  位置: written(SITE),
  ...cells,
});

const hospital = (id: string, cells: Cells): Cells => ({
  编号: id,
  名称: `合成${id}`,
  机构类别: "定点医疗机构",
  机构类型: "综合医院",
  经营性质: "民营",
  医院等级: "二级",
  医疗服务形式: "住院",
  能够满足就医需求: "是",
  ...BLAMELESS,
  位置: written(SITE),
  ...cells,
});

/** 第十六条 and, by their scores, 第十七条. */
const LEAVING: readonly Cells[] = [
  pharmacy("样本01", { 年度医保业务量: "0笔", 综合考核得分: "60" }),
  pharmacy("样本02", { 年度医保业务量: "5笔", 综合考核得分: "61" }),
  pharmacy("样本03", { 年度医保业务量: "", 综合考核得分: "62" }),
  pharmacy("样本04", { 年度医保业务量: "", 主动申请解除协议: "是", 综合考核得分: "63" }),
  pharmacy("样本05", { 年度医保业务量: "50笔", 综合考核得分: "64" }),
  pharmacy("样本06", { 年度医保业务量: "800", 具备电子处方流转: "否", 综合考核得分: "65" }),
  pharmacy("样本07", { 协议签订前培训考核: "未通过", 综合考核得分: "65.00" }),
  pharmacy("样本08", { 符合药师管理要求: "否", 综合考核得分: "66" }),
  pharmacy("样本09", { 提出续签协议申请: "否" }),
];

/** 第十八条. */
const CLASSES: readonly Cells[] = [
  pharmacy("样本11", { 仅开通个人账户结算业务: "是" }),
  hospital("样本12", { 机构类型: "门诊部", 经营性质: "公立", 医院等级: "未定级", 医疗服务形式: "门诊" }),
  pharmacy("样本13", { 连锁形式: "中小型连锁" }),
  pharmacy("样本14", { 连锁形式: "大型连锁" }),
  hospital("样本15", {}),
  hospital("样本16", { 医院等级: "一级" }),
  hospital("样本17", { 经营性质: "公立", 医院等级: "三级" }),
  hospital("样本18", { 医院等级: "未定级" }),
  pharmacy("样本19", { 连锁形式: "大型连锁", 仅开通个人账户结算业务: "是" }),
  hospital("样本20", { 机构类型: "门诊部", 医疗服务形式: "门诊" }),
  pharmacy("样本21", { 仅开通个人账户结算业务: "" }),
];

/** 第六条 and 第十五条. */
const WATCHED: readonly Cells[] = [
  pharmacy("样本22", { 存在欺诈骗保行为: "是" }),
  pharmacy("样本23", { 连续违规违约次数: "3" }),
  pharmacy("样本24", { 连续违规违约次数: "2" }),
  pharmacy("样本25", { 存在欺诈骗保行为: "", 连续违规违约次数: "2" }),
  pharmacy("样本26", { 上次复核日期: "2023年6月1日", 符合准入标准: "否", 告知限期整改日期: "2025-04-15", 整改后仍不符合准入标准: "是" }),
  pharmacy("样本27", { 上次复核日期: "2023年6月2日" }),
  pharmacy("样本28", { 上次复核日期: "", 符合准入标准: "", 整改后仍不符合准入标准: "" }),
];

/** 第十条: what stands near the applications. */
const NEIGHBOURS: readonly Cells[] = [
  hospital("样本31", { 机构类型: "中医医院" }),
  hospital("样本32", { 机构类型: "精神病医院", 能够满足就医需求: "否" }),
  hospital("样本33", { 机构类型: "老年病医院", 能够满足就医需求: "" }),
  hospital("样本34", { 机构类型: "社区卫生服务中心", 经营性质: "公立", 医院等级: "一级" }),
];

export const PLANTED_INSTITUTIONS: readonly Cells[] = [...LEAVING, ...CLASSES, ...WATCHED, ...NEIGHBOURS];

const area = (id: string, lacking: string, saturated: string): Cells => ({
  编号: id,
  名称: `合成片区${id}`,
  所属县区: "西安区",
  定点零售药店相对不足: lacking,
  定点零售药店相对饱和: saturated,
  备注: SYNTHETIC,
});

export const PLANTED_AREAS: readonly Cells[] = [area("样本61", "是", "否"), area("样本62", "否", "是"), area("样本63", "", "")];

const application = (id: string, cells: Cells): Cells => ({
  编号: id,
  名称: `合成申请${id}`,
  申请类别: "医疗机构",
  列入国家重点建设项目: "否",
  列入省级重点建设项目: "否",
  列入市级重点建设项目: "否",
  位置: written(northOf(SITE)),
  所在县区: "西安区",
  所在统筹地区: "牡丹江市",
  备注: SYNTHETIC,
  ...cells,
});

const shop = (id: string, cells: Cells): Cells =>
  application(id, { 申请类别: "零售药店", 机构类型: "药店", 规划期内新开设: "是", 符合规划要求: "是", ...cells });

export const PLANTED_APPLICATIONS: readonly Cells[] = [
  application("样本41", { 机构类型: "中医医院", 符合稳慎新增要求: "是" }),
  application("样本42", { 机构类型: "中医医院", 符合稳慎新增要求: "否" }),
  application("样本43", { 机构类型: "中医医院" }),
  application("样本44", { 机构类型: "中医医院", 位置: written(northOf(SITE, 0.018)), 所在统筹地区: "" }),
  application("样本45", { 机构类型: "中医医院", 列入省级重点建设项目: "是", 符合稳慎新增要求: "否" }),
  application("样本46", { 机构类型: "精神病医院" }),
  application("样本47", { 机构类型: "传染病医院" }),
  application("样本48", { 机构类型: "村卫生室", 地处乡村: "是", 符合医保定点条件: "是" }),
  application("样本49", { 机构类型: "村卫生室", 地处乡村: "是", 符合医保定点条件: "" }),
  application("样本50", { 机构类型: "村卫生室", 地处乡村: "否", 符合医保定点条件: "是" }),
  shop("样本51", { 所在区域: "样本61" }),
  shop("样本52", { 所在区域: "样本62" }),
  shop("样本53", { 所在区域: "样本63" }),
  shop("样本54", { 所在区域: "样本61", 符合规划要求: "" }),
];

const walk = (from: string, to: string, distance: string): Cells => ({ 起: from, 止: to, 距离: distance });

export const PLANTED_DISTANCES: readonly Cells[] = [
  walk("样本41", "样本31", "1.4公里"),
  walk("样本42", "样本31", "1501米"),
  walk("样本45", "样本31", "1.4公里"),
];
