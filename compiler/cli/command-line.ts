import { Option } from "commander";
import { readDay } from "../data/index.ts";
import type { Day } from "../model/value.ts";
import { CommandFailure } from "./failure.ts";

/** Options that several commands share, so that they read and behave the same everywhere. */

export const formatOption = (...choices: readonly string[]): Option =>
  new Option("-f, --format <格式>", "输出格式").default("table").choices(choices);

export const outputOption = (): Option => new Option("-o, --output <文件>", "写入文件，不在屏幕显示");

export const dataOption = (): Option =>
  new Option("-d, --data <目录>", "数据目录（必需）：每个对象一个 .csv、.json 或者 .jsonl 文件");

export const dateOption = (): Option =>
  new Option("--at <日期>", "基准日（必需），例如 2025-06-01 或者 2025年6月1日");

/** An option that may be given several times. */
export const repeatable = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect).default([], "");

export const readingOption = (): Option =>
  repeatable("--reading <理解>", "改采另一读法，例如 '等情况=读法二'；可以重复");

export const allOption = (description = "不限条数，全部列出"): Option => new Option("--all", description);

/** 基准日 is an input: no command takes the clock instead. */
export const requireDay = (text: string | undefined): Day => {
  if (text === undefined) {
    throw new CommandFailure("缺少基准日。", "请用 --at 指明以哪一天为准，例如 --at 2025-06-01。");
  }
  const day = readDay(text);
  if (day === null) {
    throw new CommandFailure(`基准日“${text}”不是有效日期。`, "请写成 2025-06-01 或者 2025年6月1日。");
  }
  return day;
};

export const requireData = (directory: string | undefined): string => {
  if (directory === undefined)
    throw new CommandFailure(
      "缺少数据目录。",
      "请用 --data 指明数据目录，例如 --data policies/yangjiang/data。",
    );
  return directory;
};

/** 等情况=读法二, 「等情况」=2 … to the name of the reading and the number of the option. */
export const parseReading = (text: string): { readonly name: string; readonly option: number } => {
  const match = /^\s*「?(.+?)」?\s*[=＝]\s*(?:读法)?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*$/.exec(
    text,
  );
  const option = match === null ? null : optionNumber(match[2]!);
  if (match === null || option === null) {
    throw new CommandFailure(
      `--reading 的值“${text}”无法识别。`,
      "请写成 '词语=读法二' 的形式，例如 --reading '等情况=读法二'。",
    );
  }
  return { name: match[1]!.trim(), option };
};

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const optionNumber = (text: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text) > 0 ? Number(text) : null;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || (match[2] === undefined && match[1] !== undefined && match[3] !== undefined))
    return null;
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : "零一二三四五六七八九".indexOf(character);
  return match[2] === undefined
    ? digit(match[1]) + digit(match[3])
    : (digit(match[1]) || 1) * 10 + digit(match[3]);
};
