import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  compare,
  compile,
  mirror,
  readDay,
  type ComparedInput,
  type Comparison,
} from "../../../compiler/index.ts";
import { projectFolder } from "../../support/tiaowen.ts";
import { MUTATIONS, POLICY, replaced } from "./compare-sample.ts";

const DAY = readDay("2025-06-01");

const inputOf = (text: string, name = "p.tiaowen"): ComparedInput => ({
  file: { name, text },
  compiled: compile({ policy: { name, text }, vocabularies: [] }),
});

const compared = (before: string, after: string): Promise<Comparison> =>
  compare(inputOf(before, "before.tiaowen"), inputOf(after, "after.tiaowen"), { at: DAY });

/** What must mirror; sentences are written for one direction, and lists stand in the order of a side. */
const essence = ({ rules, behaviour }: Comparison): unknown => ({
  rules: rules
    .map(({ kind, severity, direction, left, right, before, after, reaches }) =>
      JSON.stringify([kind, severity, direction, left?.name, right?.name, before, after, reaches]),
    )
    .toSorted(),
  behaviour: behaviour
    .map(({ about, verdict, witness, left, right }) =>
      JSON.stringify([about, verdict, left?.name, right?.name, witness?.left.status, witness?.right.status]),
    )
    .toSorted(),
});

describe("one change of a policy", () => {
  const VERDICTS: Readonly<Record<string, string>> = {
    "a threshold": "低量暂停：stricter",
    "a bound word": "低量暂停：stricter",
    "an item taken out": "低量暂停：looser",
    "a parameter": "类别：incomparable",
    "a parameter left open": "类别：incomparable",
    "a class": "类别：incomparable",
    "a modality": "公示：looser",
    "a measure": "名录：incomparable",
    "a rule taken out": "名录：looser",
  };

  test.each(MUTATIONS)(
    "%s: only its rule differs, with a witness that shows the change",
    async (name, after) => {
      const { behaviour, rules } = await compared(POLICY, after);
      const differing = behaviour.filter(({ verdict }) => verdict !== "equivalent");
      expect(differing.map(({ about, verdict }) => `${about.replace(/：.*$/u, "")}：${verdict}`)).toEqual([
        expect.stringContaining(VERDICTS[name]!),
      ]);
      expect(behaviour.map(({ verdict }) => verdict)).not.toContain("undecided");
      expect(differing[0]!.witness).not.toBeNull();
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.map(({ severity }) => severity)).toContain("substantive");
    },
  );

  test.each(MUTATIONS)("%s: is the mirror from the other side", async (_, after) => {
    const there = await compared(POLICY, after);
    const back = await compared(after, POLICY);
    expect(essence(mirror(there))).toEqual(essence(back));
  });

  test("that cannot change a result under the readings that are adopted is called conditional", async () => {
    const reading = (items: string): string =>
      replaced("（二）有特殊情形。", items).replace(
        "第二条　机构",
        "【理解】「特殊情形」\n读法一：列举已尽；读法二：由主管部门认定。采读法一，状态为暂拟。\n【完】\n第二条　机构",
      );
    const { rules, behaviour } = await compared(
      reading("（二）有特殊情形，限「特殊情形」读法二。"),
      reading("（二）已公示，限「特殊情形」读法二。"),
    );
    expect(behaviour.every(({ verdict }) => verdict === "equivalent")).toBe(true);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.map(({ severity }) => severity)).not.toContain("substantive");
  });
});

describe("notes say what was not compared and why", () => {
  test("words that changed above rules that did not", async () => {
    const { notes } = await compared(
      POLICY,
      replaced("第四条　医院纳入名录。", "第四条　公立医院纳入名录。"),
    );
    expect(notes).toEqual(["第四条的文字有改动，条下的规则没有变化，请核对规则是否需要相应修改。"]);
  });

  test("a day on which a document is not in force", async () => {
    const later = replaced("施行：2025年1月1日。", "施行：2026年1月1日。");
    const { notes } = await compare(inputOf(POLICY), inputOf(later), { at: DAY });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^修改后的文件自2026年1月1日起施行，.*尚未施行；.*按假定当日有效计算。$/);
  });

  test("a value that begins after the day is another one", async () => {
    const later = (value: string): string =>
      replaced("自2025年1月1日起为60分。", `自2025年1月1日起为60分。\n自2026年1月1日起为${value}分。`);
    const { notes, behaviour } = await compare(inputOf(later("70")), inputOf(later("80")), { at: DAY });
    expect(behaviour.every(({ verdict }) => verdict === "equivalent")).toBe(true);
    expect(notes).toEqual([
      "“评分标准”在2025年6月1日以后另有取值，规则效果只按当日的取值比较；以后的效果请用 --at 指明日期再比较。",
    ]);
  });

  test("a field of another type", async () => {
    const other = replaced("类型：医院、药店、诊所；", "类型：医院、药店；");
    expect((await compared(POLICY, other)).notes).toEqual([
      "“机构”的字段“类型”在两份文件中类型不同（医院、药店、诊所之一；医院、药店之一），各按自己的类型读取。",
    ]);
  });

  test("a side without rules, and a side with an error", async () => {
    const text: ComparedInput = { file: { name: "p.txt", text: "第一条 甲。\n" }, compiled: null };
    const found = await compare(inputOf(POLICY), text, { at: DAY });
    expect(found.notes).toEqual(["后者“p.txt”没有规则，只比较了文字。"]);
    const wrong = inputOf(replaced("业务量低于100笔；", "业务两低于100笔；"), "wrong.tiaowen");
    expect((await compare(inputOf(POLICY), wrong, { at: DAY })).notes[0]).toMatch(
      /^修改后的文件的规则有\d+处错误，没有比较规则，只比较了文字。第一处：/u,
    );
    expect((await compare(wrong, inputOf(POLICY), { at: DAY })).notes[0]).toMatch(/^修改前的文件的规则有/u);
  });
});

describe("one city with another", () => {
  const read = (path: string) => ({ name: path, text: readFileSync(join(projectFolder, path), "utf8") });
  const vocabularies = [read("policies/vocabulary/医保定点.tiaowen")];
  const city = (path: string): ComparedInput => {
    const policy = read(path);
    return { file: policy, compiled: compile({ policy, vocabularies }) };
  };
  let found: Comparison;
  let back: Comparison;
  beforeAll(async () => {
    const [left, right] = [
      city("policies/mudanjiang/2025-draft.tiaowen"),
      city("policies/yangjiang/2025.tiaowen"),
    ];
    found = await compare(left, right, { at: DAY });
    back = await compare(right, left, { at: DAY });
  }, 120_000);

  test("is not two versions; of what is left open it is said why, and only a mean over all records may be", () => {
    expect(found.relation).toBe("documents");
    const open = found.behaviour.filter(({ verdict }) => verdict === "undecided");
    expect(open.filter(({ ground }) => ground?.includes("平均数") !== true)).toEqual([]);
    expect(open.length).toBeLessThan(2);
  });

  test("names what the two differ in, each with a witness", () => {
    const verdictOf = (name: string) => {
      const change = found.behaviour.find(({ left, right }) => left?.rule === name || right?.rule === name);
      return [change?.verdict, change?.witness?.left.status, change?.witness?.right.status];
    };
    expect(verdictOf("稳慎新增")).toEqual(["looser", "不符合", "不适用"]);
    expect(verdictOf("十五分钟服务圈")[0]).toBe("incomparable");
    expect(verdictOf("相对不足区域的药店")[0]).toBe("incomparable");
    expect(verdictOf("自然退出")).toEqual(["looser", "成立", null]);
    expect(verdictOf("考核淘汰")).toEqual(["looser", "成立", null]);
    expect(verdictOf("管理类别")).toEqual(["incomparable", "已认定", null]);
    expect(verdictOf("药店服务圈")[0]).toBe("stricter");
  });

  test("mirrors", () => {
    expect(essence(mirror(found))).toEqual(essence(back));
  });
});
