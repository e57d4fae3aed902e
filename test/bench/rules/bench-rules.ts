import { fresh } from "../support/fresh.ts";
import type { GeneratedModule } from "../support/generated.ts";
import { writeGenerated } from "../support/generated.ts";
import type * as Loops from "../support/loops.ts";
import { race, type Contestant, type Measured } from "../support/measure.ts";
import type { Group, Line } from "../support/table.ts";
import { toColumns } from "./columns.ts";
import { compareBatch, compareRows } from "./compare.ts";
import type * as HandWritten from "./hand-written.ts";
import {
  closureStatuses,
  compiledRules,
  interpretedStatuses,
  interpretSome,
  loadedRegister,
  OBJECT,
} from "./interpreted.ts";
import { makeLimits } from "./limits.ts";
import { AT, makeRegister, VARIANTS, type Institution, type Variant } from "./register.ts";
import type { CompleteInstitution } from "./two-valued.ts";

const RECORDS = 100_000;
const INTERPRETED = 500;
const ROUNDS = 101;
const ROUNDS_OF_SLOW = 11;

const TITLES = {
  complete: "事实齐全",
  fivePercent: "5％的记录缺一项事实",
  everyRecord: "每条记录都缺一项事实",
} as const satisfies Record<Variant, string>;

/** Ten rules on 100,000 records, by hand and generated, each compared record for record before it is timed. */
export const benchRules = async (folder: string): Promise<readonly Group[]> => {
  const program = compiledRules();
  const generated = writeGenerated(program, "rules");
  const groups: Group[] = [];
  for (const variant of Object.keys(VARIANTS) as Variant[]) {
    const records = makeRegister(RECORDS, variant);
    const facts = loadedRegister(program, records);
    const expected = interpretedStatuses(program, facts, records);
    const hand = await fresh<typeof HandWritten>(`${folder}/hand-written.js`);
    const rows = await fresh<GeneratedModule>(generated);
    const batches = await fresh<GeneratedModule>(generated);
    const loop = async (): Promise<typeof Loops.checkRows> =>
      (await fresh<typeof Loops>(`${folder}/loops.js`)).checkRows;

    const limits = makeLimits(AT);
    const rowContext = rows.createContext({ at: AT });
    const batchContext = batches.createContext({ at: AT });
    const checkRow = rows[`check${OBJECT}`] as (record: Institution, context: object) => object;
    const checkBatch = batches[`batch${OBJECT}`] as unknown as Batch;
    const columns = toColumns(records);
    const isComplete = (record: Institution): boolean =>
      Object.values(record).every((value) => value !== null);
    compareRows("二值手写函数", records, expected, (record) =>
      isComplete(record) ? hand.checkTwoValued(record as CompleteInstitution, limits) : null,
    );
    compareRows("三值手写函数", records, expected, (record) => hand.checkThreeValued(record, limits));
    compareRows("生成的逐行函数", records, expected, (record) => checkRow(record, rowContext));
    compareBatch("生成的按列函数", expected, checkBatch(columns, batchContext).statuses);
    // Records stand in the order of 编号 in facts, and in the bench register too.
    compareBatch("闭包引擎", expected, closureStatuses(program, facts));

    const twoValued = await loop();
    const threeValued = await loop();
    const generatedLoop = await loop();
    const quick: readonly Contestant[] = [
      {
        name: "手写，二值",
        records: RECORDS,
        run: () => void twoValued(hand.checkTwoValued, records as readonly CompleteInstitution[], limits),
      },
      {
        name: "手写，三值，结果与解释器相同",
        records: RECORDS,
        run: () => void threeValued(hand.checkThreeValued, records, limits),
      },
      { name: ROWS, records: RECORDS, run: () => void generatedLoop(checkRow, records, rowContext) },
      { name: BATCH, records: RECORDS, run: () => void checkBatch(columns, batchContext) },
    ];
    const slow: readonly Contestant[] = [
      {
        name: "生成，按列，连同把记录排成列",
        records: RECORDS,
        run: () => void checkBatch(toColumns(records), batchContext),
      },
      {
        name: "闭包引擎，连同把事实排成列",
        records: RECORDS,
        run: () => void closureStatuses(program, facts),
      },
      {
        name: `解释器，连同原因和依据（${INTERPRETED}条）`,
        records: INTERPRETED,
        run: interpretSome(program, facts, INTERPRETED),
      },
    ];
    // The slow ones fill the memory with garbage, so that they race apart, against the same first one.
    const measured = [
      ...(await race(quick, ROUNDS)),
      ...(await race([quick[0]!, ...slow], ROUNDS_OF_SLOW)).slice(1),
    ];
    const lines = measured.map((each, index) => toLine(each, index, variant));
    groups.push({ title: `十条规则，${RECORDS}条记录，18个字段，${TITLES[variant]}（每条记录）`, lines });
  }
  return groups;
};

const ROWS = "生成，逐行";
const BATCH = "生成，按列";

type Batch = (
  columns: object,
  context: object,
) => { readonly statuses: Readonly<Record<string, Uint8Array>> };

/** The targets are for a register in which few facts are missing, and for one in which every record misses one. */
const TARGETS: Readonly<Record<string, Readonly<Partial<Record<Variant, number>>>>> = {
  [ROWS]: { fivePercent: 1.1, everyRecord: 2 },
  [BATCH]: { fivePercent: 0.7 },
};

const toLine = (measured: Measured, index: number, variant: Variant): Line => {
  const atMost = TARGETS[measured.name]?.[variant];
  return {
    name: measured.name,
    time: measured.microseconds,
    unit: "µs",
    ratio: index === 0 ? null : measured.ratio,
    ...(index === 0 ? {} : { spread: measured.spread }),
    ...(atMost === undefined ? {} : { target: { of: "ratio", atMost } }),
  };
};
