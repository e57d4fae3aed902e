import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createReadingMemo,
  readDocument,
  segment,
  type OfficialDocument,
} from "../../../language/document/index.ts";

const root = join(import.meta.dirname, "../../..");

const POLICIES = ["mudanjiang/2025-draft.tiaowen", "yangjiang/2025.tiaowen"].map((path) =>
  readFileSync(join(root, "policies", path), "utf8"),
);

const SMALL = `【政策】
名称：示例办法。
【完】
第一条　其它单位应当申报，其它费用
由县级承担。
【规则】退出
业务量为0笔的，纳入退出。
【完】
（一）甲；
（三）乙。
【说明】程序。
【完】
第三条　本办法自印发之日起施行
`;

/** Everything that is known of the official text, parents and children by their paths. */
const allOf = ({
  source,
  title,
  form,
  provisions,
  roots,
  furniture,
  findings,
}: OfficialDocument): unknown => ({
  source,
  title,
  form,
  provisions: provisions.map(({ parent, children, pieces, titleSpan, ...rest }) => ({
    ...rest,
    pieces,
    titleSpan,
    titleIsPiece: titleSpan !== null && pieces.includes(titleSpan),
    parent: parent?.path ?? null,
    children: children.map(({ path }) => path),
  })),
  roots: roots.map(({ path }) => path),
  furniture,
  findings,
});

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.oneof(
    fc.constantFrom("\n", "。", "甲", "【规则】丙\n", "【完】\n", "第九条　丁。\n", "（二）戊；\n", " ", ""),
    fc.string({ maxLength: 5, unit: "grapheme" }),
  ),
});

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const edited = (text: string, { at, remove, insert }: Edit): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
};

describe("a file read again after each edit", () => {
  test("gives what reading it afresh gives", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, ...POLICIES),
        fc.array(edit, { maxLength: 8 }),
        (start, edits) => {
          const memo = createReadingMemo();
          let text = start;
          for (const each of [{ at: 0, remove: 0, insert: "" }, ...edits]) {
            text = edited(text, each);
            const segments = segment({ name: "甲.tiaowen", text });
            expect(allOf(readDocument(segments, memo))).toEqual(allOf(readDocument(segments)));
          }
        },
      ),
      { numRuns: 50, seed: 6 },
    );
  });

  test("is not read again where only a rule changed", () => {
    const memo = createReadingMemo();
    const read = (text: string) => readDocument(segment({ name: "甲.tiaowen", text }), memo);
    const before = read(SMALL);
    const known = memo.last;
    const after = read(SMALL.replace("业务量为0笔", "业务量低于100笔，\n或者停业"));
    expect(memo.last).toBe(known);
    expect(after.findings.map(({ message }) => message)).toEqual(
      before.findings.map(({ message }) => message),
    );
    expect(before.findings.length).toBeGreaterThan(1);
    read(SMALL.replace("第三条", "第二条"));
    expect(memo.last).not.toBe(known);
  });

  test("finds the same words at every place, in the file with its blocks as in the text alone", () => {
    const text = POLICIES[0]!;
    const whole = readDocument(segment({ name: "甲.tiaowen", text }));
    const segments = segment({ name: "甲.tiaowen", text });
    const official = segments.official.map(({ start, end }) => text.slice(start, end)).join("");
    const alone = readDocument({ name: "甲.tiaowen", text: official });
    const wordsOf = ({ source, provisions }: OfficialDocument): string[] =>
      provisions.map(({ path, pieces }) =>
        [path, ...pieces.map(({ start, end }) => source.text.slice(start, end))].join(" "),
      );
    expect(wordsOf(whole)).toEqual(wordsOf(alone));
    expect(whole.findings.map(({ code }) => code)).toEqual(alone.findings.map(({ code }) => code));
  });
});
