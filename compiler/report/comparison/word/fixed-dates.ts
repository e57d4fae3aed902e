import { escapeHtml } from "../../html/markup.ts";
import { printable } from "./type.ts";

/** The same comparison gives the same bytes: no clock gets into the file. */
const FIXED = "2000-01-01T00:00:00Z";

/** 1 January 1980, as archives count. */
const FIRST_DAY = 0x00_21;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;

export const coreProperties = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(printable(title))}</dc:title><dc:creator>条文</dc:creator><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${FIXED}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${FIXED}</dcterms:modified></cp:coreProperties>`;

/** Sets the times of all entries of an archive, in its directory and before each entry. */
export const withFixedTimes = (archive: Uint8Array): Uint8Array => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) break;
    setTime(view, at + 12);
    setTime(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
};

const endOfDirectory = (view: DataView): number => {
  let at = view.byteLength - 22;
  while (view.getUint32(at, true) !== END) at -= 1;
  return at;
};

const setTime = (view: DataView, at: number): void => {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, FIRST_DAY, true);
};
