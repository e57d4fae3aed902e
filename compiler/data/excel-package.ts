import { zipSync } from "fflate";
import { unzipWithin } from "./unzip.ts";

/** Bytes of a workbook that is safe to read, or in words why it is not. */
export type OpenedPackage =
  | { readonly kind: "package"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Unpacks a workbook under limits and packs it again without compression. So the reader behind it meets no file that
 * grows without end, and starts no threads of its own, which a page with a strict policy would not let it.
 * Shares are written out as they are shown (80%), because the reader hands over bare numbers.
 */
export const openPackage = (bytes: Uint8Array): OpenedPackage => {
  if (isOldFormat(bytes)) return failed(OLD_FORMAT);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return failed(NO_WORKBOOK);
  const unzipped = unzipWithin(bytes, (name) => /\.(?:xml|rels)$/.test(name), LARGEST_TOTAL);
  if (unzipped.kind !== "files") return failed(unzipped.kind === "tooLarge" ? TOO_LARGE : BROKEN);
  const files = Object.fromEntries(unzipped.files);
  if (!Object.keys(files).some((name) => /workbook\.xml$/i.test(name))) return failed(NO_WORKBOOK);
  if (!Object.values(files).every((content) => isEvenlyTagged(content))) return failed(BROKEN);
  const styles = decode(files["xl/styles.xml"]);
  const shares = shareStyles(styles);
  for (const [name, content] of Object.entries(files)) {
    if (!/worksheets\//.test(name) || !name.endsWith(".xml")) continue;
    const sheet = decode(content);
    if (!isOrdinary(sheet)) return failed(TOO_WIDE);
    if (shares.size > 0) files[name] = new TextEncoder().encode(withShares(sheet, shares));
  }
  return { kind: "package", bytes: zipSync(files, { level: 0 }) };
};

/** A number as a spreadsheet shows it at most: fifteen digits, no exponent. */
export const plainNumber = (value: number): string => {
  const [digits = "", exponent = "0"] = value.toExponential(14).split("e");
  const sign = digits.startsWith("-") ? "-" : "";
  const figures = digits.replace(/[-.]/g, "").replace(/0+$/, "");
  if (figures === "") return "0";
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${figures}`;
  if (point >= figures.length) return `${sign}${figures}${"0".repeat(point - figures.length)}`;
  return `${sign}${figures.slice(0, point)}.${figures.slice(point)}`;
};

const LARGEST_TOTAL = 512 * 1024 * 1024;
/** Rows times columns; far more than a register has. */
const MOST_CELLS = 20_000_000;

const failed = (message: string): OpenedPackage => ({ kind: "failed", message });

const OLD_FORMAT =
  "这是旧版 Excel 文件（.xls），或者设有密码的文件，不能读取。请用 Excel 或者 WPS 打开，去掉密码，另存为“Excel 工作簿（.xlsx）”。";
const NO_WORKBOOK =
  "这个文件不是 Excel 工作簿（.xlsx），不能读取。请用 Excel 或者 WPS 打开，另存为“Excel 工作簿（.xlsx）”。";
const BROKEN = "这个 Excel 文件已损坏，不能读取。请用 Excel 或者 WPS 打开检查，另存为一个新文件。";
const TOO_LARGE = "这个 Excel 文件展开后过大，未读取。请只保留需要的工作表，或者另存为“CSV UTF-8”。";
const TOO_WIDE =
  "工作表的范围过大（很远的行或者列里有内容），未读取。请删去表格以外的内容，或者另存为“CSV UTF-8”。";

const isOldFormat = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

const decode = (content: Uint8Array | undefined): string => new TextDecoder().decode(content);

const [OPENS, CLOSES] = [0x3c, 0x3e];
const LONGEST_TAG = 65_536;

/** Every tag ends before the next begins, and soon. Readers of XML take very long over what does not. */
const isEvenlyTagged = (content: Uint8Array): boolean => {
  let opened = -1;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at];
    if (byte === CLOSES) opened = -1;
    else if (byte === OPENS) {
      if (opened >= 0) return false;
      opened = at;
    }
    if (opened >= 0 && at - opened > LONGEST_TAG) return false;
  }
  return opened < 0;
};

/** Cells far away would make the reader fill up everything between. */
const isOrdinary = (sheet: string): boolean => {
  let [rows, columns] = [0, 0];
  for (const [, row] of sheet.matchAll(/<row\b[^<>]*?\sr="(\d+)"/g)) rows = Math.max(rows, Number(row));
  for (const [, attributes = ""] of sheet.matchAll(/<c\b([^<>]*)>/g)) {
    const place = attributes.endsWith("/") ? null : /\sr="([A-Z]+)(\d+)"/.exec(attributes);
    if (place === null) continue;
    rows = Math.max(rows, Number(place[2]));
    if (place[1]!.length > 3) return false;
    columns = Math.max(columns, columnOf(place[1]!));
  }
  return rows <= 1_048_576 && columns <= 16_384 && rows * columns <= MOST_CELLS;
};

const columnOf = (letters: string): number => {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};

/** Numbers of the cell styles that show a share. */
const shareStyles = (styles: string): ReadonlySet<number> => {
  const formats = new Set([9, 10]);
  for (const [tag] of styles.matchAll(/<numFmt\b[^<>]*>/g)) {
    const code = (attributeOf(tag, "formatCode") ?? "").slice(0, LONGEST_FORMAT);
    if (code.replace(/&quot;.*?&quot;/g, "").includes("%")) formats.add(Number(attributeOf(tag, "numFmtId")));
  }
  const start = styles.indexOf("<cellXfs");
  const cells = start < 0 ? "" : styles.slice(start, styles.indexOf("</cellXfs>", start));
  const found = new Set<number>();
  for (const [at, [tag]] of [...cells.matchAll(/<xf\b[^<>]*>/g)].entries())
    if (formats.has(Number(attributeOf(tag, "numFmtId") ?? "0"))) found.add(at);
  return found;
};

const LONGEST_FORMAT = 500;

const attributeOf = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

const CELL = /<c\b([^<>]*)>((?:<f\b[^<>]*\/>|<f\b[^<>]*>[^<]*<\/f>)?)<v>([^<]*)<\/v>/g;

const withShares = (sheet: string, shares: ReadonlySet<number>): string =>
  sheet.replace(CELL, (whole, attributes: string, formula: string, value: string) => {
    const style = attributeOf(attributes, "s");
    const type = attributeOf(attributes, "t") ?? "n";
    const number = Number(value);
    if (
      style === null ||
      !shares.has(Number(style)) ||
      type !== "n" ||
      value === "" ||
      !Number.isFinite(number)
    )
      return whole;
    const others = attributes.replace(/\st="[^"]*"/, "");
    return `<c${others} t="str">${formula}<v>${plainNumber(number * 100)}%</v>`;
  });
