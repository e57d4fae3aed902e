import type {
  Atom,
  Bound,
  Clause,
  Item,
  Names,
  NormSentence,
  Phrase,
  Scope,
  Sum,
} from "../../language/index.ts";
import { printRational } from "../../language/index.ts";

/** Conditions and sentences in one line each, so that a test shows how words attach. */
export const outlinePhrase = (phrase: Phrase): string =>
  phrase.clauses
    .map(
      (clause, index) =>
        (index === 0 ? "" : ` ，${phrase.connectives[index - 1]!.kind} `) + outlineClause(clause),
    )
    .join("");

export const outlineClause = (clause: Clause): string =>
  clause.atoms
    .map((atom, index) => (index === 0 ? "" : ` ${clause.joints[index - 1]!.kind} `) + outlineAtom(atom))
    .join("");

const outlineAtom = (atom: Atom): string => {
  switch (atom.kind) {
    case "predication":
      return `${outlineSum(atom.subject)} ▸ ${outlineAtom(atom.predicate)}`;
    case "negated":
      return `¬${outlineAtom(atom.operand)}`;
    case "existence":
      return `${atom.negated ? "∄" : "∃"}${scopeOf(atom.scope)}${atom.quantity === null ? "" : `[${outlineBound(atom.quantity)}]`}(${outlineClause(atom.body)})`;
    case "sameness":
      return `same${atom.negated ? "¬" : ""}(${outlineSum(atom.what)})`;
    case "membership":
      return `${leftOf(atom.left)}${atom.negated ? "∉" : "∈"}${outlineSum(atom.of)}`;
    case "elapsed":
      return `since(${outlineSum(atom.from)}) ${outlineBound(atom.bound)}`;
    case "comparison":
      return `${leftOf(atom.left)}${atom.bounds.map(outlineBound).join("&")}`;
    case "equality":
      return `${leftOf(atom.left)}${atom.negated ? "≠" : "="}${atom.values.map(outlineSum).join("|")}`;
    case "rankPosition":
      return `${leftOf(atom.left)}${atom.end}(${outlineSum(atom.amount)})`;
    case "within":
      return `${scopeOf(atom.scope)}${atom.inner === null ? "" : outlineAtom(atom.inner)}`;
    case "plain":
      return outlineSum(atom.value);
    case "missing":
      return "⟨缺⟩";
  }
};

const leftOf = (left: Sum | null): string => (left === null ? "_" : outlineSum(left));

const scopeOf = (scope: Scope | null): string =>
  scope === null ? "" : `{${scope.form}${scope.extent === null ? "" : ` ${outlineSum(scope.extent)}`}}`;

const SIGNS = {
  atLeast: "≥",
  atMost: "≤",
  lessThan: "<",
  greaterThan: ">",
  equal: "==",
  notEqual: "!=",
  approximately: "≈",
} as const;

const outlineBound = (bound: Bound): string => `${SIGNS[bound.operator]}${outlineSum(bound.value)}`;

const outlineNames = (names: Names): string =>
  (names.lead === null ? "" : `${names.lead}:`) +
  names.names
    .map((name, index) => (index === 0 ? "" : names.joints[index - 1]! ? "的" : "·") + name.text)
    .join("");

export const outlineSum = (sum: Sum): string => {
  switch (sum.kind) {
    case "number":
      return printRational(sum.value) + (sum.unit?.text ?? "") + (sum.share ? "%" : "");
    case "date":
      return `${sum.year}-${sum.month}-${sum.day}`;
    case "names":
      return outlineNames(sum);
    case "arithmetic":
      return `(${outlineSum(sum.left)} ${sum.operator} ${outlineSum(sum.right)})`;
    case "call":
      return `${sum.function}(${sum.arguments.map(outlinePhrase).join("; ")})`;
    case "growth":
      return `growth(${outlineSum(sum.of)})`;
    case "perTenThousand":
      return `per10000(${outlineSum(sum.of)})`;
    case "meanLevel":
      return sum.cityWide ? "cityMean" : "mean";
    case "rounded":
      return `${sum.mode}(${outlineSum(sum.of)}, ${sum.digits})`;
    case "grouped":
      return `（${outlinePhrase(sum.phrase)}）`;
    case "missing":
      return "⟨缺⟩";
  }
};

export const outlineNorm = (sentence: NormSentence): readonly string[] => [
  ...(sentence.inPrinciple === null ? [] : ["原则上"]),
  ...sentence.excluding.map(
    (phrase) => `${sentence.additional ? "adding" : "except"} ${outlinePhrase(phrase)}`,
  ),
  ...sentence.parts.map(
    (part) =>
      `${sentence.toward ? "对 " : ""}if ${part.phrases.map(outlinePhrase).join(" 、 ")}${part.head === null ? "" : ` <${part.head.mode}${part.head.count ?? ""}>`} [${part.closing ?? ""}]`,
  ),
  ...sentence.actions.map(
    (action) =>
      `do ${action.inPrinciple === null ? "" : "原则上"}${action.modal?.text ?? "–"} ${action.deadline === null ? "" : `{${action.deadline.from === null ? "" : `${outlineSum(action.deadline.from)}起`}${outlineSum(action.deadline.amount)}${action.deadline.word}} `}${action.head === null ? "" : `<${action.head.mode}${action.head.count ?? ""}>`}${action.phrases.map(outlinePhrase).join(" + ")}`,
  ),
  ...sentence.provisos.map((phrase) => `but ${outlinePhrase(phrase)}`),
  ...sentence.basis.map((quote) => `依据 ${quote.text}`),
  ...(sentence.guard === null ? [] : [`限 ${sentence.guard.reading.text}${sentence.guard.option}`]),
  ...sentence.items.flatMap((item) => outlineItem(item, "  ")),
];

export const outlineItem = (item: Item, indent = ""): readonly string[] => [
  `${indent}${item.number} ${item.otherwise ? "其他" : ""}${item.phrases.map(outlinePhrase).join(" 、 ")}${item.head === null ? "" : `<${item.head.mode}${item.head.count ?? ""}>`}${item.value === null ? "" : ` → ${outlineSum(item.value)}`}${item.proviso === null ? "" : ` but ${outlinePhrase(item.proviso)}`}${item.basis.map((quote) => ` 依据${quote.text}`).join("")}${item.guard === null ? "" : ` 限${item.guard.reading.text}${item.guard.option}`}`,
  ...item.items.flatMap((child) => outlineItem(child, `${indent}  `)),
];
