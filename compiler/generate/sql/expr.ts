/**
 * A piece of SQL, and the layer of its block after which everything it reads is there. Each layer is one SELECT around
 * the one before it, so that a value that is used twice is a column and not written twice.
 */
export interface Expr {
  readonly sql: string;
  readonly at: number;
  /** It is never NULL. */
  readonly known: boolean;
}

type Part = Expr | string | number | bigint;

export const raw = (text: string, at = 0, known = false): Expr => ({ sql: text, at, known });

/** Puts pieces together. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Part[]): Expr => {
  let text = strings[0]!;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (typeof part === "object") {
      text += part.sql;
      at = Math.max(at, part.at);
    } else text += String(part);
    text += strings[index + 1]!;
  }
  return { sql: text, at, known: false };
};

/** The same piece, of which we know that it is never NULL. */
export const certain = (expr: Expr): Expr => ({ ...expr, known: true });

export const joinWith = (separator: string, parts: readonly Expr[]): Expr => ({
  sql: parts.map((part) => part.sql).join(separator),
  at: parts.reduce((most, part) => Math.max(most, part.at), 0),
  known: parts.every((part) => part.known),
});

export const TRUE = raw("TRUE", 0, true);
export const FALSE = raw("FALSE", 0, true);
export const UNKNOWN = raw("CAST(NULL AS BOOLEAN)");

export const isTrue = (expr: Expr): boolean => expr.sql === "TRUE";
export const isFalse = (expr: Expr): boolean => expr.sql === "FALSE";
export const isUnknown = (expr: Expr): boolean => expr.sql === UNKNOWN.sql;

/** AND and OR of SQL are strong Kleene themselves. */
export const and = (...operands: readonly Expr[]): Expr => {
  const rest = distinct(operands.filter((operand) => !isTrue(operand)));
  if (rest.some(isFalse)) return FALSE;
  if (rest.length === 0) return TRUE;
  return rest.length === 1 ? rest[0]! : bracketed(joinWith(" AND ", rest));
};

export const or = (...operands: readonly Expr[]): Expr => {
  const rest = distinct(operands.filter((operand) => !isFalse(operand)));
  if (rest.some(isTrue)) return TRUE;
  if (rest.length === 0) return FALSE;
  return rest.length === 1 ? rest[0]! : bracketed(joinWith(" OR ", rest));
};

export const not = (operand: Expr): Expr => {
  if (isTrue(operand)) return FALSE;
  if (isFalse(operand)) return TRUE;
  return isUnknown(operand) ? UNKNOWN : { ...sql`(NOT ${operand})`, known: operand.known };
};

export const isNull = (operand: Expr): Expr => {
  if (operand.known) return FALSE;
  return operand.sql.startsWith("CAST(NULL AS") ? TRUE : certain(sql`(${operand} IS NULL)`);
};

export const isKnown = (operand: Expr): Expr => {
  if (operand.known) return TRUE;
  return operand.sql.startsWith("CAST(NULL AS") ? FALSE : certain(sql`(${operand} IS NOT NULL)`);
};

/** The first condition that holds; without `otherwise` NULL. */
export const when = (cases: readonly (readonly [Expr, Expr])[], otherwise?: Expr): Expr => {
  const live: (readonly [Expr, Expr])[] = [];
  let last = otherwise;
  for (const [condition, value] of cases) {
    if (isFalse(condition) || isUnknown(condition)) continue;
    if (isTrue(condition)) {
      last = value;
      break;
    }
    live.push([condition, value]);
  }
  if (live.length === 0) return last ?? UNKNOWN;
  if (last !== undefined && live.every(([, value]) => value.sql === last.sql)) return last;
  const branches = joinWith(
    " ",
    live.map(([condition, value]) => sql`WHEN ${condition} THEN ${value}`),
  );
  const known = last !== undefined && last.known && live.every(([, value]) => value.known);
  return {
    ...(last === undefined ? sql`CASE ${branches} END` : sql`CASE ${branches} ELSE ${last} END`),
    known,
  };
};

const distinct = (operands: readonly Expr[]): readonly Expr[] => [
  ...new Map(operands.map((operand) => [operand.sql, operand])).values(),
];

const bracketed = (expr: Expr): Expr => ({ ...expr, sql: `(${expr.sql})` });
