import { describe, expect, test } from "vitest";
import { compile, evaluate, loadFacts, readDay } from "../../../../compiler/index.ts";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import { CITIES, cityFiles, cityRun, cityTexts, quiet, type City } from "./cities.ts";

describe.each(Object.keys(CITIES) as City[])("%s", (city) => {
  test("every result is that of the interpreter", async () => {
    const { results } = await cityRun(city);
    const texts = cityTexts(city);
    const { program } = compile({
      policy: { name: texts.path, text: texts.text },
      vocabularies: texts.vocabularies.map(({ path, text }) => ({ name: path, text })),
    });
    const { facts } = loadFacts(program!, cityFiles(city));
    const expected = evaluate(program!, facts, { at: readDay(CITIES[city].at)! });
    const found = Array.from(results.decision, (decision, row) => {
      const record = results.records[results.record[row]!]!;
      const status = results.statuses[results.status[row]!]!;
      return [
        results.decisions[decision]!.id,
        record.object,
        record.id,
        status,
        results.values.get(row) ?? null,
      ];
    });
    expect(found).toEqual(
      expected.outcomes.map(({ decision, object, id, status, value }) => [
        decision,
        object,
        id,
        status,
        value,
      ]),
    );
    expect(results.conflicts.length).toBe(expected.conflicts.length);
    expect(results.trial).toBe(expected.trial);
    expect(results.notice).toBe(expected.notice);
    const names = results.records.filter(({ name }) => name !== null);
    expect(names.length).toBeGreaterThan(results.records.length / 2);
    expect(results.records.some(({ region }) => region !== null)).toBe(true);
  });

  test("counts say how often each result came out", async () => {
    const { results } = await cityRun(city);
    const counted = results.decisions.map(() => 0);
    for (const decision of results.decision) counted[decision]! += 1;
    expect(
      results.decisions.map(({ counts }) => Object.values(counts).reduce((sum, each) => sum + each, 0)),
    ).toEqual(counted);
  });
});

describe("a run", () => {
  test("ends with null when it is cancelled, and the next one is whole", async () => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts("阳江"), 1);
    await session.load(cityFiles("阳江"), []);
    let told = 0;
    const running = session.run("2025-12-31", null, () => {
      told += 1;
      if (told === 3) void session.cancel();
    });
    expect(await running).toBeNull();
    const again = await session.run("2025-12-31", null, quiet);
    expect(again!.decision.length).toBeGreaterThan(1000);
  });

  test("that is asked for anew ends the one under way", async () => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts("阳江"), 1);
    await session.load(cityFiles("阳江"), []);
    const [first, second] = await Promise.all([
      session.run("2025-12-31", null, quiet),
      session.run("2025-12-31", null, quiet),
    ]);
    expect(first).toBeNull();
    expect(second).not.toBeNull();
  });

  test("of some rules judges no others", async () => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts("阳江"), 1);
    await session.load(cityFiles("阳江"), []);
    const all = await session.run("2025-12-31", null, quiet);
    const wanted = all!.decisions[1]!;
    const some = await session.run("2025-12-31", [wanted.id], quiet);
    expect(some!.decisions).toEqual([wanted]);
  });

  test("a policy with errors is refused in plain sentences and the earlier one stays", async () => {
    const session = createEvaluation();
    const texts = cityTexts("阳江");
    expect(await session.setPolicy(texts, 1)).toEqual([]);
    const broken = texts.text.replace("【规则】", "【规则】坏规则\n无此对象应当符合无此要求。\n\n【规则】");
    const sentences = await session.setPolicy({ ...texts, text: broken }, 2);
    expect(sentences[0]).toMatch(/^第\d+行：/);
    await session.load(cityFiles("阳江"), []);
    expect((await session.run("2025-12-31", null, quiet))!.policyVersion).toBe("1");
  });
});
