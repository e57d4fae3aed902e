import { expect, test } from "vitest";
import {
  complete,
  definition,
  foldingRanges,
  format,
  hover,
  inlayHints,
  layout,
  nameAt,
  officialLines,
  outline,
  quickFixes,
  references,
  ruleLenses,
  semanticTokens,
} from "../../../compiler/ide/index.ts";
import { atCursor, labelsAt, policy, viewOf } from "./cursor.ts";

const LONG = 150_000;
const long = (words: string): string => words.repeat(LONG / words.length);

/** Far more than any of them needs; what grows with the square of the length needs minutes. */
const LIMIT = 6000;

test.each([
  ["blanks in a rule", `【规则】整改\n药店配有药师${long(" ")}的，应当‸限期整改。\n`],
  ["opening marks in a rule", `【规则】整改\n药店${long("「")}‸\n`],
  ["quotes behind 依据", `【规则】整改\n药店配有药师的，限期整改，依据${long("「甲」 、")}x「‸\n`],
  ["Han without an end", `【规则】整改\n药店${long("配有药师且")}‸\n`],
  ["digits", `【规则】整改\n药店年度业务量低于${long("1")}‸笔的，限期整改。\n`],
  ["brackets in official text", `【完】\n第二条　${long("（一）")}‸\n`],
  ["numbers of provisions in official text", `【完】\n${long("第三条")}‸\n`],
  ["ends of blocks", `【完】\n${long("【完】")}‸\n`],
  ["marks behind an opening mark", `【规则】整改\n药店「甲${long("，")}x‸\n`],
  ["characters of two units", `【说明】${long("𠀀")}‸\n`],
  ["sources in brackets", `【对象】甲\n乙：文本（出处${long("「")}‸\n`],
])(
  "one line of %s is read in time by every aid",
  (_title, marked) => {
    const { text, offset } = atCursor(policy(marked));
    const view = viewOf(text);
    const slow = Object.entries({
      complete: () => complete(view, offset),
      hover: () => hover(view, offset),
      definition: () => definition(view, offset),
      references: () => references(view, offset),
      nameAt: () => nameAt(view, offset),
      format: () => format(view),
      outline: () => outline(view),
      layout: () => layout(view),
      officialLines: () => officialLines(view),
      foldingRanges: () => foldingRanges(view),
      inlayHints: () => inlayHints(view),
      ruleLenses: () => ruleLenses(view),
      semanticTokens: () => semanticTokens(view),
      quickFixes: () => quickFixes(view, { start: offset, end: offset }),
    }).flatMap(([name, ask]) => {
      const start = performance.now();
      ask();
      const taken = performance.now() - start;
      return taken > LIMIT ? [`${name}: ${Math.round(taken)} ms`] : [];
    });
    expect(slow).toEqual([]);
  },
  60_000,
);

test("quotes with many blanks between them do not keep completion busy", () => {
  const quotes = `「甲」${" ".repeat(12)}`.repeat(30);
  expect(labelsAt(`【规则】整改\n药店配有药师的，限期整改，依据${quotes}x「‸\n`)).toBeInstanceOf(Array);
});
