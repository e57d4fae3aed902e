import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { comparisonTable } from "../../../compiler/report/comparison/table-rows.ts";
import { comparisonWord } from "../../../compiler/report/comparison/word/word.ts";
import { comparisonOf, wholeComparison } from "./comparison-fixture.ts";

const comparison = wholeComparison();
let bytes: Uint8Array;
let files: Record<string, string>;

beforeAll(async () => {
  bytes = await comparisonWord(comparison, { all: false });
  files = unpacked(bytes);
});

const unpacked = (archive: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, data]) => [name, strFromU8(data)]));

const rowsOf = (xml: string): readonly (readonly string[])[] => {
  const [table] = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/u)!;
  return [...table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/gu)].map(([row]) =>
    [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([cell]) => cell),
  );
};

describe("Word file of a comparison", () => {
  test("A4 across, the head row on every page, page numbers below", () => {
    const document = files["word/document.xml"]!;
    expect(document.match(/<w:pgSz[^>]*>/gu)).toEqual([
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    ]);
    expect(document.match(/<w:tblHeader\/>/gu)!.length).toBeGreaterThanOrEqual(1);
    const [head] = document.match(/<w:tr>[\s\S]*?<\/w:tr>/u)!;
    expect(head).toContain("<w:tblHeader/>");
    const footer = Object.entries(files).find(([name]) => /^word\/footer\d*\.xml$/u.test(name))![1];
    expect(footer).toContain(">PAGE<");
    expect(footer).toContain(">NUMPAGES<");
  });

  test("仿宋 for the text, 黑体 and bold for what is new, in every piece of it", () => {
    expect(files["word/styles.xml"]).toMatch(
      /<w:docDefaults>[\s\S]*?<w:rFonts[^>]*w:eastAsia="仿宋"[\s\S]*?<\/w:docDefaults>/u,
    );
    expect(files["word/styles.xml"]).toMatch(/w:eastAsia="zh-CN"/u);
    const added = files["word/document.xml"]!.match(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/gu)!.filter(
      (run) => />和退出</u.test(run) || />200</u.test(run),
    );
    expect(added).toHaveLength(2);
    for (const run of added)
      expect(run).toMatch(/<w:b\/>[\s\S]*w:eastAsia="黑体"|w:eastAsia="黑体"[\s\S]*<w:b\/>/u);
  });

  test("struck only on the left, 黑体 only on the right", () => {
    const rows = rowsOf(files["word/document.xml"]!)
      .filter((cells) => cells.length === 3)
      .slice(1);
    const texts = rows.filter(([left]) => !left!.includes("<w:shd"));
    expect(texts.length).toBeGreaterThan(6);
    for (const [left, right, notes] of texts) {
      expect(`${right}${notes}`).not.toContain("<w:strike/>");
      expect(`${left}${notes}`).not.toContain("黑体");
    }
    expect(texts.some(([left]) => left!.includes("<w:strike/>"))).toBe(true);
    expect(texts.some(([, right]) => right!.includes("黑体"))).toBe(true);
  });

  test("chapters span all columns", () => {
    const chapters = rowsOf(files["word/document.xml"]!).filter((cells) => cells.length === 1);
    expect(chapters).toHaveLength(1);
    expect(chapters[0]![0]).toContain('<w:gridSpan w:val="3"/>');
    expect(chapters[0]![0]).toContain("第三章　监督");
  });

  test("rows of short tables and short provisions stay whole; a long text may go on overleaf", async () => {
    const rows = files["word/document.xml"]!.match(/<w:tr>[\s\S]*?<\/w:tr>/gu)!;
    expect(rows.filter((row) => !row.includes("<w:cantSplit/>"))).toEqual([]);
    const long = `第一条　${"机构应当接受检查。".repeat(60)}{words:→甲}`;
    const place = { path: "1", label: "第一条" };
    const archive = await comparisonWord(
      comparisonOf([{ kind: "changed", template: long, left: place, right: place }]),
      { all: false },
    );
    const [, row] = unpacked(archive)["word/document.xml"]!.match(/<w:tr>[\s\S]*?<\/w:tr>/gu)!;
    expect(row).not.toContain("<w:cantSplit/>");
  });

  test("opened by another reader, it says what the table says, in the same order", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const lines = value.split("\n").filter((line) => line !== "");
    const table = comparisonTable(comparison, { all: false });
    const expected = table.rows.flatMap((row) =>
      row.kind === "heading"
        ? []
        : [row.left, row.right].flatMap(({ paragraphs }) =>
            paragraphs.map((paragraph) => paragraph.map(({ text }) => text).join("")),
          ),
    );
    let at = -1;
    for (const paragraph of expected) {
      at = lines.indexOf(paragraph, at + 1);
      expect(at, paragraph).toBeGreaterThanOrEqual(0);
    }
    for (const part of ["一、条文对照", "二、规则变化", "三、规则效果", "四、对现有记录的影响", "五、说明"]) {
      expect(lines).toContain(part);
    }
    expect(lines).toContain("【完】");
    expect(lines).toContain("A01、A02、A07");
  });

  test("title and language are told; the same comparison gives the same bytes", async () => {
    expect(files["docProps/core.xml"]).toContain("<dc:title>《某市机构管理办法》修改对照表</dc:title>");
    expect(files["docProps/core.xml"]).toContain("<dc:language>zh-CN</dc:language>");
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const later = await comparisonWord(comparison, { all: false }).finally(() => vi.useRealTimers());
    expect(Buffer.from(later).equals(Buffer.from(bytes))).toBe(true);
  });

  test("signs that XML does not know do not break the file", async () => {
    const words = '第一条　甲\u0001乙\uD800丙<&">';
    const odd = comparisonOf([{ kind: "added", template: words, right: { path: "1", label: "第一条" } }]);
    const archive = await comparisonWord(odd, { all: false, title: "<甲>&\u0002" });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(archive) });
    expect(value).toContain('第一条　甲\uFFFD乙\uFFFD丙<&">');
    expect(unpacked(archive)["docProps/core.xml"]).toContain("&lt;甲&gt;&amp;\uFFFD");
  });
});
