import { span, type Atom, type Clause, type Names, type Phrase, type Sum } from "../../language/index.ts";

/**
 * Cutting names off the edges of a phrase. 的 binds to whatever stands before it, so in
 * 低于业务量极少标准的定点医药机构 the head noun is the right end of the last value; types decide where to cut.
 */

/** How many names at the right end of a value are the head; 0 for none. Only right after 的. */
export type TailCut = (names: Names) => number;

export interface Trimmed<Node> {
  /** What is left; null where nothing is. */
  readonly rest: Node | null;
  readonly names: Names;
}

export const namesBetween = (names: Names, from: number, to: number): Names => ({
  ...names,
  lead: from === 0 ? names.lead : null,
  names: names.names.slice(from, to),
  joints: names.joints.slice(from, Math.max(from, to - 1)),
  span: span(from === 0 ? names.span.start : names.names[from]!.span.start, names.names[to - 1]!.span.end),
});

/** Cuts the head noun off the right edge of a phrase; null where it does not end in one. */
export const trimPhraseEnd = (phrase: Phrase, cut: TailCut): Trimmed<Phrase> | null => {
  const last = phrase.clauses.at(-1);
  const trimmed = last === undefined ? null : trimClauseEnd(last, cut);
  if (last === undefined || trimmed === null) return null;
  const before = phrase.clauses.slice(0, -1);
  if (trimmed.rest === null) {
    // A noun alone behind ，且 is a clause of its own, not the head of what stands before.
    return before.length === 0 ? { rest: null, names: trimmed.names } : null;
  }
  const rest = {
    ...phrase,
    clauses: [...before, trimmed.rest],
    span: span(phrase.span.start, trimmed.rest.span.end),
  };
  return { rest, names: trimmed.names };
};

export const trimClauseEnd = (clause: Clause, cut: TailCut): Trimmed<Clause> | null => {
  const last = clause.atoms.at(-1);
  if (last === undefined) return null;
  const before = clause.atoms.slice(0, -1);
  const joint = clause.joints[before.length - 1];
  if (last.kind === "plain" && last.value.kind === "names" && (before.length === 0 || joint?.kind === "of")) {
    if (cut(last.value) === last.value.names.length) {
      const rest =
        before.length === 0
          ? null
          : {
              ...clause,
              atoms: before,
              joints: clause.joints.slice(0, -1),
              span: span(clause.span.start, before.at(-1)!.span.end),
            };
      return { rest, names: last.value };
    }
  }
  const trimmed = trimAtomEnd(last, cut);
  if (trimmed === null || trimmed.rest === null) return null;
  const atoms = [...before, trimmed.rest];
  return {
    rest: { ...clause, atoms, span: span(clause.span.start, trimmed.rest.span.end) },
    names: trimmed.names,
  };
};

/** Whether a noun phrase ends with this atom: its right edge is 的+class. */
export const trimAtomEnd = (atom: Atom, cut: TailCut): Trimmed<Atom> | null => {
  switch (atom.kind) {
    case "plain":
      return inside(atom, trimSumEnd(atom.value, cut), (value, end) => ({ ...atom, value, span: end }));
    case "negated":
      return inside(atom, trimAtomEnd(atom.operand, cut), (operand, end) => ({
        ...atom,
        operand,
        span: end,
      }));
    case "predication":
      return inside(atom, trimAtomEnd(atom.predicate, cut), (predicate, end) => ({
        ...atom,
        predicate,
        span: end,
      }));
    case "existence": {
      const trimmed = trimClauseEnd(atom.body, cut);
      return inside(atom, trimmed, (body, end) => ({ ...atom, body, span: end }));
    }
    case "comparison": {
      const last = atom.bounds.at(-1)!;
      // A word that stands behind its value closes the comparison: nothing of it can be a head.
      if (last.value.span.end < last.span.end) return null;
      return inside(atom, trimSumEnd(last.value, cut), (value, end) => ({
        ...atom,
        bounds: [...atom.bounds.slice(0, -1), { ...last, value, span: span(last.span.start, end.end) }],
        span: end,
      }));
    }
    case "elapsed":
      return inside(atom, trimSumEnd(atom.bound.value, cut), (value, end) => ({
        ...atom,
        bound: { ...atom.bound, value, span: span(atom.bound.span.start, end.end) },
        span: end,
      }));
    case "equality": {
      const last = atom.values.at(-1);
      if (last === undefined || atom.oneOf) return null;
      return inside(atom, trimSumEnd(last, cut), (value, end) => ({
        ...atom,
        values: [...atom.values.slice(0, -1), value],
        span: end,
      }));
    }
    case "membership":
      return inside(atom, trimSumEnd(atom.of, cut), (of, end) => ({ ...atom, of, span: end }));
    case "rankPosition":
      return inside(atom, trimSumEnd(atom.amount, cut), (amount, end) => ({ ...atom, amount, span: end }));
    case "within":
      return atom.inner === null
        ? null
        : inside(atom, trimAtomEnd(atom.inner, cut), (inner, end) => ({ ...atom, inner, span: end }));
    case "sameness":
    case "missing":
      return null;
  }
};

const trimSumEnd = (sum: Sum, cut: TailCut): Trimmed<Sum> | null => {
  if (sum.kind === "arithmetic") {
    return inside(sum, trimSumEnd(sum.right, cut), (right, end) => ({ ...sum, right, span: end }));
  }
  if (sum.kind !== "names") return null;
  const count = cut(sum);
  const at = sum.names.length - count;
  if (count === 0 || at === 0 || sum.joints[at - 1] !== true) return null;
  return { rest: namesBetween(sum, 0, at), names: namesBetween(sum, at, sum.names.length) };
};

const inside = <
  Inner extends { readonly span: { readonly end: number } },
  Outer extends { readonly span: { readonly start: number } },
>(
  outer: Outer,
  trimmed: Trimmed<Inner> | null,
  rebuild: (rest: Inner, end: ReturnType<typeof span>) => Outer,
): Trimmed<Outer> | null =>
  trimmed === null || trimmed.rest === null
    ? null
    : { rest: rebuild(trimmed.rest, span(outer.span.start, trimmed.rest.span.end)), names: trimmed.names };

// ───────── the left edge

/** The names that a phrase begins with; null where it begins with something else (有, 未, a number). */
export const leadingNames = (atom: Atom): Names | null => {
  switch (atom.kind) {
    case "plain":
      return leadingOfSum(atom.value);
    case "predication":
      return leadingOfSum(atom.subject);
    case "sameness":
      return leadingOfSum(atom.what);
    case "membership":
    case "equality":
    case "comparison":
    case "rankPosition":
      return atom.left === null ? null : leadingOfSum(atom.left);
    case "within":
      return leadingOfScope(atom.scope.form === "place" ? atom.scope.extent : null);
    case "existence":
      return leadingOfScope(atom.scope?.form === "place" ? atom.scope.extent : null);
    case "negated":
    case "elapsed":
    case "missing":
      return null;
  }
};

/** The phrase without its first `count` names; null where nothing is left. */
export const dropLeading = (atom: Atom, count: number): Atom | null => {
  switch (atom.kind) {
    case "plain": {
      const value = dropFromSum(atom.value, count);
      return value === null ? null : { ...atom, value, span: span(value.span.start, atom.span.end) };
    }
    case "predication": {
      const subject = dropFromSum(atom.subject, count);
      return subject === null
        ? atom.predicate
        : { ...atom, subject, span: span(subject.span.start, atom.span.end) };
    }
    case "sameness": {
      const what = dropFromSum(atom.what, count);
      return what === null ? null : { ...atom, what, span: span(what.span.start, atom.span.end) };
    }
    case "membership":
    case "equality":
    case "comparison":
    case "rankPosition": {
      const left = atom.left === null ? null : dropFromSum(atom.left, count);
      const start = left?.span.start ?? atom.left?.span.end ?? atom.span.start;
      return { ...atom, left, span: span(start, atom.span.end) };
    }
    case "within":
    case "existence": {
      const extent = atom.scope?.extent ?? null;
      const shorter = extent === null ? null : dropFromSum(extent, count);
      if (atom.scope === null || shorter === null) return null;
      const scope = { ...atom.scope, extent: shorter, span: span(shorter.span.start, atom.scope.span.end) };
      return { ...atom, scope, span: span(shorter.span.start, atom.span.end) };
    }
    case "negated":
    case "elapsed":
    case "missing":
      return null;
  }
};

const leadingOfSum = (sum: Sum): Names | null => {
  switch (sum.kind) {
    case "names":
      return sum;
    case "arithmetic":
      return leadingOfSum(sum.left);
    case "growth":
    case "rounded":
      return leadingOfSum(sum.of);
    case "call":
    case "date":
    case "grouped":
    case "meanLevel":
    case "missing":
    case "number":
    case "perTenThousand":
      return null;
  }
};

const leadingOfScope = (extent: Sum | null): Names | null => (extent === null ? null : leadingOfSum(extent));

const dropFromSum = (sum: Sum, count: number): Sum | null => {
  switch (sum.kind) {
    case "names":
      return count >= sum.names.length ? null : namesBetween(sum, count, sum.names.length);
    case "arithmetic": {
      const left = dropFromSum(sum.left, count);
      return left === null ? null : { ...sum, left, span: span(left.span.start, sum.span.end) };
    }
    case "growth":
    case "rounded": {
      const of = dropFromSum(sum.of, count);
      return of === null ? null : { ...sum, of, span: span(of.span.start, sum.span.end) };
    }
    case "call":
    case "date":
    case "grouped":
    case "meanLevel":
    case "missing":
    case "number":
    case "perTenThousand":
      return sum;
  }
};
