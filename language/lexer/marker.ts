import { parseNumeral, printNumeral } from "../numerals.ts";
import type { MarkerStyle } from "./tokens.ts";

/** The number that begins an item. */
export interface Marker {
  readonly image: string;
  readonly end: number;
  readonly style: MarkerStyle;
  readonly number: number;
}

const HAN_MARKER = /[(（]\s*([零〇一二三四五六七八九十百]{1,5})\s*[)）]/y;
const NUMBER_MARKER = /([0-9０-９]{1,3})\s*(?:[.．](?![0-9０-９])|、)/y;
const BRACKET_MARKER = /[(（]\s*([0-9０-９]{1,3})\s*[)）]/y;
const ENCLOSED_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩";
const ENCLOSED_NUMBER = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
const ENCLOSED_POINT = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";

const MARKER_STARTS = new Set([
  ..."(（0123456789０１２３４５６７８９",
  ...ENCLOSED_HAN,
  ...ENCLOSED_NUMBER,
  ...ENCLOSED_POINT,
]);

/** The marker at a place, in any of its forms; null where none stands. */
export const readMarker = (text: string, at: number, end: number): Marker | null => {
  const character = text[at]!;
  if (!MARKER_STARTS.has(character)) return null;
  const enclosed = (
    [
      [ENCLOSED_HAN, "han"],
      [ENCLOSED_NUMBER, "bracket"],
      [ENCLOSED_POINT, "number"],
    ] as const
  ).find(([characters]) => characters.includes(character));
  if (enclosed !== undefined) {
    const number = enclosed[0].indexOf(character) + 1;
    return { image: markerImage(enclosed[1], number), end: at + 1, style: enclosed[1], number };
  }
  for (const [pattern, style] of [
    [HAN_MARKER, "han"],
    [NUMBER_MARKER, "number"],
    [BRACKET_MARKER, "bracket"],
  ] as const) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || at + match[0].length > end) continue;
    const number = parseNumeral(match[1]!);
    if (number !== null)
      return { image: markerImage(style, number), end: at + match[0].length, style, number };
  }
  return null;
};

/** ㈠, (一) and （一） are one marker. */
export const markerImage = (style: MarkerStyle, number: number): string => {
  switch (style) {
    case "han":
      return `（${printNumeral(number)}）`;
    case "number":
      return `${number}.`;
    case "bracket":
      return `（${number}）`;
  }
};
