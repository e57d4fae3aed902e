import { printNumeral } from "../../../language/index.ts";
import type { Statement } from "./statement.ts";
import { sentenceOf } from "./write.ts";

/** Title, opening and numbered items; what is ordered for the whole text stands last, without a number. */
export const writeDecision = (
  name: string,
  ground: string | null,
  items: readonly (readonly Statement[])[],
): string => {
  const title = name.replaceAll("\n", "");
  const lines = [`关于修改《${title}》的决定`, ""];
  if (ground !== null) lines.push(ground, "");
  lines.push(`对《${title}》作如下修改：`, "");
  let number = 0;
  for (const item of items) {
    const sentences = `${item.map(sentenceOf).join("；")}。`;
    if (item[0]?.kind === "order") lines.push(sentences, "");
    else {
      number += 1;
      lines.push(`${printNumeral(number)}、${sentences}`, "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
};
