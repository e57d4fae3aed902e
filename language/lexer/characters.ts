/** Canonical character for each accepted width and keyboard variant; one UTF-16 unit stays one. */
const VARIANTS: Readonly<Record<string, string>> = {
  ",": "，",
  "﹐": "，",
  "､": "、",
  "﹑": "、",
  ";": "；",
  "﹔": "；",
  ":": "：",
  "﹕": "：",
  "︰": "：",
  "｡": "。",
  "(": "（",
  ")": "）",
  "﹙": "（",
  "﹚": "）",
  "“": "「",
  "”": "」",
  "｢": "「",
  "｣": "」",
  "『": "「",
  "』": "」",
  "＋": "+",
  "－": "-",
  "−": "-",
  "–": "-",
  "×": "×",
  "＊": "*",
  "÷": "÷",
  "／": "/",
  "＜": "<",
  "＞": ">",
  "＝": "=",
  "≧": "≥",
  "≦": "≤",
  "％": "%",
  "﹪": "%",
};

const canonical = new Map<number, number>(
  Object.entries(VARIANTS).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);

/** Half-width letters and digits, full-width punctuation: the form that tokens are compared in. */
export const fold = (code: number): number => {
  const found = canonical.get(code);
  if (found !== undefined) return found;
  // Full-width letters and digits; the punctuation of that range is in the table.
  if (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  ) {
    return code - 0xfee0;
  }
  return code;
};

export const foldText = (text: string): string => {
  let folded = "";
  for (let at = 0; at < text.length; at += 1) folded += String.fromCharCode(fold(text.charCodeAt(at)));
  return folded;
};

/** Spaces, tabs, 　, NBSP, line ends, the byte order mark and zero-width characters. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0x3000 ||
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x85 ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2060;

export const isLineEnd = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Letters and digits of the Latin script, after folding. */
export const isLatin = (code: number): boolean =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** Han characters, their surrogates, and 〇 々. */
export const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3007 ||
  code === 0x3005;

/** What names, numbers and keywords consist of; % and ‰ close a number, · joins a name. */
export const isRunCharacter = (code: number): boolean =>
  isHan(code) ||
  isLatin(code) ||
  code === 0x25 ||
  code === 0x2030 ||
  code === 0xb7 ||
  (code >= 0xc0 && code <= 0x24f);

const HAN_NUMERALS = new Set(
  [..."零〇○一二两三四五六七八九十百千万亿半"].map((character) => character.charCodeAt(0)),
);

/** May begin a number written in Chinese numerals. */
export const isHanNumeral = (code: number): boolean => HAN_NUMERALS.has(code);
