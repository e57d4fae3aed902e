import { multiply, rational, type Rational } from "../../../language/index.ts";
import type { DatedValue, Parameter, Subject, Term } from "../../model/ir.ts";
import type { NumberType, Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { sqlString } from "../names.ts";
import type { Block } from "./block.ts";
import type { Compilation } from "./compilation.ts";
import { certain, FALSE, isTrue, raw, sql, when, type Expr } from "./expr.ts";
import { factorOf, scaleOf, unitFactor } from "./field-type.ts";
import { Refused } from "./refused.ts";
import { mapHere, placeOf, type Place } from "./subject.ts";
import { constant, type Val } from "./value.ts";

/** 基准日, as a day and as DATE. */
export const today = (compilation: Compilation, block: Block): Val => {
  const at = compilation.binding?.at;
  if (at !== undefined) return constant({ kind: "date", value: at });
  const value = readContext(compilation, block, "today", TODAY);
  return { kind: "date", value: certain(value), date: null, fact: FALSE };
};

const TODAY = `(SELECT CAST(max("日期") - DATE '1970-01-01' AS BIGINT) FROM "基准日")`;

export const readContext = (
  compilation: Compilation,
  block: Block,
  key: string,
  expression: string,
): Expr => {
  const column = compilation.context(key, expression);
  const alias = block.join("ctx", (name) => `CROSS JOIN tw_context${name === "" ? "" : ` AS ${name}`}`);
  return block.source(`${alias}.${column}`);
};

/** The option in effect is this one. */
export const isTaken = (compilation: Compilation, block: Block, name: string, option: number): Expr => {
  const adopted = compilation.program.readings.get(name)?.adopted ?? null;
  if (compilation.binding !== null) {
    const taken = compilation.binding.readings?.get(name) ?? adopted;
    return taken === null ? raw("CAST(NULL AS BOOLEAN)") : raw(taken === option ? "TRUE" : "FALSE", 0, true);
  }
  const column = readContext(compilation, block, `reading ${name}`, optionQuery(name));
  return sql`(${column} = ${option})`;
};

/** The table names the options in effect; the adopted ones stand there from the beginning. */
const optionQuery = (name: string): string =>
  `(SELECT max("选项") FROM "读法" WHERE "读法" = ${sqlString(name)})`;

/** Value of a parameter at the 基准日. */
export const readParameter = (
  compilation: Compilation,
  block: Block,
  term: Extract<Term, { kind: "parameter" }>,
): Val => {
  const parameter = compilation.program.parameters.get(term.name);
  if (parameter === undefined) throw new Refused(`参数“${term.name}”没有声明`, term.origin);
  if (term.region === null) {
    if (compilation.binding?.at !== undefined) {
      const found = boundValue(compilation, parameter, null);
      return found === null ? openParameter(parameter.type) : constant(found.value);
    }
    return typed(compilation, parameter, (part, text) =>
      readContext(compilation, block, `parameter ${part} ${term.name}`, newest(parameter, text)),
    );
  }
  return regional(compilation, block, parameter, term.region);
};

const regional = (compilation: Compilation, block: Block, parameter: Parameter, region: Subject): Val => {
  const place = placeOf(compilation, block, region);
  const home = place.block;
  const everywhere = readParameter(compilation, home, {
    kind: "parameter",
    name: parameter.name,
    region: null,
    type: parameter.type,
    origin: parameter.origin,
  });
  const relation = regionTable(compilation, parameter);
  const alias = home.join(
    "y",
    (name) => `LEFT JOIN ${relation} AS ${name} ON ${name}.region = ${place.alias}.id`,
  );
  const own = typed(compilation, parameter, (part) => home.source(`${alias}.${part}`));
  return mapHere(block, home, choose(home, place, own, everywhere));
};

/** The region's own value before the one for all; open where the region itself cannot be told. */
const choose = (block: Block, place: Place, own: Val, everywhere: Val): Val => {
  const pick = (mine: Expr, all: Expr): Expr => {
    const either = all.sql.startsWith("CAST(NULL") ? mine : sql`COALESCE(${mine}, ${all})`;
    return block.column(isTrue(place.exists) ? either : when([[place.exists, either]]));
  };
  const fact = isTrue(place.exists) ? FALSE : block.short(when([[place.exists, FALSE]], place.fact));
  if (own.kind === "number" && everywhere.kind === "number") {
    const numerators = alignFactors(own, everywhere);
    return {
      ...own,
      factor: numerators.factor,
      whole: { expr: pick(numerators.own, numerators.all), most: numerators.most },
      fact,
    };
  }
  if (own.kind === "coordinate" && everywhere.kind === "coordinate") {
    return {
      ...own,
      longitude: pick(own.longitude, everywhere.longitude),
      latitude: pick(own.latitude, everywhere.latitude),
      fact,
    };
  }
  if ("value" in own && "value" in everywhere) {
    const value = pick(own.value, everywhere.value);
    return own.kind === "date" ? { ...own, value, date: null, fact } : { ...own, value, fact };
  }
  return own;
};

/** A bound value is written in its own factor; both must be counted alike. */
const alignFactors = (
  own: Extract<Val, { kind: "number" }>,
  all: Extract<Val, { kind: "number" }>,
): { readonly own: Expr; readonly all: Expr; readonly factor: Rational; readonly most: bigint } => {
  const ratio = multiply(all.factor, rational(own.factor.denominator, own.factor.numerator));
  const most =
    own.whole.most * ratio.denominator > all.whole.most * ratio.numerator
      ? own.whole.most * ratio.denominator
      : all.whole.most * ratio.numerator;
  const scaled = (expr: Expr, by: bigint): Expr => (by === 1n ? expr : sql`(${expr} * ${by})`);
  return {
    own: scaled(own.whole.expr, ratio.denominator),
    all: scaled(all.whole.expr, ratio.numerator),
    factor: multiply(own.factor, rational(1n, ratio.denominator)),
    most,
  };
};

/** For each region the newest value of its own. */
const regionTable = (compilation: Compilation, parameter: Parameter): string =>
  compilation.shared(`region ${parameter.name}`, "p", () => {
    const { at } = compilation.binding ?? {};
    if (at !== undefined) return boundRegions(compilation, parameter);
    const parts: string[] = [];
    typed(compilation, parameter, (part, text) => {
      parts.push(`${text} AS ${part}`);
      return raw(part);
    });
    return (
      `SELECT "地区" AS region, ${parts.join(", ")} FROM (SELECT *, row_number() OVER (PARTITION BY "地区" ORDER BY ${NEWEST}) AS place ` +
      `FROM "参数" WHERE ${begun(parameter)} AND "地区" IS NOT NULL) AS ranked WHERE place = 1`
    );
  });

const boundRegions = (compilation: Compilation, parameter: Parameter): string => {
  const regions = new Set(
    [
      ...parameter.values,
      ...(compilation.binding?.parameters ?? []).filter(({ name }) => name === parameter.name),
    ]
      .map(({ region }) => region)
      .filter((region) => region !== null),
  );
  const parts: string[] = [];
  typed(compilation, parameter, (part, text) => {
    parts.push(`${text} AS ${part}`);
    return raw(part);
  });
  const rows = [...regions].flatMap((region) => {
    const value = boundValue(compilation, parameter, region);
    return value === null
      ? []
      : [`(${sqlString(region)}, ${sqlString(parameterText(value.value, parameter.type))})`];
  });
  const none = rows.length === 0 ? "(CAST(NULL AS TEXT), CAST(NULL AS TEXT))" : rows.join(", ");
  return `SELECT region, ${parts.join(", ")} FROM (VALUES ${none}) AS given(region, "值")`;
};

/** The newest value that has begun; of two that begin together the policy's own. */
const boundValue = (
  compilation: Compilation,
  parameter: Parameter,
  region: string | null,
): Pick<DatedValue, "value"> | null => {
  const at = compilation.binding!.at!;
  let best: { readonly from: number; readonly value: Value } | null = null;
  const supplied = (compilation.binding!.parameters ?? []).filter(({ name }) => name === parameter.name);
  for (const each of [...parameter.values, ...supplied]) {
    const from = each.from ?? Number.NEGATIVE_INFINITY;
    if (each.region === region && from <= at && (best === null || from > best.from)) {
      best = { from, value: each.value };
    }
  }
  return best;
};

const NEWEST = `"起始日" DESC NULLS LAST, "序号"`;

const begun = (parameter: Parameter): string =>
  `"参数" = ${sqlString(parameter.name)} AND ("起始日" IS NULL OR "起始日" <= (SELECT max("日期") FROM "基准日"))`;

const newest = (parameter: Parameter, text: string): string =>
  `(SELECT ${text} FROM "参数" WHERE ${begun(parameter)} AND "地区" IS NULL ORDER BY ${NEWEST} LIMIT 1)`;

const openParameter = (type: Type): Val => {
  const none = (sqlType: string): Expr => raw(`CAST(NULL AS ${sqlType})`);
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", value: none("BOOLEAN"), fact: FALSE };
    case "text":
    case "enumeration":
      return { kind: "text", type: type.kind, value: none("TEXT"), fact: FALSE };
    case "reference":
      return { kind: "text", type: `reference:${type.object}`, value: none("TEXT"), fact: FALSE };
    case "date":
      return { kind: "date", value: none("BIGINT"), date: null, fact: FALSE };
    case "number":
      return {
        kind: "number",
        whole: { expr: none("BIGINT"), most: 1n },
        factor: factorOf(type),
        below: null,
        range: null,
        fact: FALSE,
      };
    case "coordinate":
      return {
        kind: "coordinate",
        longitude: none("DOUBLE PRECISION"),
        latitude: none("DOUBLE PRECISION"),
        system: type.system,
        fact: FALSE,
      };
  }
};

/** The value of a parameter from the text of its table, each part by `column`. */
const typed = (
  compilation: Compilation,
  parameter: Parameter,
  column: (part: string, text: string) => Expr,
): Val => {
  const { type } = parameter;
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", value: column("value", `("值" = 'true')`), fact: FALSE };
    case "text":
    case "enumeration":
      return { kind: "text", type: type.kind, value: column("value", `"值"`), fact: FALSE };
    case "reference":
      return { kind: "text", type: `reference:${type.object}`, value: column("value", `"值"`), fact: FALSE };
    case "date":
      return {
        kind: "date",
        value: column("value", `CAST(CAST("值" AS DATE) - DATE '1970-01-01' AS BIGINT)`),
        date: null,
        fact: FALSE,
      };
    case "number": {
      const unit = numberUnit(parameter, type);
      return {
        kind: "number",
        whole: {
          expr: column("value", wholeText(compilation, type, unit)),
          most: 10n ** 15n * (unit / 10n ** BigInt(scaleOf(type))),
        },
        factor: multiply(unitFactor(type), rational(1n, unit)),
        below: null,
        range: null,
        fact: FALSE,
      };
    }
    case "coordinate":
      return {
        kind: "coordinate",
        longitude: column("value", `CAST(split_part("值", ',', 1) AS DOUBLE PRECISION)`),
        latitude: column("value2", `CAST(split_part("值", ',', 2) AS DOUBLE PRECISION)`),
        system: type.system,
        fact: FALSE,
      };
  }
};

/** In how many parts of the declared unit values are counted, so that all that the policy declares are whole. */
const numberUnit = (parameter: Parameter, type: NumberType): bigint =>
  parameter.values.reduce(
    (unit, { value }) =>
      value.kind === "number"
        ? leastCommonMultiple(unit, inDeclaredUnit(value.value, type).denominator)
        : unit,
    10n ** BigInt(scaleOf(type)),
  );

/** "12.5", "85.25%" or a fraction "1/3" in the declared unit, counted in parts of it. */
const wholeText = ({ dialect }: Compilation, type: NumberType, unit: bigint): string => {
  const scale = scaleOf(type);
  const digits = `DECIMAL(${Math.max(37 - scale, scale + 1)}, ${scale})`;
  const above = `split_part(replace("值", '%', ''), '/', 1)`;
  const below = `COALESCE(NULLIF(split_part("值", '/', 2), ''), '1')`;
  const parts = `CAST(CAST(${above} AS ${digits}) * ${10n ** BigInt(scale)} AS ${dialect.wide}) * ${unit / 10n ** BigInt(scale)}`;
  const whole = dialect.quotient(`(${parts})`, `CAST(${below} AS ${dialect.wide})`);
  return unit === 10n ** BigInt(scale) ? `CAST(${whole} AS BIGINT)` : whole;
};

export const inDeclaredUnit = (value: Rational, type: NumberType): Rational => {
  const { numerator, denominator } = unitFactor(type);
  return multiply(value, rational(denominator, numerator));
};

/** A value as the table of parameters holds it. */
export const parameterText = (value: Value, type: Type): string => {
  switch (value.kind) {
    case "boolean":
      return String(value.value);
    case "text":
    case "enumeration":
      return value.value;
    case "reference":
      return value.id;
    case "date":
      return isoDate(value.value);
    case "coordinate":
      return `${value.longitude},${value.latitude}`;
    case "number": {
      const declared = type.kind === "number" ? inDeclaredUnit(value.value, type) : value.value;
      const text = decimalText(declared);
      return type.kind === "number" && type.share && !text.includes("/") ? `${text}%` : text;
    }
  }
};

/** Shortest decimal, else a fraction. */
export const decimalText = ({ numerator, denominator }: Rational): string => {
  let digits = 0;
  while ((numerator * 10n ** BigInt(digits)) % denominator !== 0n) {
    digits += 1;
    if (digits > 18) return `${numerator}/${denominator}`;
  }
  const whole = ((numerator < 0n ? -numerator : numerator) * 10n ** BigInt(digits)) / denominator;
  const padded = whole.toString().padStart(digits + 1, "0");
  const sign = numerator < 0n ? "-" : "";
  return digits === 0 ? sign + padded : `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};

export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const leastCommonMultiple = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
};
