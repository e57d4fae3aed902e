import { describe, expect, test } from "vitest";
import { compareWithSource, officialText } from "../../../language/document/index.ts";
import { citySource, cut } from "./reading.ts";

const HEAD = "【政策】\n名称：示例。\n【完】\n";
const BLOCK = "【规则】a\n甲应当乙。\n【完】\n";
const SOURCE = "示例办法\n第一条 甲应当办理。\n乙不得办理。\n第二条 本办法自印发之日起施行。\n";

const compare = (text: string, source = SOURCE) =>
  compareWithSource(cut(text), { name: "原文.txt", text: source });

describe("fidelity", () => {
  test("holds when the blocks are taken out, whatever the white space", () => {
    const policy =
      HEAD +
      SOURCE.replace("第二条", `${BLOCK}第二条`).replaceAll("\n", "\r\n").replace("第一条 ", "　　第一条　");
    const report = compare(policy);
    expect(report).toMatchObject({ equal: true, differences: [] });
    expect(report.normalizedText).toBe(report.normalizedSource);
  });

  test("gives back the published text to the letter", () => {
    expect(officialText(cut(HEAD + SOURCE.replace("第二条", `${BLOCK}第二条`)))).toBe(SOURCE);
  });

  test("holds for whole documents with a block behind every line", () => {
    for (const city of ["mudanjiang", "yangjiang"] as const) {
      const source = citySource(city);
      const lines = source.split("\n");
      expect(compare(HEAD + lines.map((line) => `${line}\n${BLOCK}`).join(""), source).equal).toBe(true);
    }
  });

  test("names the provision of a changed word and both readings", () => {
    const [difference, ...others] = compare(HEAD + SOURCE.replace("乙不得", "乙应当")).differences;
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      kind: "changed",
      provision: "1.2",
      found: "应当办理。",
      expected: "不得办理。",
    });
    expect(difference!.message).toContain("第一条第二款与原文不一致");
  });

  test("points at the character in both files", () => {
    const policy = HEAD + SOURCE.replace("乙不得", "乙应当");
    const [difference] = compare(policy).differences;
    expect(policy.slice(difference!.span!.start, difference!.span!.end)).toBe("应");
    expect(SOURCE.slice(difference!.storedSpan!.start, difference!.storedSpan!.end)).toBe("不");
  });

  test("sees provisions that are missing or were added", () => {
    const differences = compare(
      `${HEAD}示例办法\n第一条 甲应当办理。\n乙不得办理。\n第三条 丙。\n`,
    ).differences;
    expect(differences.map(({ kind, provision }) => [kind, provision])).toEqual([
      ["missing", "2"],
      ["missing", "2.1"],
      ["added", "3"],
      ["added", "3.1"],
    ]);
  });

  test("sees changes outside provisions", () => {
    const [difference] = compare(HEAD + SOURCE.replace("示例办法", "示范办法")).differences;
    expect(difference).toMatchObject({
      provision: null,
      found: "范办法第一条甲应当办理。乙不得办理。第二……",
    });
  });

  test("sees a line break that makes another 款", () => {
    const report = compare(HEAD + SOURCE.replace("甲应当办理。\n", "甲应当办理。"));
    expect(report.equal).toBe(false);
    expect(report.normalizedText).toBe(report.normalizedSource);
  });
});
