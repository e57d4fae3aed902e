/** Words of a document are words and no markup. */
export const plain = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$:/]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, "\n\n");
