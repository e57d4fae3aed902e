/**
 * Whether a line is whole by itself. A line that stops elsewhere goes on in the next unnumbered
 * line: most often a page ended there.
 */
export const endsSentence = (line: string, next: string): boolean => {
  const last = line[line.length - 1] ?? "";
  if ("。；：！？…;:!?.".includes(last)) return true;
  // Closing marks may also stand in the middle of a sentence: …药店）的配置工作.
  if ('”’）)」』》】"'.includes(last)) return !CONTINUES.test(next);
  return false;
};

/** A short line without any punctuation of a sentence: 强化政策落实. */
export const looksLikeHeading = (text: string): boolean => {
  if (text.length > 60) return false;
  const compact = text.replace(/\s/g, "");
  return (
    compact.length <= 30 && !/[，。；：！？,;:!?＝=]/.test(compact) && !/应当|不得|可以|必须/.test(compact)
  );
};

/** Two sides of an equation on a line of their own are a formula and end where they end. */
export const isFormula = (text: string): boolean => text.length <= 200 && /[＝=]/.test(text);

const CONTINUES = /^[的地得和或及与、，。；：,;]|^(?:以及|并|等)/;
