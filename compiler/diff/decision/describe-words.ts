import {
  findNormativeWords,
  parseCitation,
  span,
  type Provision,
  type Span,
} from "../../../language/index.ts";
import type { TextEdit } from "../../model/change.ts";
import { editsBetween } from "../edits/index.ts";
import { bareWords } from "./bare-words.ts";
import type { DescribeContext } from "./describe.ts";
import { findOnce } from "./find-once.ts";
import { partName } from "./part-name.ts";
import type { Statement } from "./statement.ts";

/** What is compared: a 条, 款 or element on both sides. */
export interface ChangedWords {
  readonly label: string;
  readonly provision: Provision | null;
  readonly left: Span;
  readonly right: Span;
  readonly rightProvision: Provision | null;
}

/** More changes than these are easier to read as new text. */
const MOST_CHANGES = 5;
const LONGEST_QUOTE = 100;
/** What touches more of a 款 than this is a new 款. */
const MOST_OF_SCOPE = 0.8;

/**
 * 将第六条中的“A”修改为“B”, where A is a whole clause or stands by itself in the sentence, and is found once in the
 * 款 or 项 that is named; null where the changes are too many or too long for that.
 */
export const describeWords = (
  context: DescribeContext,
  changed: ChangedWords,
): readonly Statement[] | null => {
  const { left, right } = context;
  const edits = editsBetween(
    { document: left.document, provision: changed.provision, span: changed.left },
    { document: right.document, provision: changed.rightProvision, span: changed.right },
    { partnerOf: context.partnerOf },
  );
  const told = edits.filter(({ class: kind }) => kind !== "reference" && kind !== "whitespace");
  if (told.length === 0 || told.length > MOST_CHANGES) return null;
  const windows: Window[] = [];
  for (const edit of told) {
    const scope = scopeOf(context, changed, edit);
    if (scope === null) return null;
    const own = windowOf(left.text, edit, scope);
    const last = windows.at(-1);
    if (last !== undefined && own.start <= last.end) {
      if (last.scope.label !== scope.label) return null;
      windows[windows.length - 1] = { ...last, end: Math.max(last.end, own.end), edit: null };
    } else windows.push(own);
  }
  const statements = windows.map((window) => statementOf(context, edits, window));
  const size = statements.reduce((sum, statement) => sum + sizeOf(statement), 0);
  if (size > 2 * LONGEST_QUOTE && size * 2 > changed.right.end - changed.right.start) return null;
  return statements.includes(null) ? null : statements.filter((statement) => statement !== null);
};

interface Scope {
  readonly label: string;
  readonly span: Span;
}

/** What is quoted of the text in force; with several edits in it, or one that may have a form of its own. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  readonly edit: TextEdit | null;
}

const sizeOf = (statement: Statement | null): number =>
  statement?.kind === "replace" ? statement.after.length : 0;

/** The innermost 款 or 项 of the change that a decision can name. */
const scopeOf = ({ left }: DescribeContext, changed: ChangedWords, edit: TextEdit): Scope | null => {
  if (/\n/.test(edit.before) || /\n/.test(edit.after) || edit.class === "numbering") return null;
  let part = edit.leftPath === null ? null : (left.document.byPath.get(edit.leftPath) ?? null);
  while (part !== null && part !== changed.provision && !isNameable(part)) part = part.parent;
  if (part === null || part === changed.provision || part.label === changed.provision?.label) {
    return { label: changed.label, span: changed.left };
  }
  return { label: partName(part), span: part.span };
};

export const isNameable = ({ label }: Provision): boolean => !/[、，：“”同]/.test(label);

const windowOf = (text: string, edit: TextEdit, scope: Scope): Window => {
  const { start, end } = edit.left;
  const plain = { start, end, scope, edit };
  if (edit.before !== "" && standsAlone(text, edit) && isOnce(text, plain)) return plain;
  return widened(text, { ...plain, edit: edit.before === "" && isClause(text, edit) ? edit : null });
};

const isOnce = (text: string, { start, end, scope }: Window): boolean =>
  typeof findOnce(text, scope.span, text.slice(start, end)) !== "string";

/** 必须 → 应当, 三年 → 五年, a citation; or whole clauses taken out. */
const standsAlone = (text: string, { before, after, left }: TextEdit): boolean => {
  if (after === "")
    return (
      MARK.test(text[left.end] ?? "。") && (MARK.test(before) || MARK.test(text[left.start - 1] ?? "。"))
    );
  return [before, after].every((words) => isWholeWord(words));
};

const isWholeWord = (words: string): boolean =>
  NUMBER.test(words) ||
  parseCitation(words) !== null ||
  findNormativeWords(words).some((found) => found.word === words);

const NUMBER =
  /^[0-9０-９零〇一二两三四五六七八九十百千万亿.．％%‰]{1,}(?:个?(?:周岁|工作日|小时|分钟|平方米|公里|[年月日天岁元人倍米笔家户次分])){0,3}[0-9月日]{0,6}(?:以[上下内外前后])?$/;

/** Begins with a mark: opens a clause or the next member of a row. */
const MARK = /^[。；，：、]/;

/** New clauses between two others, or a new end of a row. */
const isClause = (text: string, { after, left }: TextEdit): boolean =>
  (MARK.test(after) && MARK.test(text[left.start] ?? "。")) ||
  (/[。；，：、]$/.test(after) && MARK.test(text[left.start - 1] ?? "。"));

/** Out to the ends of the clause; and to the next ones while the words stand there twice. */
const widened = (text: string, window: Window): Window => {
  let { start, end } = window;
  const from = window.scope.span.start;
  const to = window.scope.span.end;
  const grow = (): void => {
    while (start > from && !CLAUSE_END.test(text[start - 1]!)) start -= 1;
    while (end < to && !CLAUSE_END.test(text[end]!)) end += 1;
  };
  if (window.edit === null) grow();
  else if (MARK.test(window.edit.after))
    while (start > from && !CLAUSE_END.test(text[start - 1]!)) start -= 1;
  else while (end < to && !CLAUSE_END.test(text[end]!)) end += 1;
  for (let tries = 0; tries < 3 && (start === end || !isOnce(text, { ...window, start, end })); tries += 1) {
    if (start > from && text[start - 1] !== "\n") start -= 1;
    else if (end < to && text[end] !== "\n") end += 1;
    grow();
  }
  return { ...window, start, end };
};

const CLAUSE_END = /[。；，：\n]/;

const statementOf = (
  context: DescribeContext,
  edits: readonly TextEdit[],
  window: Window,
): Statement | null => {
  const { text } = context.left;
  const { edit } = window;
  const inside = span(
    ...edits.reduce<[number, number]>(
      ([start, end], { left }) =>
        left.start < end && start < left.end
          ? [Math.min(start, left.start), Math.max(end, left.end)]
          : [start, end],
      [window.start, window.end],
    ),
  );
  const written = text.slice(inside.start, inside.end);
  const words = written.trim();
  if (
    words.length >
    MOST_OF_SCOPE * bareWords(text.slice(window.scope.span.start, window.scope.span.end)).length
  ) {
    return null;
  }
  if (words.includes("\n") || words === "" || words.length > LONGEST_QUOTE) return null;
  if (!isOnce(text, { ...window, ...inside })) return null;
  const target = window.scope.label;
  if (edit !== null && edit.before === "") {
    if (inside.end === edit.left.start)
      return { kind: "insert", target, side: "behind", words, text: edit.after.trim() };
    if (inside.start === edit.left.end)
      return { kind: "insert", target, side: "before", words, text: edit.after.trim() };
  }
  const after = context.right.text
    .slice(inRight(edits, inside.start, "start"), inRight(edits, inside.end, "end"))
    .trim();
  return after === "" ? { kind: "strike", target, words } : { kind: "replace", target, before: words, after };
};

/** Where an offset of the left text that no edit holds stands in the right one. */
const inRight = (edits: readonly TextEdit[], offset: number, side: "start" | "end"): number => {
  const before = edits.findLast(({ left }) =>
    side === "start" ? left.end < offset || (left.end === offset && left.start < offset) : left.end <= offset,
  );
  if (before !== undefined) return before.right.end + (offset - before.left.end);
  const first = edits[0]!;
  return first.right.start - (first.left.start - offset);
};
