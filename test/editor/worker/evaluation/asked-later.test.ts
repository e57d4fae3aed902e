import { describe, expect, test } from "vitest";
import {
  compile,
  evaluate,
  explain,
  loadFacts,
  parseCell,
  readDay,
  runCases,
} from "../../../../compiler/index.ts";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import type { ResultTarget, RunResults } from "../../../../editor/worker/worker-api.ts";
import { CITIES, cityFiles, cityRun, cityTexts, quiet, type City } from "./cities.ts";

const compiled = (city: City, text = cityTexts(city).text) => {
  const texts = cityTexts(city);
  return compile({
    policy: { name: texts.path, text },
    vocabularies: texts.vocabularies.map((each) => ({ name: each.path, text: each.text })),
  }).program!;
};

const targetOf = (results: RunResults, row: number): ResultTarget => {
  const { object, id } = results.records[results.record[row]!]!;
  return { object, id, decision: results.decisions[results.decision[row]!]!.id };
};

const statusOf = (results: RunResults, row: number) => results.statuses[results.status[row]!]!;

/** For each rule the first row of each status that it has. */
const oneOfEach = (results: RunResults): readonly number[] => {
  const found = new Map<string, number>();
  for (const row of results.decision.keys()) {
    const key = `${results.decision[row]} ${results.status[row]}`;
    if (!found.has(key)) found.set(key, row);
  }
  return [...found.values()];
};

describe.each(Object.keys(CITIES) as City[])("%s", (city) => {
  test("explanations are those of the interpreter", async () => {
    const { session, results } = await cityRun(city);
    const program = compiled(city);
    const { facts } = loadFacts(program, cityFiles(city));
    const at = readDay(CITIES[city].at)!;
    for (const row of oneOfEach(results).slice(0, 12)) {
      const target = targetOf(results, row);
      const found = await session.explain(target);
      expect(found).toEqual(explain(program, facts, { at }, target));
      expect(found!.outcome.status).toBe(statusOf(results, row));
    }
  });

  test("every field of a record is shown as it would be typed", async () => {
    const { session, results } = await cityRun(city);
    const program = compiled(city);
    const { facts } = loadFacts(program, cityFiles(city));
    for (const { object, id } of results.records) {
      const card = await session.record(object, id);
      const { fields } = program.objects.get(object)!;
      expect(card!.fields.map(({ field }) => field.name)).toEqual([...fields.keys()]);
      for (const { field, text } of card!.fields) {
        const value = facts.record(object, id)!.facts.get(field.name);
        const read = text === null ? { kind: "empty" } : parseCell(text, fields.get(field.name)!);
        expect(read).toEqual(value === undefined ? { kind: "empty" } : { kind: "value", value });
      }
    }
  });

  test("results become cases that compile and pass", async () => {
    const { session, results } = await cityRun(city);
    let written = 0;
    const text = cityTexts(city).text;
    const rows = oneOfEach(results).filter((_, at) => at % 3 === 0);
    for (const [at, row] of rows.entries()) {
      const target = targetOf(results, row);
      const found = await session.caseOf(target, `台账中的记录${at}`);
      if (found === null) continue;
      written += 1;
      expect(found.startsWith(`【用例】台账中的记录${at}\n`)).toBe(true);
      if (written > 6) continue;
      const place = text.indexOf("【用例】");
      const program = compiled(city, `${text.slice(0, place)}${found}\n\n${text.slice(place)}`);
      const mine = program.cases.filter(({ name }) => name === `台账中的记录${at}`);
      expect(runCases({ ...program, cases: mine }).cases.map(({ passed }) => passed)).toEqual([true]);
    }
    expect(written).toBeGreaterThan(rows.length / 2);
  });

  test("every record with a place is a point", async () => {
    const { session } = await cityRun(city);
    const { facts } = loadFacts(compiled(city), cityFiles(city));
    const placed = facts.tables.records.filter((record) => record.facts.has("位置"));
    const points = await session.points();
    expect(points.map(({ object, id }) => `${object} ${id}`).sort()).toEqual(
      placed.map(({ object, id }) => `${object} ${id}`).sort(),
    );
    expect(points.every(({ longitude, latitude }) => longitude > 73 && latitude > 3)).toBe(true);
  });

  test("who stands in the circle, and who decided, is what the explanation counts", async () => {
    const { session, results } = await cityRun(city);
    const rule = results.decisions.find(({ rule: name }) => name.includes("服务圈"))!;
    let withNeighbours = 0;
    for (const row of results.decision.keys()) {
      const target = targetOf(results, row);
      if (target.decision !== rule.id) continue;
      const reach = await session.reach(target);
      if (reach === null) continue;
      expect(reach.centre.id).toBe(target.id);
      for (const { metres } of reach.circles) expect(metres).toBeGreaterThan(0);
      const decided = reach.neighbours.filter((each) => each.decided).map(({ point }) => point.id);
      const status = statusOf(results, row);
      const counts = { 成立: decided.length > 0, 不成立: decided.length === 0 } as const;
      expect(status in counts ? counts[status as keyof typeof counts] : true).toBe(true);
      if (reach.neighbours.length > 0) withNeighbours += 1;
      const distances = reach.neighbours.map(({ straightMetres }) => straightMetres);
      expect(distances).toEqual([...distances].sort((left, right) => left - right));
    }
    expect(withNeighbours).toBeGreaterThan(0);
  });

  test("all cases of the policy run, and none is lost", async () => {
    const { session } = await cityRun(city);
    const program = compiled(city);
    const report = await session.runCases(1);
    expect(report!.rows.filter(({ kind }) => kind === "用例").length).toBe(
      program.cases.filter(({ origin }) => origin.file === cityTexts(city).path).length,
    );
    expect(report!.rows.filter(({ passed }) => !passed)).toEqual([]);
    expect(report!.byRule.every(({ passed, total }) => passed <= total)).toBe(true);
    expect(report!.coverage.some(({ reached }) => reached)).toBe(true);
    expect(await session.runCases(2)).toBeNull();
  });
});

describe("the circle of one application", () => {
  const reachOf = async (city: City, id: string, rule: string) => {
    const { session, results } = await cityRun(city);
    const decision = results.decisions.find((each) => each.rule === rule)!.id;
    return (await session.reach({ object: "定点申请", id, decision }))!;
  };

  test.each([
    ["阳江", "样本11", "样本01", 1400, true],
    ["阳江", "样本12", "样本01", 1500, true],
    ["牡丹江", "样本41", "样本31", 1400, true],
    ["牡丹江", "样本42", "样本31", 1501, undefined],
  ] as const)("%s %s: %s is %d metres on foot, decided: %s", async (city, id, neighbour, metres, decided) => {
    const reach = await reachOf(city, id, "十五分钟服务圈");
    expect(reach.circles).toHaveLength(1);
    expect(reach.circles[0]).toMatchObject({ metres: 1500, metric: "walking" });
    expect(reach.circles[0]!.words).toContain("步行1.5公里");
    const found = reach.neighbours.find(({ point }) => point.id === neighbour);
    expect([found?.decided, found?.walkingMetres]).toEqual(
      decided === undefined ? [undefined, undefined] : [decided, metres],
    );
  });

  test("is not there for a rule without a distance", async () => {
    const { session, results } = await cityRun("阳江");
    const { id, object } = results.decisions.find(({ rule }) => rule === "总量平衡") ?? results.decisions[0]!;
    const record = results.records.find((each) => each.object === object)!;
    expect(await session.reach({ object, id: record.id, decision: id })).toBeNull();
  });
});

describe("what if", () => {
  const target: ResultTarget = { object: "定点申请", id: "S01", decision: "" };

  test("is what a run on changed data gives", async () => {
    const { session, results } = await cityRun("阳江");
    const changes = [
      { field: "申请类别", text: "医疗机构" },
      { field: "机构类型", text: "综合医院" },
      { field: "位置", text: "111.96,21.85" },
      { field: "所在县区", text: "江城区" },
      { field: "符合规划要求", text: "" },
    ].map((each) => ({ object: target.object, id: target.id, ...each }));
    const program = compiled("阳江");
    const files = cityFiles("阳江").map((file) => {
      if (file.name !== "定点申请.csv") return file;
      const lines = new TextDecoder().decode(file.bytes).split("\n");
      const headings = lines[0]!.trim().split(",");
      const changed = lines.map((line) => {
        if (!line.startsWith(`${target.id},`)) return line;
        const cells = line.trim().match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!;
        for (const { field, text } of changes) {
          const at = headings.findIndex((heading) => heading.replace("\uFEFF", "") === field);
          cells[at] = text.includes(",") ? `"${text}"` : text;
        }
        return cells.join(",");
      });
      return { name: file.name, bytes: new TextEncoder().encode(changed.join("\n")) };
    });
    const { facts } = loadFacts(program, files);
    const fresh = evaluate(program, facts, { at: readDay(CITIES["阳江"].at)! }).outcomes.filter(
      ({ object, id }) => object === target.object && id === target.id,
    );
    const about = results.decisions.filter(({ object }) => object === target.object);
    let differing = 0;
    for (const { id } of about) {
      const answer = await session.whatIf({ ...target, decision: id }, changes);
      expect(answer.problems).toEqual([]);
      const { citations: _, ...expected } = fresh.find(({ decision }) => decision === id)!;
      expect(answer.explanation!.outcome).toMatchObject(expected);
      differing += answer.others.length;
      for (const { rule, to } of answer.others)
        expect(to).toBe(fresh.find(({ decision }) => decision === rule)!.status);
    }
    expect(differing).toBeGreaterThan(0);
  });

  test("what cannot be read is told, and the rest is tried", async () => {
    const { session, results } = await cityRun("阳江");
    const decision = results.decisions.find(({ object }) => object === target.object)!.id;
    const on = (field: string, text: string) => ({ object: target.object, id: target.id, field, text });
    const answer = await session.whatIf({ ...target, decision }, [
      on("申请类别", "医疗机沟"),
      on("位置", "21.85,111.96"),
      on("所在县区", "没有的县"),
      on("无此字段", "1"),
      on("符合规划要求", "是"),
    ]);
    expect(answer.problems.map(({ field }) => field)).toEqual(["申请类别", "位置", "所在县区", "无此字段"]);
    expect(answer.problems[0]!.message).toContain("是否指“医疗机构”");
    expect(answer.problems[1]!.message).toContain("经度在前");
    expect(answer.problems[2]!.message).toContain("数据中没有这个编号的县区");
    expect(answer.explanation).not.toBeNull();
  });

  test("no change changes nothing", async () => {
    const { session, results } = await cityRun("阳江");
    for (const row of oneOfEach(results).slice(0, 5)) {
      const each = targetOf(results, row);
      const answer = await session.whatIf(each, []);
      expect(answer).toEqual({ explanation: await session.explain(each), problems: [], others: [] });
    }
  });
});

describe("what is expected", () => {
  test("can be written as what is found", async () => {
    const session = createEvaluation();
    const texts = cityTexts("牡丹江");
    const text = texts.text
      .replace(
        "则「某申请」十五分钟服务圈不成立。",
        "则「某申请」十五分钟服务圈成立，依据「原则上不再新增医保定点」。",
      )
      .replace("「甲市」总量平衡符合，情态为原则上应；", "「甲市」总量平衡不符合；");
    expect(await session.setPolicy({ ...texts, text }, 3)).toEqual([]);
    const failing = (await session.runCases(3))!.rows.filter(({ passed }) => !passed);
    expect(failing.map(({ name }) => name)).toEqual(["基金出现当期赤字", "超出半径"]);
    expect(failing[1]!.expectations[0]).toMatchObject({ expected: "成立", actual: "不成立", met: false });
    let mended = text;
    for (const { name } of failing.toReversed()) {
      const edits = await session.acceptActual(name);
      expect(edits).not.toBeNull();
      for (const { span, newText } of edits!) {
        // Only the result changes: names keep the marks, or none, that the author gave them.
        const written = mended.slice(span.start, span.end);
        expect(written.startsWith(newText.replace(/(?:为.*|不?成立|不?符合)$/u, ""))).toBe(true);
        mended = mended.slice(0, span.start) + newText + mended.slice(span.end);
      }
    }
    expect(await session.setPolicy({ ...texts, text: mended }, 4)).toEqual([]);
    expect((await session.runCases(4))!.rows.filter(({ passed }) => !passed)).toEqual([]);
    expect(await session.acceptActual("超出半径")).toBeNull();
    expect(await session.acceptActual("没有这个用例")).toBeNull();
  });
});

test("before anything was run nothing is claimed", async () => {
  const session = createEvaluation();
  const target = { object: "甲", id: "乙", decision: "丙" };
  expect(await session.explain(target)).toBeNull();
  expect(await session.record("甲", "乙")).toBeNull();
  expect(await session.points()).toEqual([]);
  expect(await session.reach(target)).toBeNull();
  expect(await session.caseOf(target, "名")).toBeNull();
  expect(await session.run("2025-01-01", null, quiet)).toBeNull();
  expect((await session.load([], [])).notes).toHaveLength(1);
  await expect(session.export("csv", null)).rejects.toThrow("请先运行");
});

test("a case can be made where the rule is closed by 【完】, of a record as it is or as it is tried", async () => {
  const session = createEvaluation();
  const text = `【政策】
名称：样例；
施行：2025年1月1日；
【对象】药店
名称：文本；
得分：数值（分）；
【措施】
准予续签。
【完】
样例办法

第一条　得分60分以上的药店，准予续签。

【规则】续签
得分60分以上的药店，准予续签。
【完】
`;
  expect(await session.setPolicy({ path: "样例.tiaowen", text, vocabularies: [] }, 1)).toEqual([]);
  const bytes = new TextEncoder().encode("编号,名称,得分\n甲,第一药店,59.5\n乙,第二药店,61\n丙,第三药店,\n");
  await session.load([{ name: "药店.csv", bytes }], []);
  await session.run("2025-06-01", null, quiet);
  const caseOf = (id: string) => session.caseOf({ object: "药店", id, decision: "续签" }, "台账");
  expect(await caseOf("甲")).toBe(`【用例】台账
设基准日为2025年6月1日；
设药店「甲」：得分为59.5分；
则「甲」的续签不成立，依据「得分60分以上的药店，准予续签」。
【完】`);
  expect(await caseOf("乙")).toContain("则「乙」的续签成立");
  expect(await caseOf("丙")).toContain("设药店「丙」；");
  const tried = (text: string) =>
    session.caseOf({ object: "药店", id: "甲", decision: "续签" }, "试改", [
      { object: "药店", id: "甲", field: "得分", text },
    ]);
  expect(await tried("61")).toBe(`【用例】试改
设基准日为2025年6月1日；
设药店「甲」：得分为61分；
则「甲」的续签成立，依据「得分60分以上的药店，准予续签」。
【完】`);
  expect(await tried("")).toContain("设药店「甲」；");
  expect(await tried("很高")).toBeNull();
  // What was tried is written though the result does without it.
  const named = session.caseOf({ object: "药店", id: "乙", decision: "续签" }, "试改", [
    { object: "药店", id: "乙", field: "名称", text: "新名药店" },
  ]);
  expect(await named).toContain("新名药店");
});
