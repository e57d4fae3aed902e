import type { Reason } from "../model/outcome.ts";

/** 未知 can be cured by bringing or checking facts; 需裁量 needs a decision of somebody. */
export const REASON_STATUS = {
  缺少事实: "未知",
  缺少步行距离: "未知",
  引用对象缺失: "未知",
  坐标系不一致: "未知",
  参数未定: "需裁量",
  裁量判断: "需裁量",
  读法未定: "需裁量",
  除数为零: "未知",
  溢出: "未知",
  同名次: "需裁量",
  空集合: "未知",
  认定冲突: "需裁量",
  未认定: "需裁量",
  名次取整未定: "需裁量",
} as const satisfies Record<Reason["kind"], "未知" | "需裁量">;

/** A result with both kinds is 未知, because facts can still be brought. */
export const undecidedStatus = (reasons: readonly Reason[]): "未知" | "需裁量" =>
  reasons.some((reason) => REASON_STATUS[reason.kind] === "未知") ? "未知" : "需裁量";

/** Sorted, without repeats; the order depends on the content only. */
export const union = (...lists: readonly (readonly Reason[])[]): readonly Reason[] => {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return [];
  if (filled.length === 1) return filled[0]!;
  const [first, second] = filled;
  if (filled.length === 2) return unionOfTwo(first!, second!);
  return reasonSet(filled.flat());
};

/** A long list that many results share is not copied for each of them. */
const unionOfTwo = (first: readonly Reason[], second: readonly Reason[]): readonly Reason[] => {
  const [long, short] = first.length < second.length ? [second, first] : [first, second];
  if (long.length < LONG || !sorted.has(long)) return reasonSet([...first, ...second]);
  const contents = contentsOf.get(long) ?? new Set(long.map(reasonKey));
  contentsOf.set(long, contents);
  if (short.every((reason) => contents.has(reasonKey(reason)))) return long;
  // Results come one after the other, and what is added is often the same for all of them.
  const last = lastUnions.get(long);
  if (last !== undefined && saysTheSame(last.short, short)) return last.union;
  const joined = reasonSet([...first, ...second]);
  lastUnions.set(long, { short, union: joined });
  return joined;
};

const LONG = 64;

const contentsOf = new WeakMap<readonly Reason[], ReadonlySet<string>>();

const lastUnions = new WeakMap<
  readonly Reason[],
  { readonly short: readonly Reason[]; readonly union: readonly Reason[] }
>();

const saysTheSame = (left: readonly Reason[], right: readonly Reason[]): boolean =>
  left === right ||
  (left.length === right.length &&
    left.length < LONG &&
    left.every((reason, index) => reasonKey(reason) === reasonKey(right[index]!)));

/** Sorts any list of reasons (facts first, in the order of the table) and drops repeats. */
export const reasonSet = (reasons: readonly Reason[]): readonly Reason[] => {
  if (reasons.length < 2 || sorted.has(reasons)) return reasons;
  const byKey = new Map<string, Reason>();
  for (const reason of reasons) byKey.set(reasonKey(reason), reason);
  const set = [...byKey.keys()].sort().map((key) => byKey.get(key)!);
  sorted.add(set);
  return set;
};

/** Lists that many results share are sorted once. */
const sorted = new WeakSet<readonly Reason[]>();

/** Equal exactly where the reasons say the same. */
export const reasonKey = (reason: Reason): string => {
  const known = keys.get(reason);
  if (known !== undefined) return known;
  const key = String.fromCodePoint(KIND_ORDER.indexOf(reason.kind)) + JSON.stringify(parts(reason));
  keys.set(reason, key);
  return key;
};

const KIND_ORDER = Object.keys(REASON_STATUS);

const keys = new WeakMap<Reason, string>();

const parts = (reason: Reason): readonly (string | null)[] => {
  switch (reason.kind) {
    case "缺少事实":
    case "引用对象缺失":
    case "认定冲突":
    case "未认定":
      return [reason.kind, reason.object, reason.id, reason.name];
    case "缺少步行距离":
    case "坐标系不一致":
      return [reason.kind, reason.from, reason.to, reason.name];
    case "参数未定":
      return [reason.kind, reason.name, reason.region, reason.owner, reason.source];
    case "裁量判断":
      return [reason.kind, reason.object, reason.id, reason.name, reason.owner, reason.source];
    case "读法未定":
    case "除数为零":
    case "溢出":
    case "空集合":
    case "名次取整未定":
      return [reason.kind, reason.name];
    case "同名次":
      return [reason.kind, reason.name, reason.how];
  }
};
