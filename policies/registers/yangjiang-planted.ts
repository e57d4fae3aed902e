import { SYNTHETIC, type Cells } from "./register-file.ts";
import { place, written, type Place } from "./seeded.ts";

/** The planted records stand in the empty north-east, more than five kilometres from all others. */
const inSample = (id: string, at: Place | null, cells: Cells): Cells => ({
  编号: id,
  名称: `合成${id}`,
  所在区域: "样本52",
  所在县区: "阳春市",
  ...(at === null ? {} : { 位置: written(at) }),
  ...cells,
});

/** About a kilometre north of a place. */
const northOf = (at: Place, degrees = 0.009): Place => place(at.longitude, at.latitude + degrees);

const HOSPITAL_WITH_CARE = place(112.15, 22.4);
const HOSPITAL_WITHOUT_CARE = place(112.2, 22.4);
const HOSPITAL_NOT_JUDGED = place(112.25, 22.4);
const OLD_PHARMACY = place(112.15, 22.45);
const EMPTY_TOWN = place(112.2, 22.5);

export const PLANTED_REGIONS: readonly Cells[] = [
  { 编号: "样本51", 名称: "样本空白片区", 所属县区: "阳春市", 备注: SYNTHETIC },
  { 编号: "样本52", 名称: "样本片区", 所属县区: "阳春市", 备注: SYNTHETIC },
];

const hospital = (id: string, type: string, meetsNeeds: string, at: Place | null): Cells =>
  inSample(id, at, {
    机构类别: "定点医疗机构",
    机构类型: type,
    经营性质: "民营",
    医院等级: "一级",
    医疗服务形式: "住院",
    能够满足就医购药需求: meetsNeeds,
    床位利用率: "82.0%",
    存在违约行为: "否",
    存在违反法律法规规定行为: "否",
  });

const pharmacy = (id: string, at: Place, breach: string, offence: string): Cells =>
  inSample(id, at, {
    机构类别: "定点零售药店",
    机构类型: "药店",
    经营性质: "民营",
    连锁形式: "单体",
    仅开通个人账户结算业务: "是",
    具有双通道资格: "否",
    能够满足就医购药需求: "否",
    存在违约行为: breach,
    存在违反法律法规规定行为: offence,
  });

export const PLANTED_INSTITUTIONS: readonly Cells[] = [
  hospital("样本01", "中医医院", "是", HOSPITAL_WITH_CARE),
  hospital("样本02", "综合医院", "否", HOSPITAL_WITHOUT_CARE),
  hospital("样本03", "综合医院", "", HOSPITAL_NOT_JUDGED),
  hospital("样本05", "专科医院", "是", null),
  pharmacy("样本04", OLD_PHARMACY, "否", "否"),
  pharmacy("样本06", place(112.1, 22.55), "是", "否"),
  pharmacy("样本07", place(112.1, 22.56), "否", ""),
  pharmacy("样本08", place(112.1, 22.57), "否", "否"),
  pharmacy("样本09", place(112.1, 22.58), "", "是"),
];

const NO_PROJECT: Cells = {
  列入国家重点建设项目: "否",
  列入省级重点建设项目: "否",
  列入市级重点建设项目: "否",
  列入市政府重点建设项目: "否",
};

const clinic = (id: string, type: string, at: Place, cells: Cells = {}): Cells =>
  inSample(id, at, {
    申请类别: "医疗机构",
    机构类型: type,
    规划期内新开设: "是",
    符合规划要求: "是",
    ...NO_PROJECT,
    属于短板资源类: "否",
    ...cells,
  });

const shop = (id: string, at: Place, cells: Cells = {}): Cells =>
  inSample(id, at, {
    申请类别: "零售药店",
    机构类型: "药店",
    规划期内新开设: "是",
    符合规划要求: "是",
    ...NO_PROJECT,
    ...cells,
  });

export const PLANTED_APPLICATIONS: readonly Cells[] = [
  clinic("样本11", "中医医院", northOf(HOSPITAL_WITH_CARE)),
  clinic("样本12", "中医医院", northOf(HOSPITAL_WITH_CARE)),
  clinic("样本13", "中医医院", northOf(HOSPITAL_WITH_CARE)),
  clinic("样本14", "中医医院", northOf(HOSPITAL_WITH_CARE)),
  clinic("样本15", "中医医院", northOf(HOSPITAL_WITH_CARE, 0.018)),
  clinic("样本16", "中医医院", northOf(HOSPITAL_WITH_CARE), { 列入省级重点建设项目: "是" }),
  clinic("样本17", "综合医院", northOf(HOSPITAL_WITHOUT_CARE, 0.008)),
  clinic("样本18", "综合医院", northOf(HOSPITAL_NOT_JUDGED, 0.008)),
  clinic("样本19", "专科医院", place(112.25, 22.5)),
  shop("样本20", northOf(OLD_PHARMACY)),
  shop("样本21", northOf(OLD_PHARMACY)),
  shop("样本23", EMPTY_TOWN, { 所在区域: "样本51" }),
  shop("样本24", EMPTY_TOWN, { 所在区域: "样本51", 符合规划要求: "" }),
  shop("样本25", EMPTY_TOWN),
  clinic("样本26", "综合医院", place(112.25, 22.55), { 列入市政府重点建设项目: "是", 属于短板资源类: "" }),
  shop("样本27", place(112.2, 22.55), { 列入市政府重点建设项目: "是" }),
  clinic("样本28", "中医医院", northOf(HOSPITAL_WITH_CARE), { 列入市级重点建设项目: "" }),
];

const walk = (from: string, to: string, distance: string): Cells => ({ 起: from, 止: to, 距离: distance });

export const PLANTED_DISTANCES: readonly Cells[] = [
  walk("样本11", "样本01", "1.4公里"),
  walk("样本12", "样本01", "1.5公里"),
  walk("样本13", "样本01", "1501米"),
  walk("样本16", "样本01", "1400米"),
  walk("样本28", "样本01", "1.4公里"),
  walk("样本17", "样本02", "1公里"),
  walk("样本18", "样本03", "1公里"),
  walk("样本20", "样本04", "1.5公里"),
  walk("样本21", "样本04", "1501米"),
];
