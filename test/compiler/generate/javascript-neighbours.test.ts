import { describe, expect, test } from "vitest";
import { canonicalRegister } from "../../../compiler/data/canonical-record.ts";
import { evaluate, loadFacts, compile, readDay } from "../../../compiler/index.ts";
import { generateJavaScript } from "../../../compiler/generate/javascript/index.ts";

const policy = `【政策】周边
名称：周边；
施行：2025年1月1日；
自称：本办法。
【对象】机构
类别：医院、诊所、药店；
性质：公立、民营；
评分：数值（分）；
停业：是否（由市卫健局裁量）；
位置：坐标（CGCS2000）。
【对象】申请
类别：医院、诊所、药店；
位置：坐标（CGCS2000）。
【参数】服务半径
单位为公里，由未明确确定；
自2025年1月1日起为1.5公里。
【措施】
新设布点、约谈整改。
【完】

周边

第一条　按照本办法办理。

【规则】同类
机构直线1.5公里内至少有3家类别相同的机构的，不得新设布点。
【规则】同类同性质
机构直线服务半径内有类别相同且性质相同的机构的，不得新设布点。
【规则】民营
机构直线1.5公里内至少有2家类别相同且性质为民营且评分低于60分的机构的，不得新设布点。
【规则】营业
机构直线1.5公里内至多有2家类别相同且未停业的机构的，约谈整改。
【规则】任何
机构直线800米内没有机构的，约谈整改。
【规则】申请同类
申请直线服务半径内至少有2家类别相同的机构的，不得新设布点。
【完】
`;

const random = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

/** Close together, some of them exactly on one another, some without a place or a fact. */
const makeRecords = (seed: number, count: number, missing: number, letter: string) => {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!;
  const known = (value: string): string => (next() < missing ? "" : value);
  return Array.from({ length: count }, () => ({
    编号: `${letter}${Math.floor(next() * 1e9)}`,
    类别: known(pick(["医院", "诊所", "药店"])),
    性质: known(pick(["公立", "民营"])),
    评分: known(pick(["50", "60", "70"])),
    停业: known(pick(["是", "否"])),
    位置: known(
      `${(129 + Math.round(next() * 60) / 1000).toFixed(6)},${(44 + Math.round(next() * 40) / 1000).toFixed(6)}`,
    ),
  }));
};

const csv = (name: string, fields: readonly string[], records: readonly Record<string, string>[]) => ({
  name: `${name}.csv`,
  bytes: new TextEncoder().encode(
    [fields, ...records.map((record) => fields.map((field) => JSON.stringify(record[field])))]
      .map((row) => row.join(","))
      .join("\n"),
  ),
});

const FIELDS = ["编号", "类别", "性质", "评分", "停业", "位置"];

const { program, diagnostics } = compile({
  policy: { name: "policy.tiaowen", text: policy },
  vocabularies: [],
});
if (program === null) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)));
const { text } = generateJavaScript(program).files[0]!;

const agree = async (files: Parameters<typeof loadFacts>[1]): Promise<void> => {
  const { facts } = loadFacts(program, files);
  const expected = evaluate(program, facts, { at: readDay("2025-06-01")! }).outcomes;
  const register = canonicalRegister(facts, program, "number");
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  )) as {
    createContext: (given: object) => object;
  } & Record<string, (record: object, context: object) => Record<string, string>>;
  const context = module.createContext({ at: "2025-06-01", records: register });
  const found = new Map(
    Object.entries(register).flatMap(([object, records]) =>
      records.map((record) => [record["编号"], module[`check${object}`]!(record, context)] as const),
    ),
  );
  expect(new Set(expected.map(({ status }) => status)).size).toBeGreaterThan(1);
  expect(expected.map(({ id, decision }) => [id, decision, found.get(id)![decision]])).toEqual(
    expected.map(({ id, decision, status }) => [id, decision, status]),
  );
  // A record that is like one of the register but does not stand there is judged by itself.
  const [first] = register["机构"]!;
  expect(module["check机构"]!({ ...first }, context)).toEqual(module["check机构"]!(first!, context));
};

describe.each([0, 0.05, 0.4])("neighbours counted in one go, %d of the facts missing", (missing) => {
  test.each([1, 2, 3, 4])("are those that the interpreter counts (register %d)", (seed) =>
    agree([
      csv("机构", FIELDS, makeRecords(seed, 90, missing, "J")),
      csv("申请", ["编号", "类别", "位置"], makeRecords(seed + 100, 30, missing, "S")),
    ]),
  );
});

/** Three around each of some places, so far away as a rule says, give or take a millimetre and a half. */
const makeRings = (seed: number, metres: number) => {
  const next = random(seed);
  return Array.from({ length: 12 }, (_, ring) => {
    const [longitude, latitude] = [125 + ring * 0.1 + next() * 0.01, 30 + next() * 20];
    return Array.from({ length: 4 }, (__, each) => {
      const away = each === 0 ? 0 : (metres + (next() - 0.5) * 0.003) / 6_371_008.8;
      const [bearing, up] = [next() * 2 * Math.PI, (latitude * Math.PI) / 180];
      const top = Math.asin(
        Math.sin(up) * Math.cos(away) + Math.cos(up) * Math.sin(away) * Math.cos(bearing),
      );
      const across = Math.atan2(
        Math.sin(bearing) * Math.sin(away) * Math.cos(up),
        Math.cos(away) - Math.sin(up) * Math.sin(top),
      );
      return {
        编号: `J${ring}-${each}`,
        类别: "医院",
        性质: "民营",
        评分: "50",
        停业: "否",
        位置: `${(longitude + (across * 180) / Math.PI).toFixed(10)},${((top * 180) / Math.PI).toFixed(10)}`,
      };
    });
  }).flat();
};

test.each([1, 2, 3, 4, 5, 6])("a millimetre decides as in the interpreter (register %d)", (seed) => {
  const records = makeRings(seed, seed % 2 === 0 ? 800 : 1500);
  return agree([
    csv("机构", FIELDS, records),
    csv(
      "申请",
      ["编号", "类别", "位置"],
      records.slice(0, 8).map((each) => ({ ...each, 编号: `S${each.编号}` })),
    ),
  ]);
});

test("the counts are used, not the explaining half", () => {
  expect(text.match(/new Neighbours\(/g)).toHaveLength(6);
});
