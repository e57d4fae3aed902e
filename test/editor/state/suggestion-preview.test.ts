import { describe, expect, test } from "vitest";
import { previewOf, type Piece } from "../../../editor/state/analysis/suggestion-preview.ts";

const TEXT = "第一行\n（一）公立医院，为甲类；\n（二）药店，为乙类。\n末行";

const at = (words: string, newText: string, offset = 0) => {
  const start = TEXT.indexOf(words) + offset;
  return { span: { start, end: offset === 0 ? start + words.length : start }, newText };
};

const said = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isChanged }) => (isChanged ? `<${text}>` : text)).join("");

describe("what an edit would do", () => {
  test("is shown on its line, as it is and as it would be", () => {
    const places = previewOf(TEXT, [at("公立医院", "，但门诊除外", 4)]);
    expect(places.map(({ before, after }) => [said(before), said(after)])).toEqual([
      ["（一）公立医院，为甲类；", "（一）公立医院<，但门诊除外>，为甲类；"],
    ]);
  });

  test("of whole lines that are put in shows these alone", () => {
    const start = TEXT.indexOf("（二）");
    const places = previewOf(TEXT, [{ span: { start, end: start }, newText: "（二）诊所，为丙类；\n" }]);
    expect(places).toEqual([{ before: [], after: [{ text: "（二）诊所，为丙类；", isChanged: true }] }]);
    const end = TEXT.length;
    const behind = previewOf(TEXT, [{ span: { start: end, end }, newText: "\n\n【规则】甲" }]);
    expect(said(behind[0]!.after)).toBe("<【规则】甲>");
  });

  test("in one line is shown together, in two lines apart, in the order of the text", () => {
    const places = previewOf(TEXT, [at("乙类", "丙类"), at("甲类", "丁类"), at("公立医院", "医院")]);
    expect(places.map(({ before, after }) => [said(before), said(after)])).toEqual([
      ["（一）<公立医院>，为<甲类>；", "（一）<医院>，为<丁类>；"],
      ["（二）药店，为<乙类>。", "（二）药店，为<丙类>。"],
    ]);
  });

  test("words far from it are left out", () => {
    const text = `${"前".repeat(200)}甲${"后".repeat(200)}`;
    const [place] = previewOf(text, [{ span: { start: 200, end: 201 }, newText: "" }]);
    expect(said(place!.before)).toBe(`……${"前".repeat(40)}<甲>${"后".repeat(40)}……`);
    expect(said(place!.after)).toBe(`……${"前".repeat(40)}${"后".repeat(40)}……`);
  });
});
