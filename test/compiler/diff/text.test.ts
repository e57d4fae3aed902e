import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../compiler/diff/text/index.ts";
import { changesOf, compared, LAW, numberedAnew, rowsOf } from "./text-fixtures.ts";

const ARTICLE_SIX = "第六条 禁止在城区饲养烈性犬。烈性犬名录由公安机关会同农业农村部门公布。\n";

describe("provisions of two versions", () => {
  test("the same text has only unchanged provisions without edits", () => {
    const comparison = compared(LAW, LAW);
    expect(comparison.provisions).toHaveLength(10);
    expect(changesOf(comparison)).toEqual([]);
    expect(comparison.headings.map(({ kind }) => kind)).toEqual(Array(4).fill("unchanged"));
    expect(comparison.furniture).toEqual([]);
    expect(comparison.patch.pieces).toEqual([{ kind: "keep", left: { start: 0, end: LAW.length } }]);
    expect(comparison.relation).toBe("versions");
  });

  test("other words in one article", () => {
    const comparison = compared(LAW, LAW.replace("二百元", "五百元"));
    expect(changesOf(comparison)).toEqual(["changed 第九条 → 第九条"]);
    const row = comparison.provisions.find(({ kind }) => kind === "changed");
    expect(row?.edits.map(({ before, after }) => `${before}→${after}`)).toEqual(["二百元→五百元"]);
    expect(row?.similarity).toBeGreaterThan(0.8);
    expect(row?.similarity).toBeLessThan(1);
  });

  test("a place tells where the provision stands", () => {
    const row = compared(LAW, LAW).provisions[6];
    expect(row?.left).toMatchObject({
      path: "7",
      label: "第七条",
      level: "article",
      under: ["第三章 行为规范"],
    });
    const { start, end } = row!.right!.span;
    expect(LAW.slice(start, end)).toBe("第七条 携犬出户应当为犬只束牵引带，由成年人牵领，并主动避让行人。");
  });

  test("a deleted article renumbers what follows, and citations of it follow", () => {
    const right = numberedAnew(LAW.replace(ARTICLE_SIX, "")).replace("违反第七条", "违反第六条");
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual([
      "deleted 第六条 → 无",
      "renumbered* 第七条 → 第六条",
      "renumbered* 第八条 → 第七条",
      "renumbered* 第九条 → 第八条",
      "renumbered* 第十条 → 第九条",
    ]);
    const classes = comparison.provisions.map(({ edits }) => edits.map((edit) => edit.class).join(" "));
    expect(classes.slice(6)).toEqual(["numbering", "numbering", "numbering reference", "numbering"]);
  });

  test("a citation that went to another article is a change of words", () => {
    const comparison = compared(LAW, LAW.replace("违反第七条", "违反第八条"));
    expect(changesOf(comparison)).toEqual(["changed 第九条 → 第九条"]);
  });

  test("an added article", () => {
    const added = "第四条 本市设立养犬协会，协会依照章程开展文明养犬宣传和志愿服务活动。\n";
    const comparison = compared(LAW, numberedAnew(LAW.replace("第二章", `${added}第二章`)));
    expect(changesOf(comparison).filter((row) => !row.startsWith("renumbered"))).toEqual([
      "added 无 → 第四条",
    ]);
  });

  test("an article deleted and another one put in its place are not one", () => {
    const other = "第六条 犬只死亡的，养犬人负责无害化处理，费用由其承担。\n";
    const comparison = compared(LAW, LAW.replace(ARTICLE_SIX, other));
    expect(changesOf(comparison).toSorted()).toEqual(["added 无 → 第六条", "deleted 第六条 → 无"]);
  });

  test("moved to another chapter, whose number does not count", () => {
    const right = numberedAnew(
      LAW.replace(ARTICLE_SIX, "")
        .replace("第四章 附则\n", `${ARTICLE_SIX}第四章 附则\n`)
        .replace("违反第七条", "违反第六条"),
    );
    expect(changesOf(compared(LAW, right))).toEqual([
      "renumbered* 第七条 → 第六条",
      "renumbered* 第八条 → 第七条",
      "renumbered* 第九条 → 第八条",
      "moved* 第六条 → 第九条",
    ]);
  });

  test("a chapter put in front moves nothing: the others only get another number", () => {
    const right = LAW.replace("第二章 登记", "第三章 登记")
      .replace("第三章 行为规范", "第四章 行为规范")
      .replace("第四章 附则", "第五章 附则")
      .replace(
        "第三章 登记",
        "第二章 犬只免疫\n第三条之一 犬只应当每年接种狂犬病疫苗，由动物诊疗机构出具证明。\n第三章 登记",
      );
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual(["added 无 → 第三条之一"]);
    expect(rowsOf(comparison.headings)).toEqual([
      "unchanged 第一章 → 第一章",
      "added 无 → 第二章",
      "renumbered* 第二章 → 第三章",
      "renumbered* 第三章 → 第四章",
      "renumbered* 第四章 → 第五章",
    ]);
  });

  test("split: one row for each part", () => {
    const right = LAW.replace(
      "第五条 养犬登记证有效期一年。期满继续饲养的，应当依照第四条的规定重新办理。",
      "第五条 养犬登记证有效期一年。\n第五条之一 期满继续饲养的，养犬人应当依照第四条的规定重新办理。",
    );
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual(["split 第五条 → 第五条", "split* 第五条 → 第五条之一"]);
    expect(applyPatch(LAW, comparison.patch)).toBe(right);
  });

  test("merged: one row for each source", () => {
    const left = LAW.replace(
      "导盲犬除外。",
      "导盲犬除外。\n第八条之一 举办大型活动的，主办单位可以禁止携犬进入活动场所。",
    );
    const right = LAW.replace(
      "导盲犬除外。",
      "导盲犬除外。举办大型活动的，主办单位可以禁止携犬进入活动场所。",
    );
    const comparison = compared(left, right);
    expect(changesOf(comparison)).toEqual(["merged 第八条 → 第八条", "merged* 第八条之一 → 第八条"]);
    expect(applyPatch(left, comparison.patch)).toBe(right);
  });

  test("white space, width and a broken line do not make a change", () => {
    const right = LAW.replace("养犬人应当自", "养犬 人应当自").replace("，由成年人", ",由成年人");
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual(["unchanged 第四条 → 第四条", "unchanged 第七条 → 第七条"]);
    const classes = comparison.provisions.flatMap(({ edits }) => edits.map((edit) => edit.class));
    expect(classes).toEqual(["whitespace", "width"]);
    expect(applyPatch(LAW, comparison.patch)).toBe(right);
  });

  test("a 款 that becomes two is a change without changed words", () => {
    const right = LAW.replace("有效期一年。期满", "有效期一年。\n期满");
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual(["changed 第五条 → 第五条"]);
    const row = comparison.provisions.find(({ kind }) => kind === "changed");
    expect(row?.similarity).toBe(1);
    expect(row?.edits.map(({ class: edit, after }) => [edit, after])).toEqual([["numbering", "\n"]]);
    expect(applyPatch(LAW, comparison.patch)).toBe(right);
    expect(changesOf(compared(right, LAW))).toEqual(["changed 第五条 → 第五条"]);
  });

  test("empty lines between lines are no edits, and the patch still has them", () => {
    const right = LAW.replaceAll("\n第", "\n\n\n第").replaceAll("\n（", "\n\n（");
    expect(right).not.toBe(LAW);
    const comparison = compared(LAW, right);
    expect(changesOf(comparison)).toEqual([]);
    expect(applyPatch(LAW, comparison.patch)).toBe(right);
  });

  test("set phrases alone make no part of another article", () => {
    const liability = (deed: string): string =>
      `违反本办法规定，养犬人${deed}的，由公安机关责令改正，处警告或者二百元以下罚款。`;
    const left = LAW.replace("第四章", `第九条之一 ${liability("不随身携带养犬登记证")}\n第四章`).replace(
      "违反第七条规定的，由公安机关处二百元以下罚款。",
      liability("不束牵引带"),
    );
    const right = LAW.replace(
      "违反第七条规定的，由公安机关处二百元以下罚款。",
      `违反本办法规定，养犬人有下列情形之一的，由公安机关责令改正，处五百元以下罚款：\n（一）不束牵引带的；\n（二）不主动避让行人的。\n违反本办法规定，饲养烈性犬的，由公安机关责令改正，没收犬只。`,
    );
    expect(changesOf(compared(left, right))).toEqual(["changed 第九条 → 第九条", "deleted 第九条之一 → 无"]);
  });

  test("the provision on when the law applies stays one, whatever else it came to say", () => {
    const right = LAW.replace(
      "本办法自2020年5月1日起施行。",
      "本办法自2024年6月1日起施行。施行前已经饲养犬只而未办理登记的，养犬人应当在三个月内补办；逾期不补办的，按照未登记处理。具体步骤由公安机关公布，并在各派出所张贴。",
    );
    expect(changesOf(compared(LAW, right))).toEqual(["changed 第十条 → 第十条"]);
  });

  test("a letter around the document is no provision of it", () => {
    const letter =
      "关于印发城市养犬管理办法的通知\n各区公安分局：\n为了规范养犬行为，保障公众安全，现将办法印发给你们，请认真执行。\n市公安局\n2020年3月2日\n\n";
    const comparison = compared(LAW, letter + LAW);
    expect(changesOf(comparison)).toEqual(["added 无 → 通知"]);
    expect(comparison.furniture.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
      "added title",
      "added salutation",
      "added signature",
      "added date",
    ]);
  });

  test("equal articles go by their neighbours", () => {
    const same = "具体办法由公安机关另行制定。";
    const left = `甲办法\n第一条 登记费用实行收支两条线管理。\n第二条 ${same}\n第三条 收容场所由区政府设立，配备兽医。\n第四条 ${same}\n第五条 本办法自公布之日起施行。\n`;
    const right = left
      .replace(`第二条 ${same}\n`, "")
      .replace("第三条", "第二条")
      .replace("第四条", "第三条")
      .replace("第五条", "第四条");
    expect(changesOf(compared(left, right))).toEqual([
      "deleted 第二条 → 无",
      "renumbered* 第三条 → 第二条",
      "renumbered* 第四条 → 第三条",
      "renumbered* 第五条 → 第四条",
    ]);
  });
});

describe("headings and furniture", () => {
  test("another title of a chapter and of the document", () => {
    const comparison = compared(
      LAW,
      LAW.replace("第二章 登记", "第二章 登记与免疫").replace("管理办法", "管理条例"),
    );
    expect(rowsOf(comparison.headings)[1]).toBe("changed 第二章 → 第二章");
    expect(comparison.furniture).toMatchObject([
      { kind: "changed", role: "title", before: "城市养犬管理办法", after: "城市养犬管理条例" },
    ]);
    expect(comparison.provisions.every(({ kind }) => kind === "unchanged")).toBe(true);
  });

  test("a promulgation line that was added", () => {
    const right = LAW.replace("办法\n\n", "办法\n（2020年3月2日市人民政府令第8号公布）\n\n");
    expect(compared(LAW, right).furniture).toMatchObject([
      { kind: "added", before: "", after: "（2020年3月2日市人民政府令第8号公布）", left: null },
    ]);
  });

  test("a page number inside an article is no change of it", () => {
    const right = LAW.replace("由成年人牵领，", "由成年人牵领，\n— 3 —\n");
    const comparison = compared(LAW, right);
    expect(comparison.provisions.map(({ kind }) => kind)).toEqual(Array(10).fill("unchanged"));
    expect(comparison.furniture).toMatchObject([{ kind: "added", after: "— 3 —" }]);
    expect(applyPatch(LAW, comparison.patch)).toBe(right);
  });
});

describe("relation", () => {
  test.each([
    ["试点办法（征求意见稿）", "试点办法", "versions"],
    ["试点办法（试行）", "试点办法（2024年修订）", "versions"],
    ["甲市试点办法", "乙市试点办法", "documents"],
  ])("%s and %s are %s", (left, right, relation) => {
    const body = (words: string): string => `\n第一条 ${words}\n`;
    expect(
      compared(left + body("本办法适用于城区。"), right + body("企业应当按月报送用工情况。")).relation,
    ).toBe(relation);
  });

  test("most provisions with the same words make versions of one document, whatever it is called", () => {
    expect(compared(LAW, LAW.replace("城市养犬管理办法", "乙市犬类管理规定")).relation).toBe("versions");
  });
});
