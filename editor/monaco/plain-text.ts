/** Words of a document are words and no markup; each line is a paragraph. */
export const plain = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$:/]/g, String.raw`\$&`))
    .join("\n\n");
