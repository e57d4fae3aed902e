import type { Span, TextEdit } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type {
  Definition,
  ExceptionClause,
  MeasureRule,
  Parameter,
  Program,
  RequirementRule,
} from "../../model/ir.ts";

/** Takes what some rules are about out of others: an 【例外】 with the words of the first, behind the block of each. */
export const exceptionsFor = (
  program: Program,
  preferred: readonly MeasureRule[],
  limited: readonly MeasureRule[],
): readonly Suggestion[] => {
  const { text, file } = program.policy;
  if (text === undefined) return [];
  const edits: TextEdit[] = [];
  for (const rule of preferred) {
    const parts = rule.origin.file === file ? partsOf(text, rule) : null;
    const at = endOfBlock(text, rule.origin.span.end);
    if (parts === null || at === null || /，但|除外/u.test(parts.rest)) return [];
    const name = freeName(program, `${rule.name}的除外`);
    const targets = limited.map((each) => each.name).join("、");
    const newText = `【例外】${name}\n${parts.front}，不受${targets}限制${parts.rest}\n`;
    edits.push({ span: { start: at, end: at }, newText });
  }
  const names = (rules: readonly MeasureRule[]): string => rules.map(({ name }) => `“${name}”`).join("、");
  const title = `以${names(preferred)}为准：增加【例外】，符合的记录不再适用${names(limited)}。以哪一条为准，须由起草人决定`;
  return [{ title, file, edits }];
};

/** The words of a rule before its action, and those behind it. */
export const partsOf = (
  text: string,
  { origin, orders }: MeasureRule,
): { readonly front: string; readonly rest: string } | null => {
  const starts = orders.map((order) => order.origin.span.start);
  const ends = orders.map((order) => order.origin.span.end);
  const before = text.slice(origin.span.start, Math.min(...starts));
  const rest = text.slice(Math.max(...ends), origin.span.end).trimEnd();
  const word = orders[0]?.modality.word ?? "";
  const bare = before.trimEnd();
  const unbound = word !== "" && bare.endsWith(word) ? bare.slice(0, -word.length) : bare;
  if (word !== "" && unbound === bare) return null;
  const front = unbound.replace(/，$/u, "");
  return front === unbound || front === "" ? null : { front, rest: /[。]$/u.test(rest) ? rest : `${rest}。` };
};

/** Where a block of its own can stand behind the one at an offset; null at the end of an unfinished file. */
export const endOfBlock = (text: string, from: number): number | null => {
  // A block may end with its line, and with the 【完】 behind it.
  const start = text.slice(0, from).replace(/\s*(?:【完】\s*)?$/u, "").length;
  const next = /\n[ \t　]*(?=【)/u.exec(text.slice(start));
  return next === null ? null : start + next.index + 1;
};

/** A name that nothing in the program has. */
export const freeName = ({ decisions, exceptions }: Program, name: string): string => {
  const taken = new Set([...decisions, ...exceptions.values()].map((each) => each.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}${count}`;
  return free;
};

/** Takes out an exception that does nothing: its 但书, or its block where that says nothing else. */
export const withoutException = (
  { policy, exceptions }: Program,
  { id, name, origin: { file, span } }: ExceptionClause,
): readonly Suggestion[] => {
  const { text } = policy;
  if (text === undefined || file !== policy.file) return [];
  const before = /，但(?:是)?$/u.exec(text.slice(0, span.start));
  const after = /^的?(?:情形|情况)?(?:除外|不在此限)/u.exec(text.slice(span.end));
  if (before !== null && after !== null) {
    const proviso = { start: before.index, end: span.end + after[0].length };
    return [{ title: `删去“${text.slice(proviso.start, proviso.end)}”`, file, edits: [deletion(proviso)] }];
  }
  const isAlone = [...exceptions.values()].every((each) => each.id === id || each.name !== name);
  const block = isAlone ? blockAround(text, span, "例外") : null;
  return block === null ? [] : [{ title: `删去【例外】${name}`, file, edits: [deletion(block)] }];
};

/** Takes out a rule or a definition that says nothing of its own, where its block says nothing else. */
export const withoutRule = (
  { policy, decisions }: Program,
  { kind, name, origin: { file, span } }: MeasureRule | RequirementRule | Definition,
): readonly Suggestion[] => {
  const { text } = policy;
  const keyword = kind === "definition" ? "定义" : "规则";
  const isAlone = decisions.filter((each) => each.name === name).length === 1;
  const block =
    text === undefined || file !== policy.file || !isAlone ? null : blockAround(text, span, keyword);
  return block === null ? [] : [{ title: `删去【${keyword}】${name}`, file, edits: [deletion(block)] }];
};

/** Takes out a 【参数】 that nothing reads. */
export const withoutParameter = (
  { policy }: Program,
  { name, origin: { file, span } }: Pick<Parameter, "name" | "origin">,
): readonly Suggestion[] => {
  const { text } = policy;
  const block = text === undefined || file !== policy.file ? null : blockAround(text, span, "参数");
  return block === null ? [] : [{ title: `删去【参数】${name}`, file, edits: [deletion(block)] }];
};

const deletion = (span: Span): TextEdit => ({ span, newText: "" });

/** From the header of the block that a clause stands in to the next header; null where that is another block. */
const blockAround = (text: string, { start, end }: Span, keyword: string): Span | null => {
  const header = text.lastIndexOf("【", start);
  const next = endOfBlock(text, end);
  if (next === null || !text.startsWith(`【${keyword}】`, header)) return null;
  // 【完】 ends blocks: where none is left before it, it goes too.
  const closing = /^[ \t　]*【完】[^\n]*\n?/u.exec(text.slice(next));
  const before = text.lastIndexOf("\n【", header - 2);
  const isAlone = before < 0 || text.startsWith("\n【完】", before);
  return { start: header, end: closing !== null && isAlone ? next + closing[0].length : next };
};
