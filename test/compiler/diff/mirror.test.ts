import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, compare, mirror, type Comparison } from "../../../compiler/index.ts";
import { ABSENT, hasCorpus, readLaw } from "../../corpus/corpus-folder.ts";

const compared = (left: string, right: string): Promise<Comparison> =>
  compare(
    { file: { name: "left.txt", text: left }, compiled: null },
    { file: { name: "right.txt", text: right }, compiled: null },
    { at: null },
  );

/** Both directions tell the same, twice mirrored is the same, and the patch makes the other text. */
const expectMirrors = async (left: string, right: string): Promise<void> => {
  const there = await compared(left, right);
  const back = await compared(right, left);
  const sides = { left: back.left, right: back.right };
  expect({ ...mirror(there), ...sides }).toEqual(back);
  expect(mirror(mirror(there))).toEqual(there);
  expect(applyPatch(there.left.text, there.patch)).toBe(there.right.text);
  expect(applyPatch(back.left.text, back.patch)).toBe(back.right.text);
};

const WORDS = [
  "停车场应当在显著位置公示收费标准",
  "停车不满30分钟的，不得收费",
  "违反第三条规定的，由交通运输部门责令改正",
  "经营者变更名称的，应当自变更之日起十五日内备案",
  "市人民政府应当加强对停车管理工作的领导",
  "残疾人驾驶的车辆，减半收取停车费",
  "本办法所称停车场，是指供机动车停放的场所",
  "相关部门按照各自职责做好停车管理工作",
];

const sentence = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom("", "，并及时公告", "；情节严重的，处一千元罚款"))
  .map((parts) => `${parts.join("")}。`);

const documentOf = (sentences: readonly string[], chapters: number): string =>
  sentences
    .map((words, at) => {
      const chapter = chapters > 0 && at % chapters === 0 ? `第${at / chapters + 1}章 停车\n\n` : "";
      return `${chapter}第${at + 1}条 ${words}\n`;
    })
    .join("\n");

/** A document and another made from it by taking out, putting in, exchanging and rewriting. */
const pair = fc
  .record({
    sentences: fc.array(sentence, { minLength: 1, maxLength: 9 }),
    chapters: fc.constantFrom(0, 2, 3),
    cut: fc.nat(8),
    put: fc.nat(8),
    put_: sentence,
    exchanged: fc.nat(8),
    kept: fc.boolean(),
  })
  .map(({ sentences, chapters, cut, put, put_, exchanged, kept }) => {
    const changed = kept ? [...sentences] : sentences.toSpliced(cut, 1);
    changed.splice(put, 0, put_);
    const moved = changed.splice(exchanged, 1);
    changed.push(...moved);
    return [documentOf(sentences, chapters), documentOf(changed, chapters)] as const;
  });

describe("a comparison seen from the other side", () => {
  test("is the comparison of the exchanged documents", async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([left, right]) => expectMirrors(left, right)),
      { numRuns: 300 },
    );
  });

  test("also where a provision is split, merged, moved or nearly the same as another", async () => {
    const texts: readonly (readonly [string, string])[] = [
      [
        "第一条 停车场应当公示收费标准，不得在标准之外收费。停车不满30分钟的不得收费，超过的按小时收费。\n",
        "第一条 停车场应当公示收费标准，不得在标准之外收费。\n第二条 停车不满30分钟的不得收费，超过的按小时收费。\n",
      ],
      ["第一条 甲。\n第二条 甲。\n第三条 甲。\n", "第一条 甲。\n第二条 甲。\n"],
      ["一、甲\n（一）乙丙丁戊己。\n二、庚\n（一）辛壬癸。\n", "第一条 乙丙丁戊己。\n第二条 辛壬癸。\n"],
      ["", "第一条 甲。\n"],
      ["没有编号的文字。\n", "第一条 没有编号的文字。\n"],
    ];
    for (const [left, right] of texts) await expectMirrors(left, right);
  });
});

describe.skipIf(!hasCorpus)("two versions of a law", () => {
  test.each([
    ["未成年人保护法(2020-10-17).md", "未成年人保护法(2024-04-26).md"],
    ["道路运输条例(2022-03-29).md", "道路运输条例(2023-07-20).md"],
    ["公司法(2018-10-26).md", "公司法(2023-12-29).md"],
  ])("%s and %s mirror each other", { timeout: 30_000 }, async (left, right) => {
    await expectMirrors(readLaw(left), readLaw(right));
  });
});

describe.skipIf(hasCorpus)("without the corpus", () => {
  test("is said", () => {
    process.stdout.write(`${ABSENT}\n`);
    expect(hasCorpus).toBe(false);
  });
});
