import { printDate, printValue } from "../../evaluate/index.ts";
import type { DatedValue, Origin, Parameter } from "../../model/ir.ts";
import type { Clause, Finding } from "./finding.ts";
import { valueKey } from "./key.ts";

/** What changed in a parameter that both sides have. */
export const compareParameters = (left: Parameter, right: Parameter): readonly Finding[] => {
  const findings: Finding[] = [];
  const isOpen = left.values.length === 0 && right.values.length === 0;
  const add = (kind: Finding["kind"], before: string, after: string, conditional: boolean): void => {
    findings.push({
      kind,
      before,
      after,
      left: clauseAt(left.origin),
      right: clauseAt(right.origin),
      what: null,
      effect: 0,
      wording: false,
      conditional,
    });
  };
  const values = (parameter: Parameter): string =>
    JSON.stringify(parameter.values.map(({ region, value }) => [region, valueKey(value)]));
  const dates = (parameter: Parameter): string => JSON.stringify(parameter.values.map(({ from }) => from));
  if (values(left) !== values(right)) add("parameterValue", valueWords(left), valueWords(right), isOpen);
  else if (dates(left) !== dates(right)) add("parameterDate", dateWords(left), dateWords(right), isOpen);
  // Who sets it decides nothing as long as it is set.
  if (left.owner.name !== right.owner.name) add("parameterOwner", left.owner.name, right.owner.name, true);
  return findings;
};

export const parameterAlone = (
  kind: "parameterAdded" | "parameterRemoved",
  parameter: Parameter,
): Finding => {
  const clause = clauseAt(parameter.origin);
  const words = valueWords(parameter);
  const common = {
    what: null,
    effect: 0,
    wording: false,
    conditional: parameter.values.length === 0,
  } as const;
  return kind === "parameterAdded"
    ? { ...common, kind, left: null, right: clause, before: null, after: words }
    : { ...common, kind, left: clause, right: null, before: words, after: null };
};

const valueWords = ({ values, type }: Parameter): string =>
  values.length === 0
    ? "未定"
    : values.map((each) => `${placeWords(each)}${printValue(each.value, type)}`).join("；");

/** 自2025年1月1日起, 某县; only where there are several. */
const placeWords = ({ from, region }: DatedValue): string =>
  `${region ?? ""}${from === null ? "" : `自${printDate(from)}起`}`;

const dateWords = ({ values }: Parameter): string =>
  values.map(({ from }) => (from === null ? "未定" : printDate(from))).join("、");

const clauseAt = (origin: Origin): Clause => ({ condition: null, origin, dormant: false });
