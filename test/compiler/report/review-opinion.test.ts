import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test, vi } from "vitest";
import { anchorAt, type Note } from "../../../compiler/notes/index.ts";
import { opinionOf, type OpinionOptions } from "../../../compiler/report/review-opinion/opinion.ts";
import { reviewOpinion } from "../../../compiler/report/review-opinion/review-opinion.ts";
import { readPolicyInfo } from "../../../compiler/resolve/metadata.ts";
import { anchorOf, fileOf, TEXT } from "../notes/note-sample.ts";

const note = (id: string, words: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: "批注",
  anchor: anchorOf(words),
  text: `关于${words}的意见`,
  author: "法规科",
  writtenAt: `2025-05-2${id}T09:00:00+08:00`,
  state: "未处理",
  replies: [],
  ...more,
});

const wholeProvision = (): Note["anchor"] => {
  const at = TEXT.indexOf("本办法由");
  return anchorAt(fileOf(TEXT), { start: at, end: at });
};

const NOTES: readonly Note[] = [
  note("1", "本办法由主管部门解释", { kind: "修改建议", text: "改为：\n本办法由示例市主管部门负责解释。" }),
  note("2", "提出改进办法", {
    kind: "疑问",
    text: "提出的期限是多长？",
    replies: [{ text: "十个工作日。", author: "业务科", writtenAt: "2025-05-28T10:00:00+08:00" }],
  }),
  note("3", "业务量低于100笔", { state: "已采纳" }),
  note("4", "规范机构管理"),
  note("5", "评分不低于60分"),
  note("6", "本办法由", { anchor: wholeProvision() }),
];

const OPTIONS: OpinionOptions = { author: "王某", date: "2025-06-01", includeSettled: false };

const opinion = (notes = NOTES, options: Partial<OpinionOptions> = {}, text = TEXT) => {
  const file = fileOf(text);
  return opinionOf(file, readPolicyInfo(file).info, notes, { ...OPTIONS, ...options });
};

const written = async (notes = NOTES, options: Partial<OpinionOptions> = {}, text = TEXT) => {
  const file = fileOf(text);
  return reviewOpinion(file, readPolicyInfo(file).info, notes, { ...OPTIONS, ...options });
};

describe("what an opinion says", () => {
  test("title, facts and day as an office writes them", () => {
    const { title, facts, caveat, signature } = opinion();
    expect(title).toBe("关于《示例市机构管理办法》的合法性审核意见");
    expect(Object.fromEntries(facts)).toEqual({
      文件名称: "《示例市机构管理办法》",
      文件阶段: "正式",
      审核人: "王某",
      审核日期: "2025年6月1日",
      意见数量: "共5条：批注3条，修改建议1条，疑问1条",
    });
    expect(caveat).toBeNull();
    expect(signature).toEqual({ author: "王某", date: "2025年6月1日" });
  });

  test("opinions in the order of the document, questions apart, settled ones counted only", () => {
    const { sections, remarks } = opinion();
    expect(sections.map(({ title }) => title)).toEqual(["审核意见", "待明确事项"]);
    expect(sections[0]!.rows.map(({ place, quote }) => [place.join(""), quote.join("")])).toEqual([
      ["第一条", "规范机构管理"],
      ["第三条（规则“名录”）", "评分不低于60分"],
      ["第四条", "（整个条款）"],
      ["第四条", "本办法由主管部门解释"],
    ]);
    expect(sections[1]!.rows[0]).toMatchObject({
      place: ["第三条第（二）项"],
      opinion: [
        "提出的期限是多长？",
        "（法规科，2025年5月22日）",
        "答复：十个工作日。",
        "（业务科，2025年5月28日）",
      ],
      state: ["未处理"],
    });
    expect(remarks).toEqual(["另有1条意见已经处理，未列入。"]);
  });

  test("settled ones with what became of them, where they are asked for", () => {
    const { sections, remarks } = opinion(NOTES, { includeSettled: true });
    expect(sections[0]!.rows.find(({ state }) => state[0] === "已采纳")!.place).toEqual(["第二条"]);
    expect(remarks).toEqual([]);
  });

  test("words that are gone are quoted as they were, and that is said", () => {
    const { sections, remarks } = opinion(NOTES, {}, TEXT.replace("为了规范机构管理，", ""));
    const [row] = sections[0]!.rows;
    expect([row!.place, row!.quote]).toEqual([["第一条"], ["规范机构管理", "（原文已改动）"]]);
    expect(remarks.join("")).toContain("1条意见所引的原文已经改动");
  });

  test("a draft is called one; a title in a title has single marks", () => {
    const draft = TEXT.replace("阶段：正式", "阶段：征求意见稿").replace(
      "名称：示例市",
      "名称：关于《条例》的",
    );
    const { title, caveat } = opinion([], {}, draft);
    expect(caveat).toBe("审核对象为征求意见稿，尚未施行。");
    expect(title).toContain("《关于〈条例〉的机构管理办法》");
  });

  test("without notes and without a name there is still a sheet to be signed", () => {
    const { sections, remarks, facts } = opinion([], { author: " " });
    expect(sections).toEqual([]);
    expect(remarks).toEqual(["没有需要列出的意见。"]);
    expect(facts).toContainEqual(["审核人", "（待填写）"]);
  });

  test("very long quotations are cut, others are whole", () => {
    const long = { ...anchorOf("说明原因"), quote: "甲".repeat(900) };
    const [row] = opinion([note("7", "说明原因", { anchor: long })]).sections[0]!.rows;
    expect(row!.quote[0]).toMatch(/^甲{400}……$/u);
  });
});

describe("Word file of an opinion", () => {
  test("the words are there in the order of the document", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await written()) });
    const order = [
      "关于《示例市机构管理办法》的合法性审核意见",
      "文件名称",
      "一、审核意见",
      "规范机构管理",
      "建议修改：改为：",
      "二、待明确事项",
      "提出改进办法",
      "另有1条意见",
      "审核人（签字）：王某",
      "审核机构（盖章）",
      "2025年6月1日",
    ];
    let at = -1;
    for (const words of order) {
      const next = value.indexOf(words, at + 1);
      expect(next, words).toBeGreaterThan(at);
      at = next;
    }
  });

  test("upright A4, official typefaces with what stands in for them, the head row on every page", async () => {
    const files = unzipSync(await written());
    const document = strFromU8(files["word/document.xml"]!);
    expect(document).toContain('w:w="11906" w:h="16838"');
    expect(document).toContain("<w:tblHeader/>");
    expect(strFromU8(files["word/styles.xml"]!)).toContain("方正小标宋简体");
    expect(strFromU8(files["word/fontTable.xml"]!)).toContain('<w:altName w:val="宋体;SimSun"/>');
  });

  test("the same notes give the same bytes on another day", async () => {
    vi.useFakeTimers({ now: new Date("2031-02-03T04:05:06Z"), toFake: ["Date"] });
    const later = await written();
    vi.useRealTimers();
    expect(later).toEqual(await written());
  });

  test("what is no text for a file does not break it", async () => {
    const hostile = "<w:p>&\u0000\u202E\uD800 =1+1";
    const bytes = await written([note("8", "说明原因", { text: hostile, author: hostile })]);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain("<w:p>&");
  });
});
