// @ts-check

/**
 * Why something is not decided.
 * @typedef {{ readonly kind: keyof typeof REASONS, readonly name: string, readonly [part: string]: string | null }} Reason
 */

/**
 * For each kind: whether facts can cure it (未知) or somebody has to decide (需裁量), and the parts that make two
 * reasons the same. Reasons are told in this order.
 */
export const REASONS = {
  缺少事实: { status: "未知", parts: ["object", "id", "name"] },
  缺少步行距离: { status: "未知", parts: ["from", "to", "name"] },
  引用对象缺失: { status: "未知", parts: ["object", "id", "name"] },
  坐标系不一致: { status: "未知", parts: ["from", "to", "name"] },
  参数未定: { status: "需裁量", parts: ["name", "region", "owner", "source"] },
  裁量判断: { status: "需裁量", parts: ["object", "id", "name", "owner", "source"] },
  读法未定: { status: "需裁量", parts: ["name"] },
  除数为零: { status: "未知", parts: ["name"] },
  溢出: { status: "未知", parts: ["name"] },
  同名次: { status: "需裁量", parts: ["name", "how"] },
  空集合: { status: "未知", parts: ["name"] },
  认定冲突: { status: "需裁量", parts: ["object", "id", "name"] },
  未认定: { status: "需裁量", parts: ["object", "id", "name"] },
  名次取整未定: { status: "需裁量", parts: ["name"] },
};

const REASON_ORDER = Object.keys(REASONS);

/** @type {WeakMap<Reason, string>} */
const reasonKeys = new WeakMap();

/** Sorts by kind, then by content. @type {(reason: Reason) => string} */
export const reasonKey = (reason) => {
  const known = reasonKeys.get(reason);
  if (known !== undefined) return known;
  const parts = REASONS[reason.kind].parts.map((part) => reason[part]);
  const key =
    String.fromCharCode(REASON_ORDER.indexOf(reason.kind)) + JSON.stringify([reason.kind, ...parts]);
  reasonKeys.set(reason, key);
  return key;
};

/** Lists that many results share are sorted once. @type {WeakSet<readonly Reason[]>} */
const sortedReasons = new WeakSet();

/** Sorted, each once. @type {(reasons: readonly Reason[]) => readonly Reason[]} */
export const reasonSet = (reasons) => {
  if (reasons.length < 2 || sortedReasons.has(reasons)) return reasons;
  /** @type {Map<string, Reason>} */
  const byKey = new Map();
  for (const reason of reasons) byKey.set(reasonKey(reason), reason);
  const set = [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, reason]) => reason);
  sortedReasons.add(set);
  return set;
};

/** @type {(...lists: readonly (readonly Reason[])[]) => readonly Reason[]} */
export const joinedReasons = (...lists) => joinedLists(lists);

/** @type {(lists: readonly (readonly Reason[])[]) => readonly Reason[]} */
export const joinedLists = (lists) => {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? NO_REASONS;
  return reasonSet(filled.flat());
};

/** @type {readonly Reason[]} */
export const NO_REASONS = [];

/** 3 where facts are missing, 2 where only decisions are, 0 for no reason. @type {(reasons: readonly Reason[]) => number} */
export const reasonLevel = (reasons) => {
  if (reasons.length === 0) return 0;
  return reasons.some((reason) => REASONS[reason.kind].status === "未知") ? 3 : 2;
};

/** Reasons that are put together when somebody asks for them: whoever only wants the level does not pay for them. */
export class Later {
  /** @type {"open"} */
  kind = "open";
  /** @type {readonly Reason[] | null} */
  #found = null;
  #make;

  /** @param {number} level @param {() => readonly Reason[]} make @param {any} low @param {any} high */
  constructor(level, make, low = null, high = null) {
    this.level = level;
    this.#make = make;
    this.low = low;
    this.high = high;
  }

  get reasons() {
    this.#found ??= this.#make();
    return this.#found;
  }
}
