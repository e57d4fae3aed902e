/**
 * Free words of a block as the formatter would write them: no spaces between Han characters, full-width
 * punctuation beside them. Results quote these words, and must not depend on how an input method typed them.
 */
export const canonicalProse = (text: string): string =>
  text
    .trim()
    .replaceAll(
      /(?<=[\p{Script=Han}，。；：！？、（）「」“”])\s+|\s+(?=[\p{Script=Han}，。；：！？、（）「」“”])/gu,
      "",
    )
    .replaceAll(
      /(?<=[\p{Script=Han}）」”])[,;:!?(]|[)](?=[\p{Script=Han}，。；：、,;]|$)|(?<=\p{Script=Han})[)]|[(](?=\p{Script=Han})/gu,
      (mark) => FULL_WIDTH[mark] ?? mark,
    );

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};
