// @ts-check

/**
 * An exact fraction in lowest terms; what stands below the line is positive.
 * @typedef {{ readonly above: bigint, readonly below: bigint }} Fraction
 */

/** @type {(above: bigint, below?: bigint) => Fraction} */
export const fraction = (above, below = 1n) => {
  if (below === 1n) return { above, below };
  let [divisor, rest] = [above < 0n ? -above : above, below < 0n ? -below : below];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  const sign = below < 0n ? -1n : 1n;
  return { above: (sign * above) / divisor, below: (sign * below) / divisor };
};

/** @type {(count: number) => Fraction} */
export const wholeNumber = (count) => ({ above: BigInt(count), below: 1n });

/** @type {(left: Fraction, right: Fraction) => Fraction} */
export const plus = (left, right) =>
  fraction(left.above * right.below + right.above * left.below, left.below * right.below);

/** @type {(left: Fraction, right: Fraction) => Fraction} */
export const minus = (left, right) =>
  fraction(left.above * right.below - right.above * left.below, left.below * right.below);

/** @type {(left: Fraction, right: Fraction) => Fraction} */
export const times = (left, right) => fraction(left.above * right.above, left.below * right.below);

/** So many of a unit; small numbers are reduced as doubles, because those are much faster. @type {(count: number, unit: Fraction) => Fraction} */
export const manyOf = (count, unit) => {
  const whole = Number(unit.below);
  if (unit.above !== 1n || !Number.isSafeInteger(whole)) return times(wholeNumber(count), unit);
  let [divisor, rest] = [Math.abs(count), whole];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return { above: BigInt(count / divisor), below: BigInt(whole / divisor) };
};

/** Null where the divisor is zero. @type {(left: Fraction, right: Fraction) => Fraction | null} */
export const over = (left, right) =>
  right.above === 0n ? null : fraction(left.above * right.below, left.below * right.above);

/** Negative, zero or positive, by cross-multiplication. @type {(left: Fraction, right: Fraction) => number} */
export const signOf = (left, right) => {
  const [first, second] = [left.above * right.below, right.above * left.below];
  return first < second ? -1 : first > second ? 1 : 0;
};

/**
 * Places after the point (negative: before it); 四舍五入 takes a half away from zero, 舍去 cuts, 进一 goes up in magnitude.
 * @type {(value: Fraction, digits: number, mode: "halfUp" | "down" | "up") => Fraction}
 */
export const roundedTo = (value, digits, mode) => {
  const scale = 10n ** BigInt(Math.abs(digits));
  const [up, down] = digits >= 0 ? [scale, 1n] : [1n, scale];
  const negative = value.above < 0n;
  const above = (negative ? -value.above : value.above) * up;
  const below = value.below * down;
  const rest = above % below;
  const further = mode === "up" ? rest > 0n : mode === "halfUp" && rest * 2n >= below;
  const whole = above / below + (further ? 1n : 0n);
  return fraction((negative ? -whole : whole) * down, up);
};

/** Exact where a decimal is, else rounded to six places and marked 约. @type {(value: Fraction) => string} */
export const decimalText = (value) => {
  let [rest, twos, fives] = [value.below, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return `约${decimalText(roundedTo(value, 6, "halfUp"))}`;
  const digits = Math.max(twos, fives);
  const scaled = (value.above * 10n ** BigInt(digits)) / value.below;
  const negative = scaled < 0n;
  const text = String(negative ? -scaled : scaled).padStart(digits + 1, "0");
  const point = text.length - digits;
  const written = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  return negative ? `-${written}` : written;
};

/**
 * Reads 12, -0.3 and 1e-7, which is how a small number prints itself; null for anything else.
 * @type {(text: string) => Fraction | null}
 */
export const readDecimal = (text) => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return null;
  const behind = match[3] ?? "";
  const exponent = Number(match[4] ?? 0) - behind.length;
  const digits = BigInt(`${match[2]}${behind}`);
  const signed = match[1] === "-" ? -digits : digits;
  return exponent >= 0
    ? fraction(signed * 10n ** BigInt(exponent))
    : fraction(signed, 10n ** BigInt(-exponent));
};
