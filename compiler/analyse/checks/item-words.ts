import type { Program } from "../../model/ir.ts";
import type { WrittenItem } from "./item-text.ts";

/** The condition of an item in its own words, to be used inside another one; null where it cannot be moved there. */
export const wordsOfItem = ({ file, item }: WrittenItem): string | null => {
  const [phrase, ...others] = item.phrases;
  if (
    phrase === undefined ||
    others.length > 0 ||
    item.proviso !== null ||
    item.guard !== null ||
    item.head !== null
  )
    return null;
  const words = file.source.text.slice(phrase.span.start, phrase.span.end);
  return /[，,]/u.test(words) ? `（${words}）` : words;
};

/** Whether an item ends in a noun: 单体定点零售药店; else it is a sentence, which 的 makes one. */
export const endsInNoun = (program: Program, { item }: WrittenItem): boolean => {
  const [phrase] = item.phrases;
  const [clause, ...others] = phrase?.clauses ?? [];
  if (clause === undefined || others.length > 0 || clause.joints.some(({ kind }) => kind !== "of"))
    return false;
  const last = clause.atoms.at(-1);
  if (last?.kind !== "plain" || last.value.kind !== "names") return false;
  const { names, joints } = last.value;
  const [first, end] = [names[0]!.text, names.at(-1)!.text];
  const isNoun = nouns(program).has(end);
  return isNoun && (names.length === 1 || joints.at(-1) === true || !fields(program).has(first));
};

const fields = (program: Program): ReadonlySet<string> =>
  new Set([...program.objects.values()].flatMap((object) => [...object.fields.keys()]));

const nouns = (program: Program): ReadonlySet<string> =>
  new Set([
    ...program.objects.keys(),
    ...program.decisions.flatMap((decision) => (decision.kind === "definition" ? [decision.name] : [])),
    ...[...program.objects.values()].flatMap((object) =>
      [...object.fields.values()].flatMap(({ type }) => (type.kind === "enumeration" ? type.values : [])),
    ),
  ]);
