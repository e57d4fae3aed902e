import { strToU8, Zip, ZipDeflate } from "fflate";
import { neutralised } from "../../../compiler/report/check-csv.ts";

/**
 * A table as an .xlsx workbook in which every cell is text, so that none runs as a formula. Written in pieces on this
 * thread alone: the page's policy lets nothing start a thread from text, and a register may be long.
 */
export const workbookOf = (
  sheet: string,
  headings: readonly string[],
  rows: Iterable<readonly string[]>,
): Uint8Array => {
  const pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else pieces.push(piece);
  });
  for (const [name, content] of PARTS(sheet)) {
    const part = new ZipDeflate(name, { level: 2 });
    zip.add(part);
    part.push(strToU8(content), true);
  }
  const part = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 2 });
  zip.add(part);
  let text = SHEET_START + rowXml(headings, 1, HEADING_STYLE);
  let line = 1;
  for (const row of rows) {
    line += 1;
    text += rowXml(row, line, TEXT_STYLE);
    if (text.length < PIECE) continue;
    part.push(strToU8(text));
    text = "";
  }
  part.push(strToU8(text + SHEET_END), true);
  zip.end();
  if (failure !== null) throw failure;
  return joined(pieces);
};

const PIECE = 262_144;
const TEXT_STYLE = 0;
const HEADING_STYLE = 1;

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const rowXml = (cells: readonly string[], line: number, style: number): string =>
  `<row r="${line}">${cells
    .map((cell, at) =>
      cell === ""
        ? ""
        : `<c r="${columnName(at)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(neutralised(cell))}</t></is></c>`,
    )
    .join("")}</row>`;

const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

/** The longest text that a cell of a spreadsheet may hold. */
const LONGEST = 32_767;

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .toWellFormed()
    // Characters that no XML may contain.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const SHEET_START = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = "</sheetData></worksheet>";

/** Everything around the sheet. Format 49 is text. */
const PARTS = (sheet: string): readonly (readonly [string, string])[] => [
  [
    "[Content_Types].xml",
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${escaped(sheet.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    "xl/styles.xml",
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
];
