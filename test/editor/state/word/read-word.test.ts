import {
  Document,
  DeletedTextRun,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  type ISectionOptions,
} from "docx";
import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSourceDocument } from "../../../../compiler/cli/source-document.ts";
import { plain } from "../../../../compiler/report/tone.ts";
import { readWord } from "../../../../editor/state/word/read-word.ts";
import { temporaryFolder } from "../../../cli/run-command.ts";

type Child = ISectionOptions["children"][number];

const packed = async (children: readonly Child[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [{ children }],
        footnotes: { 1: { children: [new Paragraph("脚注的文字")] } },
        numbering: {
          config: [
            {
              reference: "条",
              levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: "第%1条" }],
            },
          ],
        },
      }),
    ),
  );

/** What the command line makes of the same file. */
const atTheCommandLine = async (bytes: Uint8Array): Promise<string> => {
  const io = {
    workingDirectory: temporaryFolder({ "公文.docx": bytes }),
    write: () => {},
    writeError: () => {},
    columns: undefined,
    showsProgress: false,
    paint: plain,
  };
  return (await readSourceDocument(io, "公文.docx")).text;
};

const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)["CONTINUE" | "RESTART"]): TableCell =>
  new TableCell({
    children: [new Paragraph(text)],
    ...(verticalMerge === undefined ? {} : { verticalMerge }),
  });

const revision = { id: 1, author: "甲", date: "2025-01-01T00:00:00Z" };

const documentOf = (body: string): Uint8Array =>
  zipSync({
    "word/document.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });

const lines = (body: string): readonly string[] =>
  readWord("a.docx", documentOf(body)).text.trimEnd().split("\n");

describe("a Word file", () => {
  test("gives the text that the command line takes from it", async () => {
    const bytes = await packed([
      new Paragraph("某市定点管理办法"),
      new Paragraph(""),
      new Paragraph({
        children: [new TextRun("第一条　"), new TextRun({ text: "为了规范 & <管理>，", bold: true })],
      }),
      new Paragraph({ children: [new TextRun({ children: ["甲", new Tab(), "乙"] })] }),
      new Paragraph({ children: [new TextRun("正文"), new FootnoteReferenceRun(1), new TextRun("。")] }),
      new Paragraph({
        children: [
          new TextRun("留下"),
          new DeletedTextRun({ ...revision, text: "删去的" }),
          new InsertedTextRun({ ...revision, text: "加上的" }),
        ],
      }),
      new Table({
        rows: [
          new TableRow({ children: [cell("一级", VerticalMergeType.RESTART), cell("10")] }),
          new TableRow({ children: [cell("", VerticalMergeType.CONTINUE), cell("20")] }),
        ],
      }),
      new Paragraph({ text: "自动编号的条", numbering: { reference: "条", level: 0 } }),
      new Paragraph({ text: "又一条", numbering: { reference: "条", level: 0 } }),
    ]);
    const { text, losses } = readWord("公文.docx", bytes);
    expect(text).toBe(await atTheCommandLine(bytes));
    expect(text).toBe(
      "某市定点管理办法\n\n第一条　为了规范 & <管理>，\n甲\t乙\n正文。\n留下加上的\n一级\n10\n20\n自动编号的条\n又一条\n",
    );
    expect(losses).toEqual([
      "有2段使用了自动编号。自动编号不是文字，没有读入；请对照原件，补上“第一条”“（一）”等序号。",
      "文件带有修订痕迹，已按接受全部修订后的文字读入；请核对是否为定稿。",
      "有1个表格，已按单元格逐行读入；请对照原件核对。",
      "有1处脚注或者尾注，没有读入。",
    ]);
  });

  test("gives the same text whatever its paragraphs hold", () => {
    // Characters that XML cannot hold stand in no file.
    const words = fc.string({ unit: fc.constantFrom(..."第一条（）甲，。&<>\"' \u3000\u{20000}a1") });
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(words, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (all) => {
          fc.pre(all.some((runs) => runs.join("").trim() !== ""));
          const bytes = await packed(
            all.map((runs) => new Paragraph({ children: runs.map((run) => new TextRun(run)) })),
          );
          expect(readWord("公文.docx", bytes).text).toBe(await atTheCommandLine(bytes));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("breaks its lines where it says so, and nowhere else", () => {
    const run =
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t><w:cr/></w:r></w:p>';
    expect(lines(`${run}<w:p><w:r><w:t>丁\n戊</w:t></w:r></w:p>`)).toEqual(["甲", "乙丙", "", "丁 戊"]);
  });

  test("is read as it stands after the revisions", () => {
    const marked = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>";
    const moved =
      "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>";
    const row =
      "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    expect(
      lines(
        `${marked}<w:p><w:r><w:t>后半。</w:t></w:r></w:p><w:p>${moved}</w:p>${row}<w:p><w:r><w:t>末</w:t></w:r></w:p>`,
      ),
    ).toEqual(["前半，后半。", "移来", "末"]);
  });

  test("gives the words of fields, links and boxes, but not what makes them", () => {
    const field =
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>网址</w:t></w:r></w:hyperlink></w:p>";
    const box =
      "<w:p><w:r><w:t>外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    expect(lines(field + box)).toEqual(["3网址", "外", "内"]);
  });

  test("is told apart from its numbering also where a style numbers", () => {
    const styles = `<w:styles><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="d"/></w:style><w:style w:styleId="d"><w:basedOn w:val="c"/></w:style></w:styles>`;
    const paragraph = (style: string, own = ""): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr><w:r><w:t>字</w:t></w:r></w:p>`;
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = paragraph("a") + paragraph("b") + paragraph("b", none) + paragraph("c");
    const bytes = zipSync({
      "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
      "word/styles.xml": strToU8(styles),
    });
    expect(readWord("a.docx", bytes).losses).toEqual([expect.stringContaining("有2段使用了自动编号")]);
  });

  test("may name its parts and prefixes otherwise", () => {
    const xml =
      '<x:document xmlns:x="urn:w"><x:body><x:p><x:r><x:t>文&#x5B57;</x:t></x:r></x:p></x:body></x:document>';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(xml, (each) => each.charCodeAt(0)).buffer),
    ]);
    const relations =
      '<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/doc/main.xml"/></Relationships>';
    const bytes = zipSync({ "_rels/.rels": strToU8(relations), "doc/main.xml": utf16 });
    expect(readWord("a.docx", bytes).text).toBe("文字\n");
  });
});

describe("a file that cannot be read is refused with a sentence:", () => {
  const plainBody = "<w:p><w:r><w:t>文</w:t></w:r></w:p>";
  test.each<[string, Uint8Array, RegExp]>([
    ["no archive", strToU8("PK坏"), /不是完好的 Word 文件/],
    ["empty", new Uint8Array(), /不是完好的 Word 文件/],
    ["cut short", documentOf(plainBody).slice(0, 90), /不是完好的 Word 文件/],
    ["another archive", zipSync({ "a.txt": strToU8("a") }), /不是完好的 Word 文件/],
    ["an old or locked one", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), /旧格式的 Word 文件，或者设有密码/],
    ["no words", documentOf("<w:p/>"), /没有文字/],
    [
      "a document type",
      zipSync({ "word/document.xml": strToU8("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") }),
      /不是完好/,
    ],
    ["an unknown entity", documentOf("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"), /不是完好/],
    ["tags that do not close", documentOf("<w:p><w:r></w:p></w:r>"), /不是完好/],
    ["too deep", documentOf("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000)), /不是完好/],
    ["a bomb", documentOf(" ".repeat(21 * 1024 * 1024)), /解开后超过20 MB/],
  ])("%s", (_, bytes, words) => {
    expect(() => readWord("a.docx", bytes)).toThrow(words);
  });

  test("a bomb that lies about its size takes no more than it says", () => {
    const bytes = documentOf(`${plainBody}${" ".repeat(1024 * 1024)}`);
    // The unpacked size stands at 24 of the entry in the list at the end of the archive.
    const list = bytes.findLastIndex(
      (byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1,
    );
    bytes.set([100, 0, 0, 0], list + 24);
    expect(() => readWord("a.docx", bytes)).toThrow(/不是完好的 Word 文件/);
  });

  test("nothing that is cut or changed throws anything else", () => {
    const bytes = documentOf(plainBody.repeat(3));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const changed = isCut ? bytes.slice(0, at) : bytes.with(at, byte);
        expect(outcomeOf(changed)).toMatch(/^(?:string|StoreFailure)$/);
      }),
    );
  });
});

const outcomeOf = (bytes: Uint8Array): string => {
  try {
    return typeof readWord("a.docx", bytes).text;
  } catch (error) {
    return error instanceof Error ? error.name : "";
  }
};
