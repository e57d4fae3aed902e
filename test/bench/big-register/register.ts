import { closeSync, openSync, writeSync } from "node:fs";

/**
 * A large register for the bench: 合成数据, made of a seed, so that every run measures the same rows. Eighteen columns
 * of 定点医药机构 as a register holds them; every column but 编号 is left empty now and then.
 */
export const writeRegister = (path: string, rows: number, seed = 1): void => {
  const file = openSync(path, "w");
  const next = randomOf(seed);
  try {
    let text = `${COLUMNS.map(([name]) => name).join(",")}\n`;
    for (let row = 0; row < rows; row += 1) {
      text += `${String(row).padStart(8, "0")}${COLUMNS.slice(1)
        .map(([, cell]) => `,${next() < MISSING ? "" : cell(next)}`)
        .join("")}\n`;
      if (text.length < CHUNK) continue;
      writeSync(file, text);
      text = "";
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
};

/** Share of the cells that are empty. */
const MISSING = 0.003;
const CHUNK = 1 << 20;

type Random = () => number;

const oneOf =
  (...values: readonly string[]) =>
  (next: Random): string =>
    values[Math.floor(next() * values.length)]!;

const yesOrNo =
  (yes: number) =>
  (next: Random): string =>
    next() < yes ? "是" : "否";

const whole =
  (most: number) =>
  (next: Random): string =>
    String(Math.floor(next() * next() * most));

const day = (next: Random): string =>
  `${2021 + Math.floor(next() * 5)}-${twoDigits(1 + Math.floor(next() * 12))}-${twoDigits(1 + Math.floor(next() * 28))}`;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const COLUMNS: readonly (readonly [string, (next: Random) => string])[] = [
  ["编号", () => ""],
  ["机构类别", oneOf("定点医疗机构", "定点零售药店")],
  ["经营性质", oneOf("公立", "民营", "民营")],
  ["医院等级", oneOf("三级", "二级", "一级", "未定级")],
  ["连锁形式", oneOf("大型连锁", "中小型连锁", "单体")],
  ["仅开通个人账户结算业务", yesOrNo(0.1)],
  ["存在欺诈骗保行为", yesOrNo(0.01)],
  ["连续违规违约次数", whole(6)],
  ["符合准入标准", yesOrNo(0.95)],
  ["整改后仍不符合准入标准", yesOrNo(0.02)],
  ["上次复核日期", day],
  ["年度医保业务量", whole(200_000)],
  ["提出续签协议申请", yesOrNo(0.97)],
  ["主动申请解除协议", yesOrNo(0.01)],
  ["协议签订前培训考核", oneOf("已通过", "已通过", "已通过", "未通过")],
  ["具备药品追溯码", yesOrNo(0.98)],
  ["具备电子处方流转", yesOrNo(0.97)],
  ["符合药师管理要求", yesOrNo(0.99)],
];

/** A small generator of numbers in [0, 1) that needs no package (mulberry32). */
const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
