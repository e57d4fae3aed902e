import type { Formula } from "../formula.ts";

export const TRUE: Formula = { kind: "constant", value: true };
export const FALSE: Formula = { kind: "constant", value: false };

export const constant = (value: boolean): Formula => (value ? TRUE : FALSE);

/** The choice, which has so many options, is one of these. */
export const choose = (variable: string, count: number, options: readonly number[]): Formula => {
  const wanted = [...new Set(options)].sort((left, right) => left - right);
  if (wanted.length === 0) return FALSE;
  if (wanted.length === count) return TRUE;
  const key = `${count} ${wanted.join(",")} ${variable}`;
  const known = choices.get(key)?.deref();
  if (known !== undefined) return known;
  const made: Choice = { kind: "choice", variable, options: wanted };
  choices.set(key, new WeakRef(made));
  counts.set(made, count);
  return made;
};

type Choice = Extract<Formula, { kind: "choice" }>;

/** Equal questions are one object, so that equal parts of formulas are seen to be equal. */
const choices = new Map<string, WeakRef<Formula>>();
const counts = new WeakMap<Formula, number>();

export const not = (operand: Formula): Formula => {
  if (operand.kind === "constant") return constant(!operand.value);
  if (operand.kind === "not") return operand.operand;
  const count = counts.get(operand);
  if (operand.kind === "choice" && count !== undefined) {
    const others = Array.from({ length: count }, (_, option) => option);
    return choose(
      operand.variable,
      count,
      others.filter((option) => !operand.options.includes(option)),
    );
  }
  const known = opposites.get(operand) ?? { kind: "not", operand };
  opposites.set(operand, known);
  return known;
};

const opposites = new WeakMap<Formula, Formula>();

export const and = (...operands: readonly Formula[]): Formula => join("and", operands);

export const or = (...operands: readonly Formula[]): Formula => join("or", operands);

/** Each part once; of one choice only one part is left, with what all of them allow, or any. */
const join = (kind: "and" | "or", operands: readonly Formula[]): Formula => {
  const [neutral, deciding] = kind === "and" ? [TRUE, FALSE] : [FALSE, TRUE];
  const parts = new Set<Formula>();
  const ofChoice = new Map<string, Choice>();
  for (const operand of operands) {
    if (operand === neutral) continue;
    if (operand === deciding) return deciding;
    if (operand.kind !== "choice") {
      parts.add(operand);
      continue;
    }
    const before = ofChoice.get(operand.variable);
    const joined = before === undefined ? operand : joinChoices(kind, before, operand);
    if (joined === deciding) return deciding;
    if (joined.kind === "choice") ofChoice.set(operand.variable, joined);
  }
  for (const part of parts) {
    const opposite = part.kind === "not" ? part.operand : opposites.get(part);
    if (opposite !== undefined && parts.has(opposite)) return deciding;
  }
  for (const part of ofChoice.values()) parts.add(part);
  const [only] = parts;
  if (parts.size === 0) return neutral;
  return parts.size === 1 ? only! : { kind, operands: [...parts] };
};

const joinChoices = (kind: "and" | "or", left: Choice, right: Choice): Formula => {
  const options =
    kind === "and"
      ? left.options.filter((option) => right.options.includes(option))
      : [...left.options, ...right.options];
  return choose(left.variable, counts.get(left) ?? Number.POSITIVE_INFINITY, options);
};

/** At least so many of them hold. */
export const atLeast = (count: number, operands: readonly Formula[]): Formula => {
  const known = new Map<string, Formula>();
  const from = (index: number, wanted: number): Formula => {
    if (wanted <= 0) return TRUE;
    if (wanted > operands.length - index) return FALSE;
    const key = `${index} ${wanted}`;
    const found =
      known.get(key) ?? or(and(operands[index]!, from(index + 1, wanted - 1)), from(index + 1, wanted));
    known.set(key, found);
    return found;
  };
  return from(0, count);
};
