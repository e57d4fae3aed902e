import type { Suggestion } from "../../model/analysis.ts";
import type { Condition, Program, Subject } from "../../model/ir.ts";
import { endOfBlock, freeName } from "./rule-edit.ts";
import { askedBy, type ArticleCase, type Norm, type Situation } from "./unprovided-situations.ts";

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
const frontOf = (program: Program, { placed, others, situations }: ArticleCase): string | null => {
  const itself = new Map<string, string>();
  const denied: string[] = [];
  for (const rule of [...placed, ...others]) {
    for (const condition of askedBy(program, rule).flatMap(conjuncts)) {
      const { words } = condition.origin;
      if (condition.kind === "constant") continue;
      if (isOwn(condition)) {
        if (placed.includes(rule)) itself.set(words, words);
        continue;
      }
      const other = deniedWords(condition);
      if (other === null) return null;
      denied.push(other);
    }
  }
  const rest = situations.map((situation) => situationDenied(situation));
  const [subject, ...own] = [...itself.keys()];
  const parts = [...own, ...denied, ...rest];
  return subject === undefined ? null : `${subject}${parts.join("且")}`;
};

const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" ? condition.operands.flatMap(conjuncts) : [condition];

const isOwn = (condition: Condition): boolean =>
  (condition.kind === "holds" && condition.term.kind === "field" && condition.term.of.kind === "variable") ||
  (condition.kind === "oneOf" && condition.left.kind === "field" && condition.left.of.kind === "variable");

/** 没有 for 有, and 为否 behind a yes-or-no fact; null where the words do not turn so plainly. */
const deniedWords = (condition: Condition): string | null => {
  const { words } = condition.origin;
  if (condition.kind === "holds") return `${words}为否`;
  if (condition.kind === "not" && condition.operand.kind === "exists")
    return words.includes("没有") ? words.replace("没有", "有") : null;
  if (condition.kind === "exists") return words.replace(/(?<!没)有/u, "没有");
  return null;
};

const situationDenied = ({ field, of, value }: Situation): string =>
  `${pathOf(of)}的${field.name}${value ? "为否" : ""}`;

/** 所在区域, 所在区域的所属县区. */
const pathOf = (subject: Subject): string =>
  subject.kind === "variable"
    ? ""
    : subject.from.kind === "variable"
      ? subject.field
      : `${pathOf(subject.from)}的${subject.field}`;
