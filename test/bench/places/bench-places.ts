import { judge, startRun } from "../../../compiler/evaluate/index.ts";
import { readDay } from "../../../compiler/index.ts";
import { compiledRules, loadedFacts } from "../rules/interpreted.ts";
import { AT } from "../rules/register.ts";
import { fresh } from "../support/fresh.ts";
import { writeGenerated, type GeneratedModule } from "../support/generated.ts";
import { race } from "../support/measure.ts";
import type { Group, Line } from "../support/table.ts";
import type * as BareJoin from "./bare-join.ts";
import { neighbourPolicy, NEIGHBOURS, rankingPolicy, regionPolicy } from "./policies.ts";
import { makeMembers, makePlaces, makeRegions, type Member, type Place } from "./registers.ts";

const FEW = 20_000;
const MANY = 200_000;
const METRES = 1500;
const ROUNDS = 11;
const ROUNDS_OF_GROWTH = 5;
/** Records of the smaller register that the interpreter judges too. */
const INTERPRETED = 1000;

/** Rules that look at other records: against a bare join by hand, and how they grow. */
export const benchPlaces = async (folder: string): Promise<readonly Group[]> => [
  ...(await benchNeighbours(folder)),
  await benchGrowth("县区平均", regionPolicy, "费用偏高", makeMembers),
  await benchGrowth("县区内排名", rankingPolicy, "末位约谈", makeMembers),
];

const benchNeighbours = async (folder: string): Promise<readonly Group[]> => {
  const hand = await fresh<typeof BareJoin>(`${folder}/bare-join.js`);
  const check = await wholeRegister("neighbours", neighbourPolicy, "布点间距");
  const few = makePlaces(FEW);
  const many = makePlaces(MANY);
  for (const places of [few, many]) {
    const found = check({ 机构: places });
    const counts = hand.countSameTypeNeighbours(places, METRES);
    for (const [index, count] of counts.entries()) {
      if (found[index] !== (count >= NEIGHBOURS ? "成立" : "不成立")) {
        throw new Error(`布点间距 of ${places[index]!.编号}: ${found[index]} with ${count} neighbours`);
      }
    }
  }
  compareWithInterpreter(neighbourPolicy, "布点间距", { 机构: few }, check({ 机构: few }));
  const pairs = hand.countSameTypeNeighbours(many, METRES).reduce((sum, count) => sum + count, 0) / MANY;
  const [bare, generated] = await race(
    [
      { name: "手写的按格计数连接", records: 1, run: () => void hand.countSameTypeNeighbours(many, METRES) },
      { name: "生成的逐行函数，连同建立索引", records: 1, run: () => void check({ 机构: many }) },
    ],
    ROUNDS,
    2,
  );
  return [
    {
      title: `${MANY}家机构直线1.5公里内机构类别相同的机构，平均${pairs.toFixed(1)}家（全部）`,
      lines: [
        { name: bare!.name, time: bare!.milliseconds, unit: "ms", ratio: null },
        {
          name: generated!.name,
          time: generated!.milliseconds,
          unit: "ms",
          ratio: generated!.ratio,
          spread: generated!.spread,
          target: { of: "ratio", atMost: 1.2 },
        },
      ],
    },
    {
      title: `周边：${FEW}家与${MANY}家`,
      lines: await grow(
        () => check({ 机构: few }),
        () => check({ 机构: many }),
      ),
    },
  ];
};

const benchGrowth = async (
  title: string,
  policy: string,
  rule: string,
  make: (count: number) => readonly Member[],
): Promise<Group> => {
  const check = await wholeRegister(rule, policy, rule);
  // Fields that the policy does not declare are left out, as the schema of its records says.
  const declared = new Set(compiledRules(policy).objects.get("机构")!.fields.keys());
  const makeDeclared = (count: number): readonly object[] =>
    make(count).map((member) =>
      Object.fromEntries(Object.entries(member).filter(([field]) => field === "编号" || declared.has(field))),
    );
  const [few, many] = [makeDeclared(FEW), makeDeclared(MANY)];
  const regions = makeRegions();
  compareWithInterpreter(policy, rule, { 县区: regions, 机构: few }, check({ 县区: regions, 机构: few }));
  return {
    title: `${title}：${FEW}家与${MANY}家，都在100个县区`,
    lines: await grow(
      () => check({ 县区: regions, 机构: few }),
      () => check({ 县区: regions, 机构: many }),
    ),
  };
};

type Register = Readonly<Record<string, readonly object[]>> & { readonly 机构: readonly object[] };

/** Everything that a program does with a register: makes the context, indexes included, and asks for every record. */
const wholeRegister = async (
  name: string,
  policy: string,
  rule: string,
): Promise<(register: Register) => readonly string[]> => {
  const generated = await fresh<GeneratedModule>(writeGenerated(compiledRules(policy), name));
  const check = generated["check机构"] as (record: object, context: object) => Record<string, string>;
  return (register) => {
    const context = generated.createContext({ at: AT, records: register });
    return register.机构.map((record) => check(record, context)[rule]!);
  };
};

/** The interpreter is slow on a whole register, so that it is asked for a thousand of the smaller one. */
const compareWithInterpreter = (
  policy: string,
  rule: string,
  register: Register,
  found: readonly string[],
): void => {
  const program = compiledRules(policy);
  const facts = loadedFacts(program, register);
  const run = startRun(program, facts, readDay(AT)!);
  for (const [index, record] of (register.机构 as readonly Place[]).slice(0, INTERPRETED).entries()) {
    const { status } = judge(run, rule, facts.record("机构", record.编号)!);
    if (found[index] !== status) throw new Error(`${rule} of ${record.编号}: ${found[index]}, not ${status}`);
  }
};

const grow = async (few: () => unknown, many: () => unknown): Promise<readonly Line[]> => {
  const [less, more] = await race(
    [
      { name: `${FEW}家`, records: 1, run: () => void few() },
      { name: `${MANY}家`, records: 1, run: () => void many() },
    ],
    ROUNDS_OF_GROWTH,
    1,
  );
  return [
    { name: less!.name, time: less!.milliseconds, unit: "ms", ratio: null },
    {
      name: more!.name,
      time: more!.milliseconds,
      unit: "ms",
      ratio: more!.ratio,
      spread: more!.spread,
      target: { of: "ratio", atMost: 11 },
    },
  ];
};
