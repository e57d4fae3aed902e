/** Exact fraction in lowest terms; `denominator` is positive. Nothing here rounds. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const above = BigInt(numerator);
  const below = BigInt(denominator);
  if (below === 0n) throw new RangeError("denominator is zero");
  const divisor = greatestCommonDivisor(above < 0n ? -above : above, below < 0n ? -below : below);
  const sign = below < 0n ? -1n : 1n;
  return { numerator: (sign * above) / divisor, denominator: (sign * below) / divisor };
};

export const ZERO = rational(0n);
export const ONE = rational(1n);

export const add = (left: Rational, right: Rational): Rational =>
  rational(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );

export const negate = (value: Rational): Rational => ({
  numerator: -value.numerator,
  denominator: value.denominator,
});

export const subtract = (left: Rational, right: Rational): Rational => add(left, negate(right));

export const multiply = (left: Rational, right: Rational): Rational =>
  rational(left.numerator * right.numerator, left.denominator * right.denominator);

/** Division; `null` where the divisor is zero. */
export const divide = (left: Rational, right: Rational): Rational | null =>
  right.numerator === 0n
    ? null
    : rational(left.numerator * right.denominator, left.denominator * right.numerator);

/** Negative, zero or positive as left is less than, equal to or greater than right. */
export const compare = (left: Rational, right: Rational): number => {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const equals = (left: Rational, right: Rational): boolean =>
  left.numerator === right.numerator && left.denominator === right.denominator;

/** Reads `12`, `-1.5`, `0.30`; `null` for anything else. */
export const parseDecimal = (text: string): Rational | null => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? "";
  const magnitude = rational(BigInt(match[2]! + fraction), 10n ** BigInt(fraction.length));
  return match[1] === "-" ? negate(magnitude) : magnitude;
};

/** Canonical decimal where one exists (`1.5`), else a fraction (`1/3`). */
export const printRational = (value: Rational): string => {
  let rest = value.denominator;
  let digits = 0;
  while (rest % 10n === 0n) [rest, digits] = [rest / 10n, digits + 1];
  while (rest % 2n === 0n) [rest, digits] = [rest / 2n, digits + 1];
  while (rest % 5n === 0n) [rest, digits] = [rest / 5n, digits + 1];
  if (rest !== 1n) return `${value.numerator}/${value.denominator}`;
  const scaled = (value.numerator * 10n ** BigInt(digits)) / value.denominator;
  const sign = scaled < 0n ? "-" : "";
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  const fraction = text.slice(-digits).replace(/0+$/, "");
  const whole = sign + text.slice(0, -digits);
  return fraction === "" ? whole : `${whole}.${fraction}`;
};

// Hoisted, because the constants above need it while the module loads.
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
