import { TEXT_FONT } from "../comparison/word/type.ts";

/** Type of official documents; where a typeface is not installed the next one of the table of fonts stands in. */
export const FONTS = {
  title: { ...TEXT_FONT, eastAsia: "方正小标宋简体" },
  heading: { ...TEXT_FONT, eastAsia: "黑体" },
  note: { ...TEXT_FONT, eastAsia: "楷体" },
  page: { ascii: "宋体", hAnsi: "宋体", eastAsia: "宋体", cs: "宋体" },
} as const;

/** Half points: 二号 for the title, 三号 for the text, 小四 in tables, 四号 for the page number. */
export const SIZES = { title: 44, text: 32, table: 24, note: 21, page: 28 } as const;

/** A4 with the margins of official documents, in twentieths of a point; a line of text is 28 points high. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1200 },
  line: 560,
} as const;

export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** Which typeface stands in for another. */
const INSTEAD = [
  ["方正小标宋简体", "宋体", "SimSun"],
  ["仿宋", "仿宋_GB2312", "FangSong"],
  ["黑体", "黑体", "SimHei"],
  ["楷体", "楷体_GB2312", "KaiTi"],
  ["宋体", "宋体", "SimSun"],
] as const;

export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${INSTEAD.map(
  ([name, ...others]) =>
    `<w:font w:name="${name}"><w:altName w:val="${others.join(";")}"/><w:charset w:val="86"/></w:font>`,
).join("")}</w:fonts>`;
