import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { STATUS_ORDER } from "../../../../compiler/report/check-report.ts";
import type {
  Evaluation,
  ResultFilter,
  ResultOrder,
  RunResults,
  Status,
} from "../../../../editor/worker/worker-api.ts";
import { cityRun } from "./cities.ts";

const EVERYTHING: ResultFilter = {
  text: "",
  statuses: [],
  decision: null,
  region: null,
  record: null,
  provision: null,
  contradicting: false,
};

let session: Evaluation;
let results: RunResults;
/** The urgency of each row, from the order that the service itself gives: it is compared with nothing else here. */
beforeAll(async () => {
  ({ session, results } = await cityRun("阳江"));
});

interface Row {
  readonly row: number;
  readonly decision: RunResults["decisions"][number];
  readonly at: number;
  readonly record: RunResults["records"][number];
  readonly status: Status;
  readonly value: string | null;
}

const rowOf = (row: number): Row => ({
  row,
  at: results.decision[row]!,
  decision: results.decisions[results.decision[row]!]!,
  record: results.records[results.record[row]!]!,
  status: results.statuses[results.status[row]!]!,
  value: results.values.get(row) ?? null,
});

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

/** The same, said plainly: an array of rows and comparators. */
const naive = (filter: ResultFilter, order: ResultOrder): readonly number[] => {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const rows = Array.from(results.decision, (_, row) => rowOf(row)).filter(
    ({ decision, record, status, value }) =>
      (filter.statuses.length === 0 || filter.statuses.includes(status)) &&
      (filter.decision === null || filter.decision === decision.id) &&
      (filter.region === null || filter.region === record.region) &&
      (filter.record === null ||
        (filter.record.object === record.object && filter.record.id === record.id)) &&
      words.every((word) =>
        [decision.id, decision.label, record.id, record.name, value].some((text) =>
          text?.toLowerCase().includes(word),
        ),
      ),
  );
  const text = (left: string | null, right: string | null, sign: number): number => {
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    return sign * collator.compare(left, right);
  };
  const compare = (
    key: Exclude<ResultOrder["key"], "urgency">,
    left: Row,
    right: Row,
    sign: number,
  ): number => {
    switch (key) {
      case "rule":
        return sign * (left.at - right.at);
      case "record":
        return text(left.record.name ?? left.record.id, right.record.name ?? right.record.id, sign);
      case "status":
        return sign * (STATUS_ORDER.indexOf(left.status) - STATUS_ORDER.indexOf(right.status));
      case "region":
        return text(left.record.region, right.record.region, sign);
      case "value":
        return text(left.value, right.value, sign);
    }
  };
  if (order.key !== "urgency") {
    const { key } = order;
    rows.sort((left, right) => compare(key, left, right, order.descending ? -1 : 1));
  }
  const { group } = order;
  if (group !== "none") rows.sort((left, right) => compare(group, left, right, 1));
  return rows.map(({ row }) => row);
};

describe("rows", () => {
  test("are filtered, sorted and grouped as a plain sort would", () => {
    const pick = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
    const filters = fc.record({
      text: pick(["", "合成", "S0", "药店", "一级 合成", "没有这个词"]),
      statuses: fc.subarray([...results.statuses]),
      decision: fc.option(pick(results.decisions.map(({ id }) => id)), { freq: 2 }),
      region: fc.option(pick(["阳春市", "江城区", "阳江市"]), { freq: 2 }),
      record: fc.option(pick(results.records.slice(0, 40).map(({ object, id }) => ({ object, id }))), {
        freq: 3,
      }),
      provision: fc.constant(null),
      contradicting: fc.constant(false),
    });
    const orders = fc.record({
      key: pick(["rule", "record", "status", "region", "value"] as const),
      descending: fc.boolean(),
      group: pick(["none", "rule", "region", "status"] as const),
    });
    return fc.assert(
      fc.asyncProperty(filters, orders, async (filter, order) => {
        const { rows, groups } = await session.view(filter, order);
        expect([...rows]).toEqual(naive(filter, order));
        const counted = groups.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(order.group === "none" ? 0 : rows.length);
        for (const [at, { before, count }] of groups.entries())
          expect(before + count).toBe(groups[at + 1]?.before ?? rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test("what asks for action comes first when the most urgent are wanted", async () => {
    const { rows } = await session.view(EVERYTHING, { key: "urgency", descending: true, group: "none" });
    const statuses = Array.from(rows, (row) => rowOf(row).status);
    expect(rows.length).toBe(results.decision.length);
    expect(statuses.slice(0, 3)).not.toContain("不适用");
    expect(statuses.indexOf("不符合")).toBeLessThan(statuses.indexOf("未知"));
    expect(statuses.indexOf("未知")).toBeLessThan(statuses.indexOf("不适用"));
  });

  test("a group by status is titled with it", async () => {
    const { rows, groups } = await session.view(EVERYTHING, {
      key: "rule",
      descending: false,
      group: "status",
    });
    for (const { title, before } of groups) expect(rowOf(rows[before]!).status).toBe(title);
    expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
  });
});

describe("a provision", () => {
  test("shows the results that it decided, also those that only cite it", async () => {
    const ruled = results.decisions.find(({ provision }) => provision !== null)!;
    const order = { key: "rule", descending: false, group: "none" } as const;
    const { rows } = await session.view({ ...EVERYTHING, provision: ruled.provision }, order);
    const decided = ["成立", "不符合", "符合", "已认定", "冲突"];
    const expected = Array.from(results.decision.keys()).filter(
      (row) => rowOf(row).decision.provision === ruled.provision && decided.includes(rowOf(row).status),
    );
    expect([...rows]).toEqual(expect.arrayContaining(expected));
    for (const row of rows) expect(decided).toContain(rowOf(row).status);
  });

  test("that nothing rests on shows nothing", async () => {
    const order = { key: "rule", descending: false, group: "none" } as const;
    expect((await session.view({ ...EVERYTHING, provision: "没有这一条" }, order)).rows.length).toBe(0);
  });

  test("shows what stands under its parts", async () => {
    const inner = results.decisions.find(({ provision }) => provision?.includes("."))!;
    const outer = inner.provision!.slice(0, inner.provision!.lastIndexOf("."));
    const order = { key: "rule", descending: false, group: "none" } as const;
    const [whole, part] = await Promise.all(
      [outer, inner.provision].map((provision) => session.view({ ...EVERYTHING, provision }, order)),
    );
    expect(whole!.rows.length).toBeGreaterThanOrEqual(part!.rows.length);
    expect([...whole!.rows]).toEqual(expect.arrayContaining([...part!.rows]));
  });
});
