import { Option } from "commander";
import { CommandFailure } from "./failure.ts";

/** For one question, in milliseconds. */
const LONGEST = 600_000;

export const timeoutOption = (): Option =>
  new Option("--timeout <毫秒>", "判定一个问题最多用多少时间，超过的记为未能判定");

export const millisecondsOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const milliseconds = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (milliseconds < 1 || milliseconds > LONGEST) {
    throw new CommandFailure(
      `--timeout 的值“${text}”无效，应为1至${LONGEST}的整数，单位是毫秒。`,
      "例如 --timeout 5000。",
    );
  }
  return milliseconds;
};
