import stringWidth from "string-width";

/**
 * Columns that a text takes on a terminal. Han characters take two. The common characters of
 * official texts are counted directly, because segmenting every cell of a long table is slow.
 */
export const displayWidth = (text: string): number => {
  let total = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) total += 1;
    else if (isCommonWide(code)) total += 2;
    else return stringWidth(text);
  }
  return total;
};

export const padEnd = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - displayWidth(text)));

export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - displayWidth(text))) + text;

/** Breaks a text into lines of at most `columns`, by the rules of Chinese typesetting. */
export const wrap = (text: string, columns: number): string[] =>
  text.split(/\r?\n/).flatMap((line) => wrapLine(line, Math.max(2, columns)));

/** The text cut to `columns`, with … where something was left out. */
export const truncate = (text: string, columns: number): string => {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    const next = used + displayWidth(character);
    if (next > columns) break;
    kept += character;
    used = next;
  }
  return `${kept}…`;
};

/** Control and direction characters made visible: what stands in a file must not steer the terminal. */
export const visible = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD")
    .replaceAll("\t", "    ");

const isCommonWide = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3001 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff5e);

/** These never begin a line. */
const CLOSING = /[，。；：、！？）」』》】〉％…”’,.;:!?)\]%]/;
/** These never end a line. */
const OPENING = /[（「『《【〈“‘([]/;

const wrapLine = (line: string, columns: number): string[] => {
  if (displayWidth(line) <= columns) return [line];
  const lines: string[] = [];
  let current = "";
  let used = 0;
  for (const unit of breakUnits(line)) {
    const size = displayWidth(unit);
    if (used > 0 && used + size > columns) {
      lines.push(current.trimEnd());
      [current, used] = ["", 0];
    }
    // A word or a run of punctuation that is longer than a whole line is cut hard.
    for (const part of size > columns ? cutHard(unit, columns) : [unit]) {
      if (used > 0 && used + displayWidth(part) > columns) {
        lines.push(current.trimEnd());
        [current, used] = ["", 0];
      }
      if (used === 0 && part.trim() === "" && lines.length > 0) continue;
      current += part;
      used += displayWidth(part);
    }
  }
  if (current !== "") lines.push(current.trimEnd());
  return lines;
};

/** Pieces between which a line may break: a Han character with the marks that stick to it, or a word. */
const breakUnits = (line: string): string[] => {
  const units: string[] = [];
  for (const match of line.matchAll(/[A-Za-z0-9_./\\:@=+-]+|\s+|[^]/gu)) {
    const piece = match[0];
    const last = units.at(-1);
    const sticks =
      last !== undefined &&
      last.trim() !== "" &&
      (CLOSING.test(piece) || OPENING.test(last.at(-1)!)) &&
      piece.trim() !== "";
    if (sticks) units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
};

const cutHard = (text: string, columns: number): string[] => {
  const parts: string[] = [];
  let current = "";
  let used = 0;
  for (const character of text) {
    const size = displayWidth(character);
    if (used > 0 && used + size > columns) {
      parts.push(current);
      [current, used] = ["", 0];
    }
    current += character;
    used += size;
  }
  if (current !== "") parts.push(current);
  return parts;
};
