import { describe, expect, test } from "vitest";
import { readDocument, type OfficialDocument } from "../../../language/document/index.ts";
import { foundIn as found, placesOf, type Case } from "./finding-places.ts";
import { read } from "./reading.ts";

describe("marks of two widths", () => {
  test.each<Case>([
    ["除基本条件外,还应提交材料。", [","]],
    ["下列单位:医院;药店。", [":"]],
    ["应当按时申报.逾期不予受理。", ["."]],
    ["共3家,其中2家为公立。", [","]],
    ["金额1,000元以上，比例为1:2。", []],
    ["网址为http://www.mdj.gov.cn，时间为8:30。", []],
    ["按照GB/T 9704-2012执行。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "half-width-punctuation")).toEqual(expected);
  });

  test("one finding for a paragraph, with the number of places", () => {
    const [finding] = read("第一条 甲,乙,丙,丁。\n").findings;
    expect(finding).toMatchObject({ code: "half-width-punctuation", provision: "1.1" });
    expect(finding!.message).toContain("3处");
  });

  test.each<Case>([
    ["床位２０张的，每年检查2次。", ["２０"]],
    ["床位２０张的，每年检查２次。", []],
  ])("of digits in %s", (sentence, expected) => {
    expect(found(sentence, "mixed-digit-width")).toEqual(expected);
  });

  test.each<Case>([
    ["按照 A 类管理，对 B 类从严。", ["照 A"]],
    ["总 则", []],
    ["按照A类管理。", []],
    ["甲。第二条 乙，丙。", []],
    ["根据《中共某市委 某市人民政府关于服务的意见》，制定本办法。", []],
    ["由市委 市场监管人员，共同检查。", ["委 市"]],
  ])("spaces in %s", (sentence, expected) => {
    expect(found(sentence, "space-in-sentence")).toEqual(expected);
  });
});

describe("brackets", () => {
  test.each<Case>([
    ["各级医疗机构（含卫生院应当申报。", ["（"]],
    ["各级医疗机构含卫生院）应当申报。", ["）"]],
    ["甲（乙（丙）应当申报。", ["（"]],
    ["根据《意见》（中委〔2013〕7号，制定本规定。", ["（"]],
    ["各级医疗机构（含卫生院（所））应当申报。", []],
    ["应当提交：1）申请表；2）证明；a)其他。", []],
    ["得分在[0，100)的，不予通过。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "unbalanced-brackets")).toEqual(expected);
  });

  test("that close on the next line of a broken paragraph", () => {
    expect(found("定点药店（含门诊统筹\n药店）应当申报。", "unbalanced-brackets")).toEqual([]);
  });

  test("of two widths", () => {
    expect(found("定点药店(含统筹药店）应当申报。", "bracket-width")).toEqual(["(含统筹药店）"]);
    expect(found("定点药店(含统筹药店)应当申报。", "unbalanced-brackets")).toEqual([]);
    const mostlyHalf = "药店(含连锁)、医院(含分院)应当申报（每年一次）。";
    expect(found(mostlyHalf, "bracket-width")).toEqual([]);
    const mostlyFull = "药店(含连锁)、医院（含分院）应当申报（每年一次）。";
    expect(found(mostlyFull, "bracket-width")).toEqual(["(含连锁)"]);
  });
});

describe("quotes and book marks", () => {
  test.each<Case>([
    ["以下简称“慢特病），可以申请。", ["“"]],
    ["以下简称慢特病”，可以申请。", ["”"]],
    ["根据《条例，制定本办法。", ["《"]],
    ["根据条例》，制定本办法。", ["》"]],
    ["所称「定点机构，是指医院。", ["「"]],
    ["根据《条例》和“双通道”政策，制定本办法。", []],
    ["““双通道”药店”是指两类药店。", []],
    ["参照WHO’s guideline执行。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "unclosed-quote", "unclosed-book-mark")).toEqual(expected);
  });

  test("of a quotation over several paragraphs", () => {
    const amended = "将第五条修改为：“第五条 申请人应当申报。\n\n“申请人逾期的，不予受理。”\n";
    expect(found(amended, "unclosed-quote")).toEqual([]);
    expect(found(amended.replace("\n\n“", "\n\n"), "unclosed-quote")).toEqual([]);
    expect(found(amended.replace("”", ""), "unclosed-quote")).toEqual(["“"]);
  });

  test("book marks inside book marks", () => {
    expect(found("根据《贯彻《条例》的意见》执行。", "nested-book-mark")).toEqual(["《条例》"]);
    expect(found("根据《贯彻〈条例〉的意见》执行。", "nested-book-mark", "unclosed-book-mark")).toEqual([]);
  });

  test("a title on two lines is one passage", () => {
    const title = "关于印发《某市工作\n指引（试行）》的通知\n\n各单位：\n请遵照执行。\n\n一、总则。\n";
    expect(placesOf(read(title), ["unclosed-book-mark", "unbalanced-brackets"])).toEqual([]);
  });

  test.each<Case>([
    ['构建"15分钟服务圈"，方便群众。', ['"15分钟服务圈"']],
    ["构建“15分钟服务圈”，方便群众。", []],
  ])("straight ones in %s", (sentence, expected) => {
    expect(found(sentence, "straight-quote")).toEqual(expected);
  });
});

describe("document numbers", () => {
  test.each<Case>([
    ["根据《意见》（国发[2015]12号）执行。", ["国发[2015]12号"]],
    ["根据国发（2015）12号文件执行。", ["国发（2015）12号"]],
    ["根据《意见》（国发〔2015〕第12号）执行。", ["国发〔2015〕第12号"]],
    ["根据《意见》（国发〔2015〕012号）执行。", ["国发〔2015〕012号"]],
    ["根据国务院令第 531 号执行。", ["国务院令第 531 号"]],
    ["根据《意见》（国发〔2015〕12号）执行。", []],
    ["参照（2018）最高法民终12号判决执行。", []],
    ["按照国家税务总局公告2018年第12号执行。", []],
    ["人口（2025年）12人以上的。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "document-number-form")).toEqual(expected);
  });

  test.each<Case>([
    ["根据国发〔20015〕12号执行。", ["国发〔20015〕12号"]],
    ["根据国发〔2015〕12文件执行。", ["国发〔2015〕12"]],
    ["根据国发〔2015〕12号文件执行。", []],
    ["根据国发〔2015〕12、13号执行。", []],
  ])("malformed in %s", (sentence, expected) => {
    expect(found(sentence, "document-number-malformed")).toEqual(expected);
  });

  test("written in two ways, and of two documents", () => {
    const two = "根据国发〔2015〕12号制定。国发[2015]12号另有规定的除外。";
    expect(found(two, "document-number-two-ways")).toEqual(["国发[2015]12号"]);
    const order = "根据国务院令第531号制定。国务院第531号令另有规定的除外。";
    expect(found(order, "document-number-two-ways")).toEqual(["国务院第531号令"]);
    const others = "根据国发〔2015〕12号制定。国办发[2015]12号另有规定的除外。";
    expect(found(others, "document-number-two-ways")).toEqual([]);
  });
});

describe("punctuation, numerals and ends of items", () => {
  test.each<Case>([
    ["应当申报。。逾期不予受理。", ["。。"]],
    ["应当申报，，逾期不予受理。", ["，，"]],
    ["应当申报、。", ["、。"]],
    ["应当申报……逾期不予受理。", []],
    ["所称“申报。”，是指登记。", []],
  ])("doubled in %s", (sentence, expected) => {
    expect(found(sentence, "doubled-punctuation")).toEqual(expected);
  });

  test.each<Case>([
    ["自二0二五年三月一日起施行。", ["二0二五"]],
    ["自二O二五年三月一日起施行。", ["二O二五"]],
    ["自二〇二五年三月一日起施行。", []],
    ["自二○一○年六月八日起施行。", []],
    ["投资3万5千元，期限一百二十年。", []],
  ])("numerals in %s", (sentence, expected) => {
    expect(found(sentence, "mixed-numerals")).toEqual(expected);
  });

  test.each<Case>([
    ["根据《甲》（令第2号）《乙》，制定本办法。", ["》（令第2号）《"]],
    ["根据《甲》（令第2号）、《乙》，制定本办法。", []],
    ["根据《甲》《乙》，制定本办法。", []],
  ])("between titles in %s", (sentence, expected) => {
    expect(found(sentence, "missing-pause-mark")).toEqual(expected);
  });

  test("the one item that ends without a mark", () => {
    const list = (second: string): string[] =>
      found(`应当具备下列条件：\n（一）甲；\n（二）${second}\n（三）丙。`, "missing-full-stop");
    expect(list("有专职人员")).toEqual(["员"]);
    expect(list("有专职人员；")).toEqual([]);
    expect(found("下列单位：\n（一）甲\n（二）乙\n（三）丙", "missing-full-stop")).toEqual([]);
  });
});

describe("personal data", () => {
  const codes = ["identity-number", "personal-mobile", "contact-mobile", "personal-mailbox"] as const;

  test.each<Case>([
    ["申请人（11010519491231002X）合格。", ["11010519491231002X"]],
    ["有意见的，拨打13800138000反映。", ["13800138000"]],
    ["有意见的，拨打138-0013-8000反映。", ["138-0013-8000"]],
    ["材料发送至abc@163.com。", ["abc@163.com"]],
    ["申请人（110105194912310021）合格。", []],
    ["社会信用代码为91110105194912310X。", []],
    ["有意见的，拨打0453-6171000反映。", []],
    ["编号为20250101138001380001。", []],
    ["材料发送至ybj@mdj.gov.cn。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, ...codes)).toEqual(expected);
  });

  test("the number itself is not spread by the report", () => {
    const { findings } = read("第一条 申请人（11010519491231002X）合格，拨打13800138000反映。\n");
    for (const { message } of findings) expect(message).not.toMatch(/\d{8}/);
  });

  test("a contact line may name a person and an office telephone", () => {
    const notice = (telephone: string): OfficialDocument =>
      read(`某市工作指引\n\n一、各单位应当落实。\n\n（联系人：张某，电话：${telephone}）\n`);
    const told = (telephone: string): (readonly [string, string])[] =>
      notice(telephone).findings.map(({ code, severity }) => [code, severity]);
    expect(told("3103813")).toEqual([["contact-person", "info"]]);
    expect(told("13800138000")).toEqual([
      ["contact-person", "info"],
      ["contact-mobile", "info"],
    ]);
  });
});

describe("open words", () => {
  test.each<Case>([
    ["对业务量极少的机构，纳入退出范畴。", ["业务量极少"]],
    ["按照一定比例进行淘汰退出。", ["一定比例"]],
    ["在相对饱和的区域，不再新增。", ["相对饱和"]],
    ["按照一定比例进行淘汰，具体比例由市医保局确定。", []],
    ["对不足10家、相对不足的区域，优先布局。", ["相对不足"]],
    ["按照不超过5%的一定比例进行淘汰。", []],
    ["可以适当引入竞争机制。", ["适当引入"]],
    ["按照评估结果，由市医保局适当调整，具体标准另行制定。", []],
    ["基金运行达不到省级相关要求的，暂停新增。", ["达不到省级相关要求"]],
    ["有赤字、风险等情形之一的，暂停新增。", ["等情形之一"]],
    ["有下列情形之一的，暂停新增。", []],
    ["定期对资源配置进行评估。", ["定期"]],
    ["每2年定期对资源配置进行评估。", []],
    ["发展取得了明显成效，数量较多。", []],
    ["人民法院可以通知仲裁庭在一定期限内重新仲裁。", []],
    ["公司在合理期限内不予答复的，股东可以向人民法院起诉。", ["合理期限"]],
    ["人民法院收到公函后，应当在合理期限内出具证明。", ["合理期限"]],
    ["并在合理期限内移交后解散。", ["合理期限"]],
    ["应当在总和刑期以下、最高刑期以上，酌情决定刑期。", []],
    ["由所在单位酌情给予处分。", ["酌情"]],
    ["防卫明显超过必要限度的，应当负责。", []],
    ["支出明显超过合法收入的，应当说明来源。", ["明显超过"]],
    ["可以根据水域特点，划定一定范围的垂钓区。", []],
    ["鼓励规模较大的养老机构设立医疗机构，有关部门应当支持。", []],
    ["规模较大的养老机构应当设立医疗机构。", ["规模较大"]],
    ["应当按照国务院卫生行政部门的规定，定期对场所进行评价。", []],
    ["由主管部门责令限期整改。", ["限期整改"]],
    ["被责令限期整改，逾期不整改的，暂扣许可证。", []],
    ["市人民政府可以决定适当放宽年龄上限。", []],
    ["小型企业等规模较小的单位可以不建立队伍。", []],
    ["可以适当收取学费。收费办法由省人民政府规定。", []],
    ["再乘以一定比例计发。计发比例按照省人民政府规定执行。", []],
  ])("in %s", (sentence, expected) => {
    expect(found(sentence, "open-texture")).toEqual(expected);
  });

  test("have their measure in the same article, though not in the next", () => {
    const measured = "前款规定的一定规模，由市人民政府确定。";
    const text = (between: string): string =>
      `第一条 达到一定规模的单位，应当实行计划用水。\n${between}${measured}\n`;
    const told = (between: string): string[] =>
      read(text(between))
        .findings.filter(({ code }) => code === "open-texture")
        .map(({ message }) => message.slice(0, 6));
    expect(told("")).toEqual([]);
    expect(told("第二条 ")).toEqual(["“一定规模”"]);
  });

  test("are told once for a provision, and few", () => {
    expect(found("对极少的不予纳入。对极少的应当整改。", "open-texture")).toEqual(["极少"]);
    const many = "极少、数量较多、相对饱和、相对不足、一定规模、一定数量的，不予纳入。";
    expect(found(many, "open-texture")).toHaveLength(4);
  });
});

test("hostile lines are read in time that grows with their length", () => {
  for (const words of ["（", "“", "3年以上", "其中1家、", "平均每家服务1人", "极少", "〔2025〕4号", "一"]) {
    const started = performance.now();
    readDocument({ name: "文件.txt", text: `第一条 ${words.repeat(200_000 / words.length)}\n` });
    expect(performance.now() - started, words).toBeLessThan(4000);
  }
});
