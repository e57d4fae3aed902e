import { describe, expect, test } from "vitest";
import { amendmentOf, applyAmendment } from "../../../compiler/diff/decision/index.ts";
import { withoutSpace } from "../../../language/index.ts";
import { comparisonOf } from "./decision-support.ts";

const BEFORE = `某某市定点机构管理办法

第一章 总则

第一条 为了加强管理，制定本办法。

第二条 本办法适用于本市定点机构。
前款所称定点机构，是指医院和药店。

第二章 管理

第三条 申请人应当具备下列条件：
（一）有固定场所；
（二）有执业人员；
（三）法律规定的其他条件。

第四条 机构必须在三十日内备案。逾期不备案的，依照本办法第六条处理。

第五条 本办法所称“重点机构”，由市医保局认定。

第六条 违反本办法的，处一百元罚款。

第七条 本办法自2020年1月1日起施行。
`;

const AFTER = `某某市定点机构管理办法

第一章 总则

第一条 为了加强管理，制定本办法。

第二条 本办法适用于本市定点机构。
前款所称定点机构，是指医院、药店和护理院。

第二章 管理

第三条 申请人应当具备下列条件：
（一）有固定场所；
（二）有执业人员；
（三）有信息系统；
（四）法律规定的其他条件。

第四条 机构应当在三十日内备案。逾期不备案的，依照本办法第七条处理。

第五条 机构名称变更的，应当重新备案。

第六条 机构终止的，应当注销。

第三章 罚则

第七条 违反本办法的，处二百元罚款。
情节严重的，取消资格。

第八条 本办法自2024年1月1日起施行。
`;

const itemsOf = (left: string, right: string): string[] => {
  const decision = amendmentOf(comparisonOf(left, right));
  const { text, problems } = applyAmendment(left, decision);
  expect(problems).toEqual([]);
  expect(withoutSpace(text)).toBe(withoutSpace(right));
  return decision.trimEnd().split(/\n\n/).slice(2);
};

const law = (...articles: readonly string[]): string => `某某市管理办法\n\n${articles.join("\n\n")}\n`;

describe("what a decision says", () => {
  test("a 款 that becomes two changes what is cited, though not a word changed", () => {
    const before = law(
      "第一条 申请人应当申请。逾期的，视为放弃。\n市局应当受理。",
      "第二条 本办法自公布之日起施行。",
    );
    const after = before.replace("申请。逾期", "申请。\n逾期");
    expect(itemsOf(before, after)).toEqual([
      "一、将第一条修改为：“申请人应当申请。\n逾期的，视为放弃。\n市局应当受理。”",
    ]);
    expect(applyAmendment(before, amendmentOf(comparisonOf(before, after))).text).toContain("申请。\n逾期");
    expect(itemsOf(after, before)).toEqual([
      "一、将第一条修改为：“申请人应当申请。逾期的，视为放弃。\n市局应当受理。”",
    ]);
  });

  test("the last 条 of a chapter that becomes the first of the next is moved, its number stays", () => {
    const [one, two, three] = [
      "申请人应当在三十日内申请。",
      "主管部门应当公示名单。",
      "违反规定的，给予警告。",
    ];
    const before = law("第一章 总则", `第一条 ${one}`, `第二条 ${two}`, "第二章 罚则", `第三条 ${three}`);
    const after = law("第一章 总则", `第一条 ${one}`, "第二章 罚则", `第二条 ${two}`, `第三条 ${three}`);
    expect(itemsOf(before, after)).toEqual(["一、将第二条移至第二章，作为第二条。"]);
    expect(itemsOf(after, before)).toEqual(["一、将第二条移至第一章，作为第二条。"]);
  });

  test("a second title and remarks of the page are told last, under a line of their own", () => {
    const before = `某某市关于印发管理办法的通知\n\n各局：\n\n现将办法印发给你们。\n\n${law("第一条 申请人应当在三十日内申请。", "第二条 本办法自公布之日起施行。")}`;
    const after = law("第一条 申请人应当在六十日内申请。", "第二条 本办法自公布之日起施行。");
    const items = itemsOf(before, after);
    const line = items.indexOf("以下为发布信息的改动，不属于对条文的修改：");
    expect(items[line + 1]).toMatch(/^[一二三四五]、删去.*标题。$/);
    expect(items.findIndex((item) => item.includes("六十日"))).toBeLessThan(line);
  });

  test("a 条 that goes to another chapter is told where, on both ways; no references that do not change", () => {
    const [one, two, three] = [
      "申请人应当在三十日内申请。",
      "依照第一条受理的，不收费。",
      "主管部门应当公示名单。",
    ];
    const before = law("第一章 总则", `第一条 ${three}`, `第二条 ${one}`, "第二章 罚则", `第三条 ${two}`);
    const after = law("第一章 总则", `第一条 ${three}`, "第二章 罚则", `第二条 ${two}`, `第三条 ${one}`);
    expect(itemsOf(before, after)).toEqual([
      "一、将第二条移至第二章，作为第三条。",
      "此外，对条文顺序作相应调整。",
    ]);
    expect(itemsOf(after, before)).toEqual([
      "一、将第三条移至第一章，作为第二条。",
      "此外，对条文顺序作相应调整。",
    ]);
  });

  test("a revision with new, deleted and changed 条, in the forms of 修改决定", () => {
    expect(itemsOf(BEFORE, AFTER)).toEqual([
      "一、将第二条第二款中的“是指医院和药店”修改为“是指医院、药店和护理院”。",
      "二、在第三条中增加一项，作为第（三）项：“（三）有信息系统；”",
      "三、将第四条中的“必须”修改为“应当”。",
      "四、删去第五条。",
      "五、增加两条，作为第五条、第六条：“机构名称变更的，应当重新备案。”\n“机构终止的，应当注销。”",
      "六、增加一章，作为第三章，章名为“罚则”，置于第七条之前。",
      "七、将第六条中的“一百元”修改为“二百元”；在第六条中增加一款，作为第二款：“情节严重的，取消资格。”",
      "八、将第七条中的“2020年1月1日”修改为“2024年1月1日”。",
      "此外，对条文顺序和条文中的引用作相应调整。",
    ]);
  });

  test("a title and lines of the publication", () => {
    const before = `某某市管理办法\n（2020年1月1日公布）\n\n第一条 甲乙丙丁戊己。\n`;
    const after = `某某市管理条例\n（2020年1月1日公布　2024年1月1日修订）\n\n第一条 甲乙丙丁戊己。\n`;
    expect(itemsOf(before, after)).toEqual([
      "一、将标题修改为：“某某市管理条例”。",
      "二、将题注修改为：“（2020年1月1日公布　2024年1月1日修订）”。",
    ]);
  });

  test("parts of a document in 一、（一）", () => {
    const before =
      "某某市实施细则\n\n一、申请条件\n（一）场所要求。有固定场所，面积不低于80平方米。\n（二）人员要求。有执业人员。\n\n二、办理程序\n市医保局在十日内答复申请人。\n";
    const after =
      "某某市实施细则\n\n一、申请条件\n（一）场所要求。有固定场所，面积不低于100平方米。\n（二）人员要求。有执业人员。\n\n二、监督管理\n市医保局每年组织一次检查，并公布结果。\n\n三、办理程序\n市医保局在五日内答复申请人。\n";
    expect(itemsOf(before, after)).toEqual([
      "一、将第一部分第（一）项中的“80平方米”修改为“100平方米”。",
      "二、增加一个部分，作为第二部分：“监督管理\n市医保局每年组织一次检查，并公布结果。”",
      "三、将第二部分中的“十日”修改为“五日”。",
      "此外，对条文顺序作相应调整。",
    ]);
  });

  test("words that stand twice in a 条 are quoted with their clause", () => {
    expect(
      itemsOf(
        law("第一条 机构应当备案，变更的应当备案，终止的应当备案。"),
        law("第一条 机构应当备案，变更的可以备案，终止的应当备案。"),
      ),
    ).toEqual(["一、将第一条中的“变更的应当备案”修改为“变更的可以备案”。"]);
  });

  test("quotation marks inside survive, uneven ones too", () => {
    expect(
      itemsOf(
        law("第一条 本办法所称“重点机构”由市局认定并公布。"),
        law("第一条 本办法所称“重点”机构由市局认定并公布。"),
      ),
    ).toHaveLength(1);
    const [item] = itemsOf(
      law("第一条 本办法所称“重点机构”由市局认定，并向社会公布名单。"),
      law("第一条 本办法所称“重点机构由市局认定，并向社会公布名单。"),
    );
    expect(item).toContain("『本办法所称“重点机构由市局认定』");
    itemsOf(law("第一条 甲乙丙。"), law("第一条 甲“『「〖⟦⟦乙丙。"));
  });

  test("documents of different kind are replaced as a whole, with the reason", () => {
    const headings =
      "某某市实施细则\n\n一、申请条件\n有固定场所和执业人员。\n\n二、办理程序\n市医保局答复申请人。\n";
    const decision = amendmentOf(comparisonOf(BEFORE, headings));
    expect(decision).toContain("不宜逐条修改");
    expect(withoutSpace(applyAmendment(BEFORE, decision).text)).toBe(withoutSpace(headings));
  });
});

describe("carrying out a decision that a person wrote", () => {
  const text = law(
    "第一条 机构应当备案，并应当公示。",
    "第二条 有下列情形之一的：\n（一）停业；\n（二）歇业。",
    "第三条 依照第二条第一项处理。",
    "第四条 本办法自公布之日起施行。",
  );

  test("other spellings of a place, lists and rows", () => {
    const result = applyAmendment(
      text,
      "关于修改《某某市管理办法》的决定\n一、将第二条第二项修改为：“（二）注销。”\n二、增加一条，作为第三条：“逾期的，不予受理。”\n三、删去第一条中的“，并应当公示”。\n此外，对条文顺序和条文中的引用作相应调整。",
    );
    expect(result.problems).toEqual([]);
    expect(withoutSpace(result.text)).toBe(
      withoutSpace(
        law(
          "第一条 机构应当备案。",
          "第二条 有下列情形之一的：（一）停业；（二）注销。",
          "第三条 逾期的，不予受理。",
          "第四条 依照第二条第一项处理。",
          "第五条 本办法自公布之日起施行。",
        ),
      ),
    );
  });

  test("what cannot be carried out is told with its place, the rest is done", () => {
    const { text: made, problems } = applyAmendment(
      text,
      "一、将第一条中的“应当”修改为“可以”。\n二、将第九条修改为：“无。”\n三、将第二条中的“破产”修改为“清算”。\n四、请把第三条改得好一些。\n五、删去第四条。",
    );
    expect(problems).toEqual([
      "修改决定第四项的“请把第三条改得好一些”不是可以识别的修改形式，没有执行。",
      "第一条中有不止一处“应当”，不能确定修改的是哪一处。",
      "原文中没有找到“第九条”。",
      "第二条中没有找到“破产”，没有执行。",
    ]);
    expect(made).not.toContain("第四条");
  });

  test("a number that is given twice is a problem", () => {
    const { problems } = applyAmendment(text, "一、将第三条改为第四条。");
    expect(problems).toEqual(["修改后有不止一个第四条。"]);
  });
});
