import type { Diagnostic, Span } from "../../language/index.ts";
import type { Declarations } from "../resolve/declared.ts";
import { nearestName } from "../resolve/suggest.ts";
import { fieldTypeAround, isComparedWith, isOrdered, parameterTypeAround } from "./declared-type.ts";
import { blockBefore, fieldInserted, measureInserted } from "./insert-places.ts";
import type { FileEdits, PolicyView, QuickFix } from "./model.ts";
import { wordAt, type WordInBlock } from "./sentence-around.ts";
import { wholeWord } from "./whole-word.ts";

/** Findings that say that a name means nothing where it stands. */
export const NAME_FINDINGS: ReadonlySet<string> = new Set(["undeclared-term", "unknown-name"]);

/** Declares the name as what its place asks for, or takes another name for it. The likeliest stands first. */
export const nameFixes = (view: PolicyView, finding: Diagnostic): readonly QuickFix[] => {
  const found = wordAt(view, finding.span.start);
  if (found === null) return [];
  const word = wholeWord(found, view.model.declarations);
  const { token, span } = word.tokens[word.index]!;
  const name = token.image;
  if (name === "" || /[「」\n]/u.test(name)) return [];
  const { declarations } = view.model;
  const fix = (title: string, edits: FileEdits): QuickFix => ({
    title,
    code: finding.code,
    span: finding.span,
    preferred: false,
    edits: [edits],
  });
  const here = (edit: FileEdits["edits"][number]): FileEdits => ({
    file: view.file.source.name,
    edits: [edit],
  });
  const nearest = nearestNames(name, declarations).map((other) =>
    fix(`改为“${other}”`, here({ span, newText: other })),
  );
  if (isComparedWith(word)) {
    const type = parameterTypeAround(word, declarations);
    const block = `【参数】${name}\n${type}由未明确确定。\n`;
    return [...nearest, fix(`声明为参数“${name}”${inBrackets(type)}`, here(blockBefore(word.block, block)))];
  }
  const measure = isOrdered(word)
    ? [fix(`声明为措施“${name}”`, measureInserted(view, word.block, name))]
    : [];
  const line = fieldLine(name, fieldTypeAround(word, declarations));
  const fields = (line === null ? [] : objectsAround(word, declarations)).flatMap((object) => {
    const edits = fieldInserted(view, object, line!);
    return edits === null ? [] : [fix(`声明为“${object}”的字段“${line}”`, edits)];
  });
  return [...nearest, ...measure, ...fields];
};

/** The fixes of a name finding that `nameFixes` does not say better: its 【参数】 have their units. */
export const withoutBareParameter = (fixes: readonly QuickFix[]): readonly QuickFix[] =>
  fixes.filter(
    ({ edits }) => !edits.some((each) => each.edits.some(({ newText }) => newText.startsWith("【参数】"))),
  );

/** `名称：类型`; 距 before a period belongs to the sentence and not to the date. */
const fieldLine = (name: string, type: string | null): string | null => {
  if (type === null) return null;
  const date = /^[距自](.+)$/u.exec(name)?.[1];
  return date !== undefined && PERIOD.test(type) ? `${date}：日期` : `${name}：${type}`;
};

const PERIOD = /^数值（(?:周?年|个?月|个?季度|日|天|周)）$/u;

const inBrackets = (type: string): string => (type === "" ? "" : `（${type.replace(/，$/u, "")}）`);

/** Names that were probably meant, the nearest first. */
const nearestNames = (name: string, declarations: Declarations): readonly string[] => {
  const known = new Set(declarations.byName.keys());
  const found: string[] = [];
  while (found.length < MOST_NEAREST) {
    const nearest = nearestName(name, known);
    if (nearest === null) break;
    found.push(nearest);
    known.delete(nearest);
  }
  return found;
};

const MOST_NEAREST = 3;
const MOST_OBJECTS = 2;

/** The objects that the sentence speaks of, the one whose record the name probably belongs to first. */
const objectsAround = ({ tokens, index }: WordInBlock, declarations: Declarations): readonly string[] => {
  const found = new Set<string>();
  const owner = tokens[index - 1]?.token.tokenType.name === "Of" ? tokens[index - 2]?.token.image : undefined;
  for (const each of declarations.byName.get(owner ?? "") ?? []) {
    if (each.kind === "field" && each.field.type.kind === "reference") found.add(each.field.type.object);
  }
  const around = [...tokens.slice(0, index).toReversed(), ...tokens.slice(index + 1)];
  for (const certain of [true, false]) {
    for (const { token } of around) {
      if (token.tokenType.name !== "Term" && token.tokenType.name !== "Quoted") continue;
      for (const object of objectsOf(token.image, declarations, certain)) found.add(object);
      if (found.size >= MOST_OBJECTS) return [...found].slice(0, MOST_OBJECTS);
    }
  }
  return [...found];
};

/** An object, or one that a value makes the noun of a sentence; else the only one that has such a field. */
const objectsOf = (name: string, declarations: Declarations, certain: boolean): readonly string[] => {
  const declared = declarations.byName.get(name) ?? [];
  const objects = new Set<string>();
  for (const each of declared) {
    if (certain && each.kind === "object") objects.add(each.name);
    if (certain && each.kind === "value") objects.add(each.object);
    if (!certain && each.kind === "field") objects.add(each.object);
  }
  return objects.size === 1 ? [...objects] : [];
};

export const touches = (range: Span, span: Span): boolean =>
  range.start <= span.end && span.start <= range.end;
