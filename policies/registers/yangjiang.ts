import { SYNTHETIC, writeCsv, type Cells } from "./register-file.ts";
import { Seeded, place, written, type Place } from "./seeded.ts";
import { PLANTED_APPLICATIONS, PLANTED_DISTANCES, PLANTED_INSTITUTIONS, PLANTED_REGIONS } from "./yangjiang-planted.ts";

/**
 * A register of 阳江 that agrees with the published totals: 7 + 28 + 76 medical institutions, 674 pharmacies,
 * 36万 + 216万 insured, 262.47万 residents. Everything else in it is invented.
 */
export const yangjiangRegister = (): ReadonlyMap<string, string> => {
  const seeded = new Seeded(20_250_124);
  const institutions = [...medicalInstitutions(seeded), ...pharmacies(seeded), ...PLANTED_INSTITUTIONS];
  return new Map([
    ["统筹地区.csv", writeCsv(CITY_COLUMNS, [CITY])],
    ["县区.csv", writeCsv(COUNTY_COLUMNS, COUNTIES)],
    ["规划区域.csv", writeCsv(["编号", "名称", "所属县区", "备注"], [...TOWNS.map(townCells), ...PLANTED_REGIONS])],
    ["定点医药机构.csv", writeCsv(INSTITUTION_COLUMNS, institutions.map(inCity))],
    ["定点申请.csv", writeCsv(APPLICATION_COLUMNS, [...applications(seeded), ...PLANTED_APPLICATIONS].map(inCity))],
    ["经办机构.csv", writeCsv(AGENCY_COLUMNS, AGENCIES.map(inCity))],
    ["步行距离.csv", writeCsv(["起", "止", "距离"], PLANTED_DISTANCES)],
    ["理由.csv", writeCsv(["对象", "编号", "规则", "理由"], REASONS)],
    ["example-parameters/参数.csv", writeCsv(["名称", "地区", "自", "值", "出处"], PARAMETERS)],
  ]);
};

const inCity = (cells: Cells): Cells => ({ ...cells, 所在统筹地区: "阳江市", 备注: SYNTHETIC });

const CITY_COLUMNS = [
  "编号", "名称", "常住人口", "参保人数", "职工医保参保人数", "城乡居民医保参保人数", "上一年度医保基金当期结余",
  "预计本年度可能存在当期收不抵支风险", "收到上级基金运行预警函", "总体床位利用率", "本期新增定点机构数",
  "本期退出定点机构数", "本期新增定点医疗机构数", "医疗费用增长率", "备注",
];

const CITY: Cells = {
  编号: "阳江市",
  名称: "阳江市",
  常住人口: "262.47万人",
  参保人数: "252万人",
  职工医保参保人数: "36万人",
  城乡居民医保参保人数: "216万人",
  上一年度医保基金当期结余: "8600万元",
  预计本年度可能存在当期收不抵支风险: "否",
  收到上级基金运行预警函: "否",
  总体床位利用率: "83.5%",
  本期新增定点机构数: "12",
  本期退出定点机构数: "9",
  本期新增定点医疗机构数: "2",
  医疗费用增长率: "6.4%",
  备注: SYNTHETIC,
};

const COUNTY_COLUMNS = [
  "编号", "名称", "所属统筹地区", "常住人口", "参保人数", "职工医保参保人数", "城乡居民医保参保人数",
  "上一年度医保基金当期结余", "预计本年度可能存在当期收不抵支风险", "收到上级基金运行预警函", "总体床位利用率",
  "相关情况已得到改善", "本期新增定点机构数", "本期退出定点机构数", "医疗费用增长率", "备注",
];

const county = (
  name: string,
  [residents, employed, others]: readonly [number, number, number],
  [balance, beds, improved]: readonly [string, string, string],
  [opened, closed]: readonly [number, number],
  growth: string,
): Cells => ({
  编号: name,
  名称: name,
  所属统筹地区: "阳江市",
  常住人口: String(residents),
  参保人数: String(employed + others),
  职工医保参保人数: String(employed),
  城乡居民医保参保人数: String(others),
  上一年度医保基金当期结余: balance,
  预计本年度可能存在当期收不抵支风险: "否",
  收到上级基金运行预警函: "否",
  总体床位利用率: beds,
  相关情况已得到改善: improved,
  本期新增定点机构数: String(opened),
  本期退出定点机构数: String(closed),
  医疗费用增长率: growth,
  备注: SYNTHETIC,
});

const COUNTIES: readonly Cells[] = [
  county("江城区", [698_900, 142_000, 520_000], ["4200万元", "88.2%", ""], [4, 3], "6.5%"),
  county("阳东区", [447_600, 58_000, 382_000], ["2100万元", "81.0%", ""], [2, 1], "8.4%"),
  county("阳西县", [436_800, 47_000, 372_000], ["-1260万元", "79.9%", "否"], [3, 1], "5.1%"),
  county("阳春市", [873_500, 88_000, 760_000], ["2960万元", "84.6%", ""], [2, 3], "9.3%"),
  county("海陵试验区", [98_700, 13_000, 78_000], ["0元", "80%", ""], [1, 0], "4%"),
  county("高新区", [69_200, 12_000, 48_000], ["600万元", "", ""], [0, 1], "5.7%"),
];

interface Town extends Place {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  /** How many of a hundred institutions stand here, roughly. */
  readonly weight: number;
}

const town = (id: string, county: string, name: string, longitude: number, latitude: number, weight: number): Town => ({
  id,
  county,
  name,
  weight,
  ...place(longitude, latitude),
});

const TOWNS: readonly Town[] = [
  town("Q01", "江城区", "城南片区", 111.963, 21.85, 12),
  town("Q02", "江城区", "城北片区", 111.955, 21.873, 10),
  town("Q03", "江城区", "城西片区", 111.938, 21.858, 6),
  town("Q04", "江城区", "岗列片区", 111.99, 21.846, 4),
  town("Q05", "阳东区", "东城片区", 112.01, 21.878, 8),
  town("Q06", "阳东区", "北惯片区", 112.06, 21.935, 3),
  town("Q07", "阳东区", "合山片区", 112.13, 22.02, 3),
  town("Q08", "阳东区", "东平片区", 112.21, 21.73, 2),
  town("Q09", "阳西县", "织篢片区", 111.62, 21.755, 9),
  town("Q10", "阳西县", "程村片区", 111.72, 21.79, 3),
  town("Q11", "阳西县", "溪头片区", 111.76, 21.66, 2),
  town("Q12", "阳春市", "春城片区", 111.787, 22.173, 15),
  town("Q13", "阳春市", "合水片区", 111.84, 22.28, 4),
  town("Q14", "阳春市", "春湾片区", 112.01, 22.42, 5),
  town("Q15", "阳春市", "潭水片区", 111.66, 22.06, 4),
  town("Q16", "海陵试验区", "闸坡片区", 111.83, 21.58, 4),
  town("Q17", "海陵试验区", "海陵片区", 111.9, 21.63, 2),
  town("Q18", "高新区", "平冈片区", 111.85, 21.76, 4),
];

const townCells = (each: Town): Cells => ({ 编号: each.id, 名称: each.name, 所属县区: each.county, 备注: SYNTHETIC });

const WEIGHTED_TOWNS = TOWNS.flatMap((each) => Array.from({ length: each.weight }, () => each));

const INSTITUTION_COLUMNS = [
  "编号", "名称", "机构类别", "机构类型", "经营性质", "医院等级", "医疗服务形式", "连锁形式", "仅开通个人账户结算业务",
  "具有双通道资格", "能够满足就医购药需求", "床位利用率", "存在违约行为", "存在违反法律法规规定行为", "位置",
  "所在区域", "所在县区", "所在统筹地区", "备注",
];

/** Level and types of the medical institutions that are not planted; with the planted five they make 7, 28 and 76. */
const MEDICAL: readonly (readonly [level: string, type: string, count: number])[] = [
  ["三级", "综合医院", 4],
  ["三级", "中医医院", 2],
  ["三级", "专科医院", 1],
  ["二级", "综合医院", 14],
  ["二级", "中医医院", 5],
  ["二级", "专科医院", 6],
  ["二级", "精神病医院", 3],
  ["一级", "综合医院", 16],
  ["一级", "社区卫生服务中心", 15],
  ["一级", "乡镇卫生院", 38],
  ["一级", "老年病医院", 3],
];

const medicalInstitutions = (seeded: Seeded): Cells[] =>
  MEDICAL.flatMap(([level, type, count]) => Array.from({ length: count }, () => [level, type] as const)).map(
    ([level, type], at) => {
      const number = String(at + 1).padStart(3, "0");
      const primary = type === "社区卫生服务中心" || type === "乡镇卫生院";
      const ownership = level === "三级" || primary || seeded.chance(0.5) ? "公立" : "民营";
      const here = seeded.pick(WEIGHTED_TOWNS);
      return {
        编号: `M${number}`,
        名称: `合成${type}${number}`,
        机构类别: "定点医疗机构",
        机构类型: type,
        经营性质: ownership,
        医院等级: level,
        医疗服务形式: "住院",
        能够满足就医购药需求: seeded.yes(0.7, 0.3),
        床位利用率: seeded.chance(0.1) ? "" : `${(seeded.whole(600, 1020) / 10).toFixed(1)}%`,
        存在违约行为: seeded.yes(0.04, 0.03),
        存在违反法律法规规定行为: seeded.yes(0.02, 0.03),
        位置: written(seeded.near(here, 0.02)),
        所在区域: here.id,
        所在县区: here.county,
      };
    },
  );

const pharmacies = (seeded: Seeded): Cells[] =>
  Array.from({ length: 674 - PLANTED_INSTITUTIONS.filter((each) => each["机构类型"] === "药店").length }, (_, at) => {
    const number = String(at + 1).padStart(3, "0");
    const here = seeded.pick(WEIGHTED_TOWNS);
    return {
      编号: `P${number}`,
      名称: `合成药店${number}`,
      机构类别: "定点零售药店",
      机构类型: "药店",
      经营性质: "民营",
      连锁形式: seeded.pick(["大型连锁", "中小型连锁", "中小型连锁", "单体", "单体"]),
      仅开通个人账户结算业务: seeded.yes(0.6, 0.02),
      具有双通道资格: seeded.yes(0.05),
      能够满足就医购药需求: seeded.yes(0.8, 0.3),
      存在违约行为: seeded.yes(0.04, 0.03),
      存在违反法律法规规定行为: seeded.yes(0.02, 0.03),
      位置: written(seeded.near(here, 0.025)),
      所在区域: here.id,
      所在县区: here.county,
    };
  });

const APPLICATION_COLUMNS = [
  "编号", "名称", "申请类别", "机构类型", "规划期内新开设", "符合规划要求", "列入国家重点建设项目", "列入省级重点建设项目",
  "列入市级重点建设项目", "列入市政府重点建设项目", "属于短板资源类", "符合稳慎新增要求", "位置", "所在区域", "所在县区",
  "所在统筹地区", "备注",
];

const applications = (seeded: Seeded): Cells[] =>
  Array.from({ length: 14 }, (_, at) => {
    const number = String(at + 1).padStart(2, "0");
    const pharmacy = at % 2 === 0;
    const type = pharmacy ? "药店" : seeded.pick(["综合医院", "中医医院", "社区卫生服务中心", "精神病医院", "老年病医院"]);
    const here = seeded.pick(WEIGHTED_TOWNS);
    return {
      编号: `S${number}`,
      名称: `合成申请${number}`,
      申请类别: pharmacy ? "零售药店" : "医疗机构",
      机构类型: type,
      规划期内新开设: seeded.yes(0.7),
      符合规划要求: seeded.yes(0.7, 0.2),
      列入国家重点建设项目: "否",
      列入省级重点建设项目: seeded.yes(0.05),
      列入市级重点建设项目: seeded.yes(0.1, 0.05),
      列入市政府重点建设项目: seeded.yes(0.1),
      属于短板资源类: pharmacy ? "" : seeded.yes(0.2, 0.5),
      符合稳慎新增要求: seeded.yes(0.5, 0.5),
      位置: written(seeded.near(here, 0.02)),
      所在区域: here.id,
      所在县区: here.county,
    };
  });

const AGENCY_COLUMNS = [
  "编号", "名称", "所在县区", "所在统筹地区", "制定年度设置计划", "向社会公示年度设置计划", "制定年度受理计划",
  "及时向社会公布年度受理计划", "开展阶段评估", "备注",
];

const agency = (id: string, where: string, [planned, shown, accepts, published, assessed]: readonly string[]): Cells => ({
  编号: id,
  名称: `合成经办机构（${where}）`,
  所在县区: where,
  制定年度设置计划: planned ?? "",
  向社会公示年度设置计划: shown ?? "",
  制定年度受理计划: accepts ?? "",
  及时向社会公布年度受理计划: published ?? "",
  开展阶段评估: assessed ?? "",
});

const AGENCIES: readonly Cells[] = [
  agency("样本31", "江城区", ["是", "是", "是", "是", "是"]),
  agency("样本32", "阳东区", ["是", "否", "是", "", "否"]),
  agency("样本33", "阳西县", ["是", "", "是", "是", ""]),
  agency("J01", "阳春市", ["是", "是", "是", "是", "是"]),
  agency("J02", "海陵试验区", ["是", "是", "否", "否", "是"]),
  agency("J03", "高新区", ["否", "否", "是", "是", "否"]),
];

const REASONS: readonly Cells[] = [
  { 对象: "县区", 编号: "阳西县", 规则: "县级总量平衡", 理由: "合成数据：两家机构为原址更名，未增加供给" },
  { 对象: "定点申请", 编号: "样本12", 规则: "十五分钟服务圈", 理由: "合成数据：跨越封闭的铁路线，实际通行不便" },
];

const PARAMETERS: readonly Cells[] = [
  { 名称: "床位利用率要求", 值: "80%", 出处: "合成数据 示例值" },
  { 名称: "药店步行十五分钟距离", 值: "1.2公里", 出处: "合成数据 示例值" },
];
