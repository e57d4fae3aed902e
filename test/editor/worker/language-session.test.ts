import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createLanguageSession } from "../../../editor/worker/language/session.ts";
import type { Findings, LanguageService } from "../../../editor/worker/worker-api.ts";
import { mudanjiang, yangjiang } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";

const SHELF = "policies/vocabulary/医保定点.tiaowen";
const CITY = yangjiang.policy;
const shelfText = readFileSync(join(projectFolder, SHELF), "utf8");

const VOCABULARY = `【词汇】机构词汇
【对象】机构
业务量：数值（笔）。
【措施】
暂停业务。
【完】
`;

const POLICY = `【政策】
名称：示例办法；
引用：机构词汇；
施行：2025年1月1日。
【完】
示例办法

第一条　机构业务量低于100笔的，暂停业务。

【规则】低量暂停
机构业务量低于100笔的，暂停业务。
【完】
第二条　本办法由主管部门解释。
`;

const errors = (found: Findings | null): readonly string[] =>
  found!.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);

let session: LanguageService;
beforeEach(() => {
  session = createLanguageSession();
});

describe("a city", () => {
  beforeEach(() => session.setFile(SHELF, shelfText));

  test("a change answers what a keystroke needs", async () => {
    const found = (await session.change(CITY.name, 7, CITY.text))!;
    expect(found).toMatchObject({ path: CITY.name, version: 7, isRunnable: true, left: 0 });
    expect(errors(found)).toEqual([]);
    const tiled = found.layout.map(({ span }) => CITY.text.slice(span.start, span.end)).join("");
    expect(tiled).toBe(CITY.text);
    expect(await session.sources(CITY.name)).toEqual({ paths: [SHELF], missing: [] });
  });

  test("details, tokens and folding come from the same text, once for each version", async () => {
    await session.change(CITY.name, 1, CITY.text);
    const details = (await session.details(CITY.name))!;
    expect(details).toMatchObject({ version: 1, policy: { region: "阳江市", trial: false } });
    expect(details.title).toContain("阳江市");
    expect(details.lenses.length).toBeGreaterThan(10);
    expect(details.outline.length).toBeGreaterThan(3);
    expect(details.coverage.treated + details.coverage.untreated).toBe(details.coverage.provisions);
    const tokens = await session.semanticTokens(CITY.name);
    expect(tokens.length % 5).toBe(0);
    expect(tokens.length).toBeGreaterThan(1000);
    expect((await session.details(CITY.name))!.outline).toBe(details.outline);
  });

  test("everything that is answered can be sent to the page", async () => {
    const found = await session.change(CITY.name, 1, CITY.text.replaceAll("民营", "民 营"));
    const at = CITY.text.indexOf("【规则】");
    for (const answer of [
      found,
      await session.details(CITY.name),
      await session.tables(),
      await session.hover(CITY.name, at + 20),
      await session.complete(CITY.name, at + 20),
      await session.definition(CITY.name, at + 20),
      await session.references(CITY.name, at + 20),
      await session.quickFixes(CITY.name, { start: at, end: at }),
      await session.format(CITY.name),
    ])
      expect(structuredClone(answer)).toEqual(answer);
  });
});

describe("typing", () => {
  test("the latest text wins; what it overtook answers null", async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    const answers = await Promise.all([
      session.change("甲.tiaowen", 1, POLICY),
      session.change("甲.tiaowen", 2, POLICY.replace("【规则】", "【规】")),
      session.change("甲.tiaowen", 3, POLICY),
    ]);
    expect(answers.map((answer) => answer?.version ?? null)).toEqual([null, null, 3]);
  });

  test("two files do not overtake each other", async () => {
    const answers = await Promise.all([
      session.change("甲.txt", 1, "办法\n\n第一条　甲。\n"),
      session.change("乙.txt", 4, "办法\n\n第一条　乙。\n"),
    ]);
    expect(answers.map((answer) => answer?.version)).toEqual([1, 4]);
  });

  test("a text that came back is not compiled again, and still has the new number", async () => {
    const first = await session.change("甲.tiaowen", 1, POLICY);
    const again = await session.change("甲.tiaowen", 5, POLICY);
    expect(again).toMatchObject({ version: 5, findings: first!.findings });
    expect((await session.details("甲.tiaowen"))!.version).toBe(5);
  });

  test("no more findings are sent than a person reads, errors before all others", async () => {
    const wrong = Array.from(
      { length: 1200 },
      (_, at) => `【规则】其他${at}\n机构无此字段的，暂停业务。\n【完】\n`,
    );
    const many = POLICY.replace("第二条", `${wrong.join("")}第二条`);
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    const found = (await session.change("甲.tiaowen", 1, many))!;
    expect(found.findings).toHaveLength(1000);
    expect(found.left).toBeGreaterThan(100);
    expect(errors(found)).toHaveLength(1000);
  });

  test("nothing is known of a file that was taken away", async () => {
    await session.change("甲.tiaowen", 1, POLICY);
    await session.removeFile("甲.tiaowen");
    expect(await session.details("甲.tiaowen")).toBeNull();
    expect(await session.hover("甲.tiaowen", 3)).toBeNull();
    expect(await session.semanticTokens("甲.tiaowen")).toHaveLength(0);
    expect(await session.sources("甲.tiaowen")).toEqual({ paths: [], missing: [] });
  });
});

describe("vocabularies", () => {
  test("found in the folder of the policy and on the shelves above it, the nearest first", async () => {
    const path = "市/县/乡/甲.tiaowen";
    await session.setFile("词汇/远.tiaowen", VOCABULARY);
    await session.setFile("别处/近.tiaowen", VOCABULARY);
    await session.setFile(path, POLICY);
    expect(await session.sources(path)).toEqual({ paths: ["词汇/远.tiaowen"], missing: [] });
    await session.setFile("市/vocabulary/中.tiaowen", VOCABULARY);
    expect((await session.sources(path)).paths).toEqual(["市/vocabulary/中.tiaowen"]);
    await session.setFile("市/县/乡/近.tiaowen", VOCABULARY);
    expect((await session.sources(path)).paths).toEqual(["市/县/乡/近.tiaowen"]);
  });

  test("one that is named and not there is told; when it comes, the policy is right at once", async () => {
    const before = await session.change("甲.tiaowen", 1, POLICY);
    expect(errors(before)).toContain("vocabulary-missing");
    expect(await session.sources("甲.tiaowen")).toEqual({ paths: [], missing: ["机构词汇"] });
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    expect(errors(await session.change("甲.tiaowen", 1, POLICY))).toEqual([]);
    expect((await session.details("甲.tiaowen"))!.lenses.map(({ rule }) => rule)).toEqual(["低量暂停"]);
  });

  test("a vocabulary that changes changes what its policies are asked for next", async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    await session.change("甲.tiaowen", 1, POLICY);
    await session.change("机构词汇.tiaowen", 1, VOCABULARY.replace("业务量", "交易量"));
    const found = await session.change("甲.tiaowen", 1, POLICY);
    expect(found!.isRunnable).toBe(false);
    expect(errors(found).length).toBeGreaterThan(0);
  });

  test("one vocabulary may name another", async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    await session.setFile("中间.tiaowen", "【词汇】中间词汇\n引用：机构词汇。\n【完】\n");
    const found = await session.change("甲.tiaowen", 1, POLICY.replace("引用：机构词汇", "引用：中间词汇"));
    expect((await session.sources("甲.tiaowen")).paths).toEqual(["中间.tiaowen", "机构词汇.tiaowen"]);
    expect(errors(found)).toEqual([]);
  });

  test("renaming reaches every policy that uses the vocabulary, or none", async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    await session.change("甲.tiaowen", 1, POLICY);
    await session.setFile("乙.tiaowen", POLICY.replace("示例办法", "另一办法"));
    await session.setFile("无关.tiaowen", POLICY.replace("引用：机构词汇；\n", ""));
    const at = POLICY.lastIndexOf("业务量");
    expect(await session.nameAt("甲.tiaowen", at)).toEqual({
      name: "业务量",
      span: { start: at, end: at + 3 },
    });
    const answer = await session.rename("甲.tiaowen", at, "服务量");
    expect(answer.kind === "edits" && answer.files.map(({ file }) => file).sort()).toEqual([
      "乙.tiaowen",
      "机构词汇.tiaowen",
      "甲.tiaowen",
    ]);
    const fromHome = await session.rename("机构词汇.tiaowen", VOCABULARY.indexOf("业务量"), "服务量");
    expect(fromHome.kind === "edits" && fromHome.files.map(({ file }) => file).sort()).toEqual([
      "乙.tiaowen",
      "机构词汇.tiaowen",
      "甲.tiaowen",
    ]);
    const taken = POLICY.replace("【完】", "【定义】\n服务量是指机构的业务量。\n【完】");
    await session.setFile("乙.tiaowen", taken);
    const refused = await session.rename("甲.tiaowen", at, "服务量");
    expect(refused.kind === "refused" && refused.message).toContain("“乙.tiaowen”");
  });

  test("what is wrong in a vocabulary is told with that file", async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY.replace("数值（笔）", "数值（笔）；业务量：文本"));
    const found = (await session.change("甲.tiaowen", 1, POLICY))!;
    expect(new Set(found.findings.map(({ file }) => file))).toContain("机构词汇.tiaowen");
  });
});

describe("aids", () => {
  beforeEach(async () => {
    await session.setFile("机构词汇.tiaowen", VOCABULARY);
    await session.change("甲.tiaowen", 1, POLICY);
  });

  test("hover, definition and references of a name", async () => {
    const at = POLICY.lastIndexOf("业务量");
    expect((await session.hover("甲.tiaowen", at))!.title).toContain("业务量");
    const [home] = await session.definition("甲.tiaowen", at);
    expect(home!.file).toBe("机构词汇.tiaowen");
    expect(VOCABULARY.slice(home!.span.start, home!.span.end)).toBe("业务量");
    expect((await session.references("甲.tiaowen", at)).length).toBe(2);
  });

  test("a name of a vocabulary is used in the policies that use it, and they are told from there too", async () => {
    const at = POLICY.lastIndexOf("业务量");
    const home = VOCABULARY.indexOf("业务量");
    await session.setFile("无关.tiaowen", POLICY.replace("引用：机构词汇；\n", ""));
    const before = await session.hover("机构词汇.tiaowen", VOCABULARY.indexOf("暂停业务"));
    await session.setFile("乙.tiaowen", POLICY.replace("示例办法", "另一办法"));
    const filesOf = async (path: string, offset: number): Promise<readonly string[]> =>
      (await session.references(path, offset)).map(({ file }) => file).sort();
    const all = ["乙.tiaowen", "机构词汇.tiaowen", "甲.tiaowen"];
    expect(await filesOf("机构词汇.tiaowen", home)).toEqual(all);
    expect(await filesOf("甲.tiaowen", at)).toEqual(all);
    const used = (card: typeof before): readonly string[] =>
      card!.lines.filter(({ label }) => label === "使用").map(({ text }) => text);
    expect(used(before)).toEqual(["“甲.tiaowen”中共1次：第一条规则“低量暂停”"]);
    expect(used(await session.hover("机构词汇.tiaowen", home))).toEqual([
      "“甲.tiaowen”中共1次：第一条规则“低量暂停”",
      "“乙.tiaowen”中共1次：第一条规则“低量暂停”",
    ]);
    expect(used(await session.hover("甲.tiaowen", at))).toEqual(["共1次：第一条规则“低量暂停”"]);
    await session.removeFile("甲.tiaowen");
    await session.removeFile("乙.tiaowen");
    expect(used(await session.hover("机构词汇.tiaowen", home))).toEqual(["没有用到"]);
  });

  test("completion offers the names that fit", async () => {
    const at = POLICY.lastIndexOf("暂停业务");
    await session.change("甲.tiaowen", 2, POLICY.slice(0, at) + POLICY.slice(at + "暂停业务".length));
    const labels = (await session.complete("甲.tiaowen", at)).map(({ label }) => label);
    expect(labels).toContain("暂停业务");
  });

  test("a cure that is offered cures, and a rule gets 用例 around its threshold", async () => {
    const broken = POLICY.replaceAll(
      "机构业务量低于100笔的，暂停业务。\n【完】",
      "机构业物量低于100笔的，暂停业务。\n【完】",
    );
    await session.change("甲.tiaowen", 2, broken);
    const at = broken.indexOf("业物量");
    const [fix] = await session.quickFixes("甲.tiaowen", { start: at, end: at + 3 });
    const [edit] = fix!.edits.find(({ file }) => file === "甲.tiaowen")!.edits;
    const mended = broken.slice(0, edit!.span.start) + edit!.newText + broken.slice(edit!.span.end);
    expect(errors(await session.change("甲.tiaowen", 3, mended))).toEqual([]);
    const rule = mended.indexOf("【规则】") + 1;
    const fixes = await session.quickFixes("甲.tiaowen", { start: rule, end: rule });
    const cases = fixes.find(({ title }) => title.includes("边界用例"))!.edits[0]!.edits[0]!;
    const tested = mended.slice(0, cases.span.start) + cases.newText + mended.slice(cases.span.end);
    expect(cases.newText.match(/【用例】/gu)!.length).toBeGreaterThanOrEqual(3);
    expect(errors(await session.change("甲.tiaowen", 4, tested))).toEqual([]);
  });
});

test("cures are not tried for a text that is typed on", async () => {
  await session.setFile("机构词汇.tiaowen", VOCABULARY);
  const at = POLICY.lastIndexOf("业务量");
  const broken = `${POLICY.slice(0, at)}业物量${POLICY.slice(at + 3)}`;
  await session.change("甲.tiaowen", 1, broken);
  const range = { start: at, end: at + 3 };
  expect((await session.quickFixes("甲.tiaowen", range)).length).toBeGreaterThan(0);
  const [fixes, found] = await Promise.all([
    session.quickFixes("甲.tiaowen", range),
    session.change("甲.tiaowen", 2, broken),
  ]);
  expect([fixes, found!.version]).toEqual([[], 2]);
});

test("cures that are being tried make way for the next letter", async () => {
  await session.setFile("机构词汇.tiaowen", VOCABULARY);
  const at = POLICY.lastIndexOf("业务量");
  const broken = `${POLICY.slice(0, at)}业物量${POLICY.slice(at + 3)}`;
  await session.change("甲.tiaowen", 1, broken);
  const order: string[] = [];
  const trying = session.quickFixes("甲.tiaowen", { start: at, end: at + 3 }).then((fixes) => {
    order.push("fixes");
    return fixes;
  });
  // The first cure has been tried, and there are more.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  const found = session.change("甲.tiaowen", 2, `${broken}\n`).then(() => order.push("change"));
  await Promise.all([trying, found]);
  expect(await trying).toEqual([]);
  expect(order).toHaveLength(2);
});

describe("texts of every kind", () => {
  test("an official text without rules has an outline and findings, and no blocks", async () => {
    const text = "示例办法\n\n第一条　机构应当公示。\n\n第三条　本办法自公布之日起施行。\n";
    const found = (await session.change("办法.txt", 1, text))!;
    expect(found.isRunnable).toBe(false);
    expect(found.layout.every(({ kind }) => kind === "official")).toBe(true);
    const details = (await session.details("办法.txt"))!;
    expect(details.outline.map(({ label }) => label)).toEqual(["第一条", "第三条"]);
    expect([details.policy, details.lenses]).toEqual([null, []]);
  });

  test("nothing throws, whatever the text and the place", async () => {
    const part = fc.constantFrom(
      "【政策】",
      "【规则】甲\n",
      "【用例】",
      "【完】\n",
      "第一条　",
      "<script>",
      "\u202E",
      "\u0000",
      "\uD800",
      "机构业务量低于100笔的，",
      "\n",
      "「",
      "（一）",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 25 }), fc.nat(200), async (parts, offset) => {
        const text = parts.join("");
        const path = "甲.tiaowen";
        const found = await session.change(path, 1, text);
        expect(found!.version).toBe(1);
        expect((await session.details(path))!.path).toBe(path);
        await session.semanticTokens(path);
        await session.complete(path, offset);
        await session.hover(path, offset);
        await session.definition(path, offset);
        await session.references(path, offset);
        await session.nameAt(path, offset);
        await session.rename(path, offset, "乙");
        await session.quickFixes(path, { start: offset, end: offset + 3 });
        await session.format(path);
        const anchor = await session.anchorAt(path, { start: offset, end: offset + 5 });
        await session.findAnchors(path, [anchor]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("notes", () => {
  test("an anchor is found again after the text has changed", async () => {
    const { name, text } = mudanjiang.policy;
    await session.setFile(name, text);
    const words = "牡丹江市医疗保障局";
    const start = text.lastIndexOf(words);
    const anchor = await session.anchorAt(name, { start, end: start + words.length });
    expect(anchor.quote).toBe(words);
    const changed = text.replace("第一条", "第一条　新增一条。\n\n第一条");
    await session.change(name, 2, changed);
    const [found] = await session.findAnchors(name, [anchor]);
    const places = found!.kind === "found" ? [found!] : found!.kind === "several" ? found!.places : [];
    expect(places).toContainEqual(expect.objectContaining({ start: changed.lastIndexOf(words) }));
  });

  test("the file of notes is read and written", async () => {
    const { file, problems } = await session.readNotes('{"notes":[{"text":"请核对","anchor":{}},3]}');
    expect([file.notes.length, problems.length]).toEqual([1, 1]);
    expect(await session.writeNotes(file)).toContain("请核对");
  });
});

test("the tables have the longest words first, and every group of the language", async () => {
  const { keywords, blocks, snippets } = await session.tables();
  const lengths = keywords.map(({ word }) => word.length);
  expect(lengths).toEqual(lengths.toSorted((left, right) => right - left));
  expect(blocks).toContain("规则");
  expect(snippets.some(({ body }) => body.includes("【规则】"))).toBe(true);
});
