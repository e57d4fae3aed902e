import { printNumeral } from "../../../language/index.ts";
import type { Statement } from "./statement.ts";
import { isBalanced, quoted } from "./quotes.ts";
import { sentenceOf } from "./write.ts";

/** Title, opening and numbered items; what is ordered for the whole text stands behind them, without a number. */
export const writeDecision = (
  name: string,
  ground: string | null,
  items: readonly (readonly Statement[])[],
  publication: readonly (readonly Statement[])[] = [],
): string => {
  const title = isBalanced(name)
    ? name.replace(/[\n『』「」〖〗⟦⟧]/g, "")
    : name.replace(/[\n“”『』「」〖〗⟦⟧]/g, "");
  const lines = [`关于修改《${title}》的决定`, ""];
  if (ground !== null) lines.push(ground, "");
  lines.push(`对《${title}》作如下修改：`, "");
  let number = 0;
  for (const item of [...items, ...publication]) {
    if (item === publication[0]) lines.push(PUBLICATION, "");
    const joined = sentencesOf(item).join("；");
    // New words that end with a full stop end the sentence too.
    const sentences = /[。；！？]”$/.test(joined) ? joined : `${joined}。`;
    if (item[0]?.kind === "order") lines.push(sentences, "");
    else {
      number += 1;
      lines.push(`${printNumeral(number)}、${sentences}`, "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
};

const PUBLICATION = "以下为发布信息的改动，不属于对条文的修改：";

/** 将第六条中的“A”修改为“B”，“C”修改为“D”: what is replaced in one place is told in one sentence. */
const sentencesOf = (item: readonly Statement[]): string[] => {
  const sentences: string[] = [];
  for (const [index, statement] of item.entries()) {
    const before = item[index - 1];
    const goesOn =
      statement.kind === "replace" && before?.kind === "replace" && before.target === statement.target;
    if (!goesOn) sentences.push(sentenceOf(statement));
    else
      sentences.push(`${sentences.pop() ?? ""}，${quoted(statement.before)}修改为${quoted(statement.after)}`);
  }
  return sentences;
};
