/** White space and characters that are drawn as nothing. */
export const isGap = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code === 0xa0 ||
      code === 0x3000 ||
      code === 0xfeff ||
      (code > 0x167f && GAP.test(String.fromCharCode(code)));

const GAP = /[\s\u200b-\u200d\u2060]/;

/** The same text with every character in one width and without gaps. */
export const fold = (text: string): string => {
  let folded = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (isGap(code)) continue;
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else folded += HALF_WIDTH[character] ?? character;
  }
  return folded;
};

/** Half-width forms outside the block that moves as a whole. */
const HALF_WIDTH: Readonly<Record<string, string>> = { "｡": "。", "､": "、", "｢": "「", "｣": "」", "･": "·" };

/** Gaps that are drawn alike up to their width: an ideographic space for an ordinary one. */
export const foldGap = (gap: string): string => gap.replace(/[\u00a0\u3000]/g, " ");
