import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { print, stripSpans, type PolicyFile } from "../../language/index.ts";
import { ruleText } from "../generators/rule-text.ts";
import { parseBlocks } from "../language/sample.ts";

const parse = (sentences: string): PolicyFile => parseBlocks(`【规则】甲\n${sentences}`);

const said = (file: PolicyFile): unknown => stripSpans(file.blocks.at(-1));

const found = (file: PolicyFile): string[] =>
  file.diagnostics.map(({ code, message }) => `${code} ${message}`);

const outsideQuotes = (text: string, change: (part: string) => string): string =>
  text
    .split(/(「[^」]*」)/)
    .map((part) => (part.startsWith("「") ? part : change(part)))
    .join("");

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "。": ".",
};

describe("sentences made from the tables", () => {
  test("are read without a finding", () => {
    fc.assert(
      fc.property(ruleText, (text) => {
        expect(found(parse(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("say the same on one line, in half width and with spaces between the words", () => {
    fc.assert(
      fc.property(ruleText, (text) => {
        const meaning = said(parse(text));
        const changes: ((part: string) => string)[] = [
          (part) => part.replaceAll("\n", ""),
          (part) => part.replaceAll(/[，；：（）。]/g, (mark) => HALF[mark]!),
          (part) => part.replaceAll(/([，；：。、])/g, "　$1 "),
          (part) => part.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        ];
        for (const change of changes) expect(said(parse(outsideQuotes(text, change)))).toEqual(meaning);
      }),
      { numRuns: 300 },
    );
  });

  test("say the same when printed, and print the same again", () => {
    fc.assert(
      fc.property(ruleText, (text) => {
        const file = parse(outsideQuotes(text, (part) => part.replaceAll("，", " , ")));
        const printed = print(file);
        const again = parse(printed.slice(printed.indexOf("【规则】甲\n") + 6).replace(/\n【完】\n$/, ""));
        expect(said(again)).toEqual(said(file));
        expect(print(again)).toBe(printed);
      }),
      { numRuns: 300 },
    );
  });
});
