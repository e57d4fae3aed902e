import type { Suggestion } from "../../model/analysis.ts";
import type { Condition, Program, Subject } from "../../model/ir.ts";
import { conjuncts } from "./conditions.ts";
import { endOfBlock, freeName } from "./rule-edit.ts";
import {
  askedBy,
  isAboutItself,
  type ArticleCase,
  type Norm,
  type Situation,
} from "./unprovided-situations.ts";

/** One rule for the rest, for each measure that the article already has: which one it is to be is not ours to say. */
export const extensions = (program: Program, each: ArticleCase): readonly Suggestion[] => {
  const { text, file } = program.policy;
  const rules = [...each.placed, ...each.others];
  const front = frontOf(program, each);
  if (text === undefined || front === null) return [];
  const last = Math.max(...rules.map(({ origin }) => origin.span.end));
  const at = endOfBlock(text, last);
  if (at === null) return [];
  const name = freeName(program, "其余情形");
  const measures = new Map(rules.flatMap(actionsOf).map((action) => [action, action]));
  return [...measures.keys()].map((action) => ({
    title: `增加【规则】，对其余情形规定“${action}”。怎样办理须由起草人决定，并相应补写原文`,
    file,
    edits: [{ span: { start: at, end: at }, newText: `【规则】${name}\n${front}的，${action}。\n` }],
  }));
};

const actionsOf = (rule: Norm): readonly string[] =>
  rule.kind === "measure" ? rule.orders.map(({ modality, measure }) => `${modality.word}${measure}`) : [];

/** The record that the article is about, outside of everything that it provides for. */
const frontOf = (program: Program, { object, placed, others, situations }: ArticleCase): string | null => {
  const itself = new Set<string>();
  const denied: string[] = [];
  for (const rule of [...placed, ...others]) {
    const parts = askedBy(program, rule)
      .flatMap(conjuncts)
      .filter(({ kind }) => kind !== "constant");
    const own = parts.filter(isAboutItself);
    const asked = parts.filter((part) => !own.includes(part));
    if (placed.includes(rule)) for (const { origin } of own) itself.add(origin.words);
    denied.push(
      ...(asked.length === 1 ? deniedWords(asked[0]!) : [`非（${asked.map(wordsOf).join("且")}）`]),
    );
  }
  // A rule that asks nothing but of the record itself leaves nothing to be said of the place.
  if (denied.includes("非（）")) return null;
  const isUnnamed = placed.every(({ subject }) => subject.kind === "constant");
  const [noun, ...own] = isUnnamed ? [object, ...itself] : itself;
  const rest = situations.map(situationDenied);
  return noun === undefined ? null : `${noun}${[...new Set([...own, ...denied, ...rest])].join("且")}`;
};

const wordsOf = ({ origin }: Condition): string => origin.words;

/** 没有 for 有 and the other way, the declared denial of a yes-or-no fact, else 非（…）; each of several cases by itself. */
const deniedWords = (condition: Condition): readonly string[] => {
  const { words } = condition.origin;
  switch (condition.kind) {
    case "any":
      return condition.operands.flatMap(deniedWords);
    case "exists":
      if (/^[^没]*有[^有]*$/u.test(words)) return [words.replace("有", "没有")];
      break;
    case "not":
      if (condition.operand.kind === "exists" && /^[^有]*没有[^有]*$/u.test(words))
        return [words.replace("没有", "有")];
      break;
    case "all":
    case "atLeast":
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "ranked":
    case "reading":
    case "defined":
      break;
  }
  return [`非（${words}）`];
};

const situationDenied = ({ field, of, value }: Situation): string => {
  const path = pathOf(of);
  if (!value) return `${path}的${field.name}`;
  return field.negativeName === null ? `非（${path}的${field.name}）` : `${path}的${field.negativeName}`;
};

/** 所在区域, 所在区域的所属县区. */
const pathOf = (subject: Subject): string =>
  subject.kind === "variable"
    ? ""
    : subject.from.kind === "variable"
      ? subject.field
      : `${pathOf(subject.from)}的${subject.field}`;
