import { errorsAdded } from "../../../compiler/ide/applied-edits.ts";
import { occurrenceAt, occurrencesOf } from "../../../compiler/ide/occurrences.ts";
import { rename, type FileEdits, type RenameAnswer } from "../../../compiler/ide/index.ts";
import type { View } from "./open-file.ts";
import { textsAfter, type Trial } from "./trial.ts";

/** A view with what tries its texts. */
export interface Tried {
  readonly view: View;
  readonly trial: Trial;
}

/**
 * Renames in a policy, in its vocabularies, and in the other policies that use the vocabulary in which the name is
 * declared. Where one of them would not be the same afterwards, nothing is renamed.
 */
export const renameEverywhere = (
  { view, trial }: Tried,
  offset: number,
  name: string,
  usersOf: (file: string) => readonly Tried[],
): RenameAnswer => {
  const own = rename(view, offset, name, (texts) => trial(view, texts));
  if (own.kind === "refused") return own;
  const target = occurrenceAt(view, view.file.source.name, offset)?.targets[0];
  const home = occurrencesOf(view).all.find(
    (each) => each.isDeclaration && target !== undefined && each.targets.includes(target),
  );
  if (target === undefined || home === undefined) return own;
  const known = new Set([view.file, ...view.vocabularies].map(({ source }) => source.name));
  const users = usersOf(home.file).filter((user) => !known.has(user.view.path));
  const files: FileEdits[] = [...own.files];
  for (const user of users) {
    const found = editsIn(user, target, name);
    if (found.kind === "refused") return inFile(user.view.path, found.message);
    files.push(...found.files);
  }
  for (const user of users) {
    const error = errorsAdded(user.view, user.trial(user.view, textsAfter(user.view, files)));
    if (error !== null) return inFile(user.view.path, `改为“${name.trim()}”后会出错：${error.message}`);
  }
  return { kind: "edits", files };
};

/** Only what stands in the policy itself; the vocabulary is renamed once. */
const editsIn = ({ view, trial }: Tried, target: string, name: string): RenameAnswer => {
  const first = (occurrencesOf(view).byTarget.get(target) ?? []).find(({ file }) => file === view.path);
  if (first === undefined) return { kind: "edits", files: [] };
  const answer = rename(view, first.span.start, name, (texts) => trial(view, texts));
  return answer.kind === "refused"
    ? answer
    : { kind: "edits", files: answer.files.filter(({ file }) => file === view.path) };
};

const inFile = (path: string, message: string): RenameAnswer => ({
  kind: "refused",
  message: `这个名称在“${path}”中也使用，没有改名。在那里：${message}`,
});
