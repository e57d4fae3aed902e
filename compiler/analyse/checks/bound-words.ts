import type { PolicyFile, TextEdit } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type { Limit } from "./bands.ts";

/** Makes a limit that is included excluded, and the other way round, in words that stand where such words stand. */
export const turned = (files: readonly PolicyFile[], limit: Limit, then: string): readonly Suggestion[] =>
  written(files, limit, limit, then);

/** Moves a limit to another one of the same text, so that the two bands meet there and every amount lies in one. */
export const meetingAt = (
  files: readonly PolicyFile[],
  limit: Limit,
  other: Limit,
  then: string,
): readonly Suggestion[] => written(files, limit, other, then);

const written = (
  files: readonly PolicyFile[],
  limit: Limit,
  { value: other, inclusive }: Limit,
  then: string,
): readonly Suggestion[] => {
  const { condition, value } = limit;
  const { file, span } = value.origin;
  const text = files.find(({ source }) => source.name === file)?.source.text;
  if (text === undefined || other.origin.file !== file) return [];
  const { word } = condition;
  const before = text.slice(0, span.start).endsWith(word);
  const after = text.slice(span.end).startsWith(word);
  if (word === "" || before === after) return [];
  const start = before ? span.start - word.length : span.start;
  const end = after ? span.end + word.length : span.end;
  const said = text.slice(other.origin.span.start, other.origin.span.end);
  const changed = worded({ ...limit, inclusive, value: other }, said);
  return [suggestion(file, text, { span: { start, end }, newText: changed }, then)];
};

const suggestion = (file: string, text: string, edit: TextEdit, then: string): Suggestion => ({
  title: `把“${text.slice(edit.span.start, edit.span.end)}”改为“${edit.newText}”：${then}`,
  file,
  edits: [edit],
});

/** 100笔以上 becomes 超过100笔: a band that had its limit has it no more, one that had it not gets it. */
const worded = ({ condition, side, inclusive, value }: Limit, said: string): string => {
  const kind = kindOf(condition.kind, value.type.kind);
  const words = WORDS[kind][side][inclusive ? "without" : "with"];
  // Behind the name of a parameter such a word could be taken for a part of the name.
  return words.behind !== undefined && value.kind === "literal"
    ? `${said}${words.behind}`
    : `${words.before}${said}`;
};

type Kind = "number" | "order" | "date" | "period";

const kindOf = (condition: Limit["condition"]["kind"], value: Limit["value"]["type"]["kind"]): Kind => {
  if (condition === "elapsed") return "period";
  if (condition === "compareOrder") return "order";
  return value === "date" ? "date" : "number";
};

interface Words {
  readonly before: string;
  /** Stands behind a number; where there is one it reads better. */
  readonly behind?: string;
}

const WORDS: Readonly<
  Record<Kind, Record<Limit["side"], { readonly with: Words; readonly without: Words }>>
> = {
  number: {
    lower: { with: { before: "不低于", behind: "以上" }, without: { before: "超过" } },
    upper: { with: { before: "不超过", behind: "以下" }, without: { before: "不满" } },
  },
  order: {
    lower: { with: { before: "不低于", behind: "以上" }, without: { before: "高于" } },
    upper: { with: { before: "不高于", behind: "以下" }, without: { before: "低于" } },
  },
  date: {
    lower: { with: { before: "不早于" }, without: { before: "晚于" } },
    upper: { with: { before: "不晚于" }, without: { before: "早于" } },
  },
  period: {
    lower: { with: { before: "已满" }, without: { before: "超过" } },
    upper: { with: { before: "不超过" }, without: { before: "不满" } },
  },
};
