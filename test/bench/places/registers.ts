import { seeded } from "../support/seeded.ts";

/** A canonical record of a place. */
export interface Place {
  readonly 编号: string;
  readonly 机构类别: string;
  readonly 位置: string;
}

/**
 * Institutions in towns of 50 to 3,000, the larger the denser, as they stand in a province. Ten times as many
 * institutions are ten times as many towns, so that the neighbours of each stay as many. 合成数据.
 */
export const makePlaces = (count: number): readonly Place[] => {
  const random = seeded(150);
  const normal = (): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  };
  const places: Omit<Place, "编号">[] = [];
  while (places.length < count) {
    const size = Math.min(Math.round(50 * 60 ** (random() ** 2)), count - places.length);
    const longitude = 122 + random() * 12;
    const latitude = 40 + random() * 8;
    const degrees = (0.4 * size ** 0.25) / 111;
    for (let each = 0; each < size; each += 1) {
      const north = normal() * degrees;
      const east = (normal() * degrees) / Math.cos((latitude * Math.PI) / 180);
      places.push({
        机构类别: TYPES[Math.floor(random() * TYPES.length)]!,
        位置: `${round(longitude + east)},${round(latitude + north)}`,
      });
    }
  }
  // In no order of places: a register is sorted by number, not by where things stand.
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [places[last], places[other]] = [places[other]!, places[last]!];
  }
  const numbered = places.map((place, index) => ({
    编号: `J${String(index + 1).padStart(6, "0")}`,
    ...place,
  }));
  return JSON.parse(JSON.stringify(numbered)) as Place[];
};

const TYPES = ["综合医院", "诊所", "门诊部", "药店", "药店", "药店"];

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export interface Member {
  readonly 编号: string;
  readonly 年度费用: number;
  readonly 考核得分: number;
  readonly 所在县区: string;
}

export const REGIONS = 100;

/** Always one hundred regions, so that they grow with the register. */
export const makeMembers = (count: number): readonly Member[] => {
  const random = seeded(17);
  const members = Array.from({ length: count }, (_, index) => ({
    编号: `J${String(index + 1).padStart(6, "0")}`,
    年度费用: Math.floor(random() * 1e8) / 100,
    考核得分: Math.floor(random() * 10_001) / 100,
    所在县区: `X${Math.floor(random() * REGIONS)}`,
  }));
  return JSON.parse(JSON.stringify(members)) as Member[];
};

export const makeRegions = (): readonly { readonly 编号: string; readonly 名称: string }[] =>
  Array.from({ length: REGIONS }, (_, index) => ({ 编号: `X${index}`, 名称: `第${index + 1}县区` }));
