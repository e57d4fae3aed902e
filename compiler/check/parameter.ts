import {
  divide,
  ONE,
  rational,
  unitOf,
  type ParameterBlock,
  type Rational,
  type Sum,
} from "../../language/index.ts";
import type { DatedValue, Parameter } from "../model/ir.ts";
import type { NumberType, Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { dayOf } from "../resolve/calendar.ts";
import { lookUp } from "../resolve/declared.ts";
import { blockFrame, originOf, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { termOf } from "./term.ts";
import { areCommensurable, describeType } from "./types.ts";

/** 【参数】: a value by date and, if declared so, by region; or a hole with its owner. */
export const checkParameter = (block: ParameterBlock, context: BlockContext): Parameter | null => {
  const declared =
    block.name === null ? undefined : lookUp(context.environment.declarations, "parameter", block.name.text);
  if (declared === undefined || declared.block !== block) return null;
  const basis = context.quote(block.basis);
  const frame = blockFrame(context, basis);
  const values: DatedValue[] = [];
  const seen = new Set<string>();
  let failed = false;
  for (const entry of block.values) {
    const from = entry.from === null ? null : dayOf(entry.from.year, entry.from.month, entry.from.day);
    const value = constantOf(entry.value, declared.type, frame);
    if (value === null || (entry.from !== null && from === null)) {
      failed = true;
      continue;
    }
    const region = entry.region?.text ?? null;
    if ((region === null) !== (declared.regional === null)) {
      context.diagnostics.push(
        reportCheck("parameter-region", context.file.source.name, entry.span, {
          name: declared.name,
          region: declared.regional ?? "地区",
        }),
      );
      failed = true;
      continue;
    }
    const key = `${from ?? ""}/${region ?? ""}`;
    if (seen.has(key)) {
      context.diagnostics.push(
        reportCheck("parameter-twice", context.file.source.name, entry.span, { name: declared.name }),
      );
      failed = true;
    }
    seen.add(key);
    const source = context.quote(entry.basis)[0] ?? basis[0];
    values.push({
      from,
      region,
      value,
      source: source === undefined ? null : `${source.label}「${source.quote}」`,
    });
  }
  if (failed) return null;
  values.sort(
    (left, right) => (right.from ?? Number.NEGATIVE_INFINITY) - (left.from ?? Number.NEGATIVE_INFINITY),
  );
  const { owner } = block;
  const source = owner === null ? undefined : (context.quote(owner.basis)[0] ?? basis[0]);
  return {
    name: declared.name,
    type: declared.type,
    regional: declared.regional,
    owner: {
      name: owner === null || owner.unstated ? "未明确" : owner.text,
      source: source === undefined ? null : `${source.label}「${source.quote}」`,
    },
    values,
    origin: originOf(frame, block.span),
  };
};

/** A value that is written out, of the expected type and in its unit. */
export const constantOf = (sum: Sum, type: Type, frame: Frame): Value | null => {
  const term = termOf(sum, frame, { type });
  if (term === null) return null;
  const name = frame.block.file.source.name;
  if (term.kind !== "literal") {
    frame.block.diagnostics.push(
      reportCheck("constant-expected", name, sum.span, { words: term.origin.words }),
    );
    return null;
  }
  const { value } = term;
  const isZero = value.kind === "number" && value.value.numerator === 0n;
  const fits =
    type.kind === "number" && term.type.kind === "number"
      ? areCommensurable(type, term.type) || (isZero && term.type.dimension === "pure")
      : type.kind === term.type.kind;
  if (!fits) {
    frame.block.diagnostics.push(
      reportCheck("value-of-other-type", name, sum.span, {
        words: term.origin.words,
        found: describeType(term.type),
        expected: describeType(type),
      }),
    );
    return null;
  }
  if (type.kind === "number" && type.integer && value.kind === "number" && value.value.denominator !== 1n) {
    frame.block.diagnostics.push(
      reportCheck("value-of-other-type", name, sum.span, {
        words: term.origin.words,
        found: "小数",
        expected: describeType(type),
      }),
    );
    return null;
  }
  if (type.kind === "number" && value.kind === "number" && !fitsScale(value.value, type)) {
    frame.block.diagnostics.push(
      reportCheck("too-many-decimals", name, sum.span, { words: term.origin.words, places: type.scale }),
    );
    return null;
  }
  return value;
};

/** Whether a value has no more decimal places, in its declared unit, than the declaration allows. */
const fitsScale = (value: Rational, type: NumberType): boolean => {
  const unit = type.share ? rational(1n, 100n) : (unitOf(type.unit ?? "")?.factor ?? ONE);
  const written = divide(value, unit) ?? value;
  return (written.numerator * 10n ** BigInt(type.scale)) % written.denominator === 0n;
};
