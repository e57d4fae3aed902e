import { parseNumeral } from "../numerals.ts";

/** What the first characters of a line say about its place in the document. */
export interface LineMarker {
  readonly kind: MarkerKind;
  readonly number: number | null;
  /** The n of 第X条之n. */
  readonly insertion: number | null;
  /** Length of the marker, white space behind it included. */
  readonly length: number;
}

export type MarkerKind =
  | "book" // 第一编
  | "part" // 第一分编
  | "chapter" // 第一章
  | "section" // 第一节
  | "article" // 第一条
  | "ideograph" // 一、
  | "bracketed" // （一）
  | "digit" // 1.
  | "bracketedDigit"; // （1）

/** Reads the marker of a line that has no white space at its beginning; `null` for running text. */
export const readLineMarker = (line: string): LineMarker | null => {
  const head = line.slice(0, LONGEST_HEAD);
  const first = head[0];
  if (first === undefined) return null;
  if (first === "第") return readDivision(line, head);
  return readEnclosed(head) ?? readIdeograph(head) ?? readBracketed(head) ?? readDigit(head);
};

/** Headings at which an unclosed block must have ended: 第X条, 章 and 一、, but not （一）; with or without #. */
export const isRecoveryHeading = (line: string): boolean => {
  const marker = readLineMarker(line.replace(/^#{1,6}\s{0,4}/, ""));
  return marker !== null && RECOVERY.has(marker.kind);
};

const RECOVERY: ReadonlySet<MarkerKind> = new Set([
  "book",
  "part",
  "chapter",
  "section",
  "article",
  "ideograph",
]);

const LONGEST_HEAD = 64;
const GAP = "[\\s\\u200b]{0,8}";
const CHINESE = "[零〇○一二两三四五六七八九十百千万]";
const ANY_DIGIT = "[0-9０-９]";

const DIVISION = new RegExp(
  `^第${GAP}((?:${CHINESE}|${ANY_DIGIT})(?:[\\s]{0,4}(?:${CHINESE}|${ANY_DIGIT})){0,11})${GAP}(分编|编|章|节|条)(?:之(${CHINESE}{1,3}|[0-9０-９]{1,3}))?`,
);
const IDEOGRAPH = new RegExp(`^(${CHINESE}{1,4})${GAP}[、．.]`);
const BRACKETED = new RegExp(`^[（(]${GAP}(${CHINESE}{1,4})${GAP}[）)]`);
const DIGIT = new RegExp(`^(${ANY_DIGIT}{1,3})${GAP}(?:[.．](?!${ANY_DIGIT})|、)`);
const BRACKETED_DIGIT = new RegExp(`^(?:[（(]${GAP}(${ANY_DIGIT}{1,3})${GAP}[）)]|(${ANY_DIGIT}{1,2})[）)])`);

const DIVISION_KINDS: Readonly<Record<string, MarkerKind>> = {
  编: "book",
  分编: "part",
  章: "chapter",
  节: "section",
  条: "article",
};

/** Behind 第X条 these continue a sentence that only mentions the provision. */
const MENTION =
  /^(?:[的、，,第]|(?:和|或|或者|及|以及|与|至|到)(?:第|本|前)|中(?:的|所|规定|有关)|所(?:称|列|规定|指|述)|规定|之规|款|项|[（(][零〇○一二两三四五六七八九十百千\d])/;

/** 一、二级火险区 counts grades; it is no heading. */
const COUNTED = new RegExp(`^${CHINESE}{1,3}[级类等期档号线楼、]`);

/** （一）、（二）项规定的情形 speaks of items; it is none. */
const LISTED = /^(?:[、和或至及][（(]|项(?:规定|所|的|、|和|至))/;

const readDivision = (line: string, head: string): LineMarker | null => {
  const match = DIVISION.exec(head);
  if (!match) return null;
  const number = parseNumeral(match[1]!.replace(/\s/g, ""));
  if (number === null) return null;
  const kind = DIVISION_KINDS[match[2]!]!;
  const behind = head.slice(match[0].length);
  if (MENTION.test(behind)) return null;
  // A sentence about a chapter ends like a sentence; the heading of one does not.
  if (kind !== "article" && (line.length > 100 || /[。；;：:，,]\s*$/.test(line.slice(-8)))) return null;
  const insertion = match[3] === undefined ? null : parseNumeral(match[3]);
  return marker(kind, number, head, match[0].length, insertion);
};

const readIdeograph = (head: string): LineMarker | null => {
  const match = IDEOGRAPH.exec(head);
  if (!match || COUNTED.test(head.slice(match[0].length))) return null;
  const number = parseNumeral(match[1]!);
  return number === null ? null : marker("ideograph", number, head, match[0].length);
};

const readBracketed = (head: string): LineMarker | null => {
  const match = BRACKETED.exec(head);
  if (!match || LISTED.test(head.slice(match[0].length))) return null;
  const number = parseNumeral(match[1]!);
  return number === null ? null : marker("bracketed", number, head, match[0].length);
};

const readDigit = (head: string): LineMarker | null => {
  const plain = DIGIT.exec(head);
  if (plain) return marker("digit", parseNumeral(plain[1]!)!, head, plain[0].length);
  const bracketed = BRACKETED_DIGIT.exec(head);
  if (!bracketed || LISTED.test(head.slice(bracketed[0].length))) return null;
  return marker("bracketedDigit", parseNumeral(bracketed[1] ?? bracketed[2]!)!, head, bracketed[0].length);
};

/** One character that holds number and brackets: ㈠ ⒈ ① ⑴. */
const ENCLOSED: readonly (readonly [first: number, last: number, kind: MarkerKind])[] = [
  [0x3220, 0x3229, "bracketed"],
  [0x2488, 0x249b, "digit"],
  [0x2460, 0x2473, "bracketedDigit"],
  [0x2474, 0x2487, "bracketedDigit"],
];

const readEnclosed = (head: string): LineMarker | null => {
  const code = head.charCodeAt(0);
  const range = ENCLOSED.find(([first, last]) => code >= first && code <= last);
  return range ? marker(range[2], code - range[0] + 1, head, 1) : null;
};

const marker = (
  kind: MarkerKind,
  number: number,
  head: string,
  length: number,
  insertion: number | null = null,
): LineMarker => {
  const space = /^\s*/.exec(head.slice(length))![0].length;
  return { kind, number, insertion, length: length + space };
};
