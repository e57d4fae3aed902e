import { PLANTED_APPLICATIONS, PLANTED_AREAS, PLANTED_DISTANCES, PLANTED_INSTITUTIONS } from "./mudanjiang-planted.ts";
import { SYNTHETIC, writeCsv, type Cells } from "./register-file.ts";
import { Seeded, place, written, type Place } from "./seeded.ts";

/** A small register of 牡丹江: sixty institutions in ten counties. All of it is invented. */
export const mudanjiangRegister = (): ReadonlyMap<string, string> => {
  const seeded = new Seeded(20_250_716);
  const institutions = [...medicalInstitutions(seeded), ...pharmacies(seeded), ...PLANTED_INSTITUTIONS];
  return new Map([
    ["统筹地区.csv", writeCsv(CITY_COLUMNS, [CITY])],
    ["县区.csv", writeCsv(COUNTY_COLUMNS, COUNTIES.map(countyCells))],
    ["规划区域.csv", writeCsv(AREA_COLUMNS, PLANTED_AREAS)],
    ["定点医药机构.csv", writeCsv(INSTITUTION_COLUMNS, institutions.map(inCity))],
    ["定点申请.csv", writeCsv(APPLICATION_COLUMNS, PLANTED_APPLICATIONS)],
    ["步行距离.csv", writeCsv(["起", "止", "距离"], PLANTED_DISTANCES)],
    ["理由.csv", writeCsv(["对象", "编号", "规则", "理由"], REASONS)],
    ["example-parameters/参数.csv", writeCsv(["名称", "地区", "自", "值", "出处"], PARAMETERS)],
  ]);
};

const inCity = (cells: Cells): Cells => ({ ...cells, 所在统筹地区: "牡丹江市", 备注: SYNTHETIC });

const CITY_COLUMNS = [
  "编号", "名称", "常住人口", "参保人数", "上一年度医保基金当期结余", "预计本年度可能存在当期收不抵支风险",
  "收到上级基金运行预警函", "总体床位利用率", "相关情况已得到改善", "本期新增定点机构数", "本期退出定点机构数", "备注",
];

const CITY: Cells = {
  编号: "牡丹江市",
  名称: "牡丹江市",
  常住人口: "218万人",
  参保人数: "202万人",
  上一年度医保基金当期结余: "-320万元",
  预计本年度可能存在当期收不抵支风险: "否",
  收到上级基金运行预警函: "否",
  总体床位利用率: "72.4%",
  相关情况已得到改善: "否",
  本期新增定点机构数: "2",
  本期退出定点机构数: "3",
  备注: SYNTHETIC,
};

const COUNTY_COLUMNS = ["编号", "名称", "所属统筹地区", "常住人口", "门诊特殊慢性病人数", "备注"];

interface County extends Place {
  readonly name: string;
  readonly residents: string;
  readonly patients: string;
  /** Whether its two invented pharmacies are 双通道, as written. */
  readonly dualChannel: readonly [string, string];
}

const county = (
  name: string,
  [longitude, latitude]: readonly [number, number],
  [residents, patients]: readonly [string, string],
  dualChannel: readonly [string, string],
): County => ({ name, residents, patients, dualChannel, ...place(longitude, latitude) });

const COUNTIES: readonly County[] = [
  county("西安区", [129.616, 44.578], ["24.1万人", "15200"], ["是", "否"]),
  county("东安区", [129.627, 44.581], ["19.6万人", "12800"], ["是", "否"]),
  county("爱民区", [129.592, 44.597], ["26.3万人", "16900"], ["是", "是"]),
  county("阳明区", [129.635, 44.596], ["21.8万人", "13400"], ["否", "是"]),
  county("穆棱市", [130.524, 44.919], ["21.7万人", "11300"], ["是", ""]),
  county("绥芬河市", [131.153, 44.412], ["11.3万人", "4100"], ["否", "否"]),
  county("海林市", [129.381, 44.594], ["30.5万人", "17600"], ["是", "否"]),
  county("宁安市", [129.483, 44.341], ["31.2万人", ""], ["是", "否"]),
  county("东宁市", [131.123, 44.087], ["16.4万人", "7200"], ["否", "否"]),
  county("林口县", [130.284, 45.278], ["15.1万人", "9800"], ["否", ""]),
];

const countyCells = (each: County): Cells => ({
  编号: each.name,
  名称: each.name,
  所属统筹地区: "牡丹江市",
  常住人口: each.residents,
  门诊特殊慢性病人数: each.patients,
  备注: SYNTHETIC,
});

const AREA_COLUMNS = ["编号", "名称", "所属县区", "定点零售药店相对不足", "定点零售药店相对饱和", "备注"];

const INSTITUTION_COLUMNS = [
  "编号", "名称", "机构类别", "机构类型", "经营性质", "医院等级", "医疗服务形式", "连锁形式", "仅开通个人账户结算业务",
  "具有门诊统筹资格", "具有双通道资格", "能够满足就医需求", "存在欺诈骗保行为", "连续违规违约次数", "符合准入标准",
  "告知限期整改日期", "整改后仍不符合准入标准", "上次复核日期", "年度医保业务量", "提出续签协议申请", "主动申请解除协议",
  "协议签订前培训考核", "具备药品追溯码", "具备电子处方流转", "符合药师管理要求", "综合考核得分", "位置", "所在县区",
  "所在统筹地区", "备注",
];

/** What most institutions have in common; a few facts are missing here and there, as in any register. */
const ordinary = (seeded: Seeded, score: string): Cells => ({
  存在欺诈骗保行为: seeded.yes(0.02, 0.05),
  连续违规违约次数: String(seeded.pick([0, 0, 0, 0, 1, 2])),
  符合准入标准: seeded.yes(0.95, 0.05),
  上次复核日期: seeded.chance(0.1) ? "" : `202${seeded.whole(2, 4)}-0${seeded.whole(1, 9)}-${seeded.whole(10, 28)}`,
  年度医保业务量: seeded.chance(0.08) ? "" : String(seeded.whole(120, 90_000)),
  提出续签协议申请: seeded.yes(0.97),
  主动申请解除协议: "否",
  协议签订前培训考核: seeded.chance(0.06) ? "" : "已通过",
  具备药品追溯码: seeded.yes(0.96, 0.04),
  具备电子处方流转: seeded.yes(0.92, 0.06),
  综合考核得分: score,
});

const MEDICAL_TYPES: readonly (readonly [type: string, level: string, ownership: string, service: string])[] = [
  ["综合医院", "三级", "公立", "住院"],
  ["综合医院", "二级", "公立", "住院"],
  ["综合医院", "二级", "民营", "住院"],
  ["专科医院", "二级", "民营", "住院"],
  ["专科医院", "一级", "民营", "住院"],
  ["社区卫生服务中心", "一级", "公立", "住院"],
  ["乡镇卫生院", "一级", "公立", "住院"],
  ["乡镇卫生院", "一级", "公立", "住院"],
  ["门诊部", "未定级", "民营", "门诊"],
];

/** Scores of the invented institutions, all above those of the planted ones that rank last. */
const scoreOf = (at: number): string => (74 + at * 0.75).toFixed(2);

const medicalInstitutions = (seeded: Seeded): Cells[] =>
  MEDICAL_TYPES.map(([type, level, ownership, service], at) => {
    const here = COUNTIES[at % COUNTIES.length]!;
    return {
      编号: `M${String(at + 1).padStart(2, "0")}`,
      名称: `合成${type}${at + 1}`,
      机构类别: "定点医疗机构",
      机构类型: type,
      经营性质: ownership,
      医院等级: level,
      医疗服务形式: service,
      能够满足就医需求: seeded.yes(0.7, 0.3),
      ...ordinary(seeded, scoreOf(at)),
      位置: written(seeded.near(here, 0.02)),
      所在县区: here.name,
    };
  });

const pharmacies = (seeded: Seeded): Cells[] =>
  COUNTIES.flatMap((here) => here.dualChannel.map((dualChannel) => ({ here, dualChannel }))).map((stand, at) =>
    pharmacy(seeded, stand.here, stand.dualChannel, at),
  );

const pharmacy = (seeded: Seeded, here: County, dualChannel: string, at: number): Cells => ({
  编号: `P${String(at + 1).padStart(2, "0")}`,
  名称: `合成药店${at + 1}`,
  机构类别: "定点零售药店",
  机构类型: "药店",
  经营性质: "民营",
  连锁形式: seeded.pick(["大型连锁", "中小型连锁", "单体"]),
  仅开通个人账户结算业务: seeded.yes(0.4, 0.05),
  具有门诊统筹资格: seeded.yes(0.4),
  具有双通道资格: dualChannel,
  ...ordinary(seeded, scoreOf(at + MEDICAL_TYPES.length)),
  符合药师管理要求: seeded.yes(0.95, 0.05),
  位置: written(seeded.near(here, 0.02)),
  所在县区: here.name,
});

const APPLICATION_COLUMNS = [
  "编号", "名称", "申请类别", "机构类型", "地处乡村", "符合医保定点条件", "规划期内新开设", "符合规划要求",
  "列入国家重点建设项目", "列入省级重点建设项目", "列入市级重点建设项目", "符合稳慎新增要求", "位置", "所在区域", "所在县区",
  "所在统筹地区", "备注",
];

const REASONS: readonly Cells[] = [
  { 对象: "县区", 编号: "东宁市", 规则: "双通道药店覆盖", 理由: "合成数据：唯一一家停业装修，预计两个月内恢复" },
  { 对象: "定点申请", 编号: "样本45", 规则: "稳慎新增", 理由: "合成数据：列入省级重点建设项目，经集体研究" },
];

const example = (name: string, value: string): Cells => ({ 名称: name, 值: value, 出处: "合成数据 示例值" });

const PARAMETERS: readonly Cells[] = [
  example("床位利用率要求", "85%"),
  example("连续多次标准", "3次"),
  example("服务圈半径", "1.5公里"),
  example("本轮复查起始日", "2024-01-01"),
  example("整改期限", "30日"),
  example("业务量极少标准", "50笔"),
  example("排名靠后比例", "10%"),
];
