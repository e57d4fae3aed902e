import { printNumeral } from "../../../language/index.ts";
import type { Origin, Reading } from "../../model/ir.ts";
import type { Clause, Finding } from "./finding.ts";

/** What changed in a recorded reading that both sides have. */
export const compareReadings = (left: Reading, right: Reading): readonly Finding[] => {
  const findings: Finding[] = [];
  const add = (before: string, after: string, wording: boolean, what: string | null = null): void => {
    findings.push({
      kind: "reading",
      before,
      after,
      left: clauseAt(left.origin),
      right: clauseAt(right.origin),
      what,
      effect: 0,
      wording,
    });
  };
  if (left.adopted !== right.adopted) add(adoptedWords(left), adoptedWords(right), false);
  if (factors(left) !== factors(right)) add(`绕行系数${factors(left)}`, `绕行系数${factors(right)}`, false);
  for (const option of left.options) {
    const other = right.options.find(({ number }) => number === option.number);
    if (other !== undefined && other.text !== option.text) {
      add(option.text, other.text, true, `的读法${printNumeral(option.number)}的表述`);
    }
  }
  if (numbers(left) !== numbers(right)) add(texts(left), texts(right), true, "的各读法的表述");
  if (left.status !== right.status) add(STATUS[left.status], STATUS[right.status], true, "的状态");
  return findings;
};

export const readingAlone = (side: "left" | "right", reading: Reading): Finding => {
  const clause = clauseAt(reading.origin);
  const common = { kind: "reading", what: null, effect: 0, wording: false } as const;
  return side === "left"
    ? { ...common, left: clause, right: null, before: adoptedWords(reading), after: null }
    : { ...common, left: null, right: clause, before: null, after: adoptedWords(reading) };
};

const STATUS = { provisional: "暂拟", confirmed: "已确认" } as const;

const adoptedWords = ({ adopted, options }: Reading): string => {
  const option = options.find(({ number }) => number === adopted);
  return option === undefined ? "未采任何读法" : `读法${printNumeral(option.number)}：${option.text}`;
};

const texts = ({ options }: Reading): string =>
  options.map(({ number, text }) => `读法${printNumeral(number)}：${text}`).join("；");

const numbers = ({ options }: Reading): string => options.map(({ number }) => number).join();

const factors = ({ options }: Reading): string =>
  options.map(({ detourFactor }) => detourFactor ?? "无").join("、");

const clauseAt = (origin: Origin): Clause => ({ condition: null, origin, dormant: false });
