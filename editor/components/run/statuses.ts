import type { Status } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

/** How a result is meant to be taken. */
export type StatusTone = "bad" | "strong" | "warn" | "good" | "muted";

interface StatusLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
}

/** Pictures and colours of the results; the word always stands beside them. */
export const STATUS_LOOKS = {
  冲突: { icon: "error", tone: "bad" },
  不符合: { icon: "close", tone: "bad" },
  成立: { icon: "target", tone: "strong" },
  需裁量: { icon: "law", tone: "warn" },
  未知: { icon: "question", tone: "warn" },
  未认定: { icon: "dash", tone: "warn" },
  符合: { icon: "check", tone: "good" },
  已认定: { icon: "bookmark", tone: "good" },
  不成立: { icon: "circle", tone: "muted" },
  不适用: { icon: "circle-slash", tone: "muted" },
} as const satisfies Record<Status, StatusLook>;

/** What asks for action first. */
export const STATUS_ORDER: readonly Status[] = [
  "冲突",
  "不符合",
  "成立",
  "需裁量",
  "未知",
  "未认定",
  "符合",
  "已认定",
  "不成立",
  "不适用",
];

export type StatusCounts = Readonly<Partial<Record<Status, number>>>;

/** Statuses that occur with their counts, the urgent ones first. */
export const presentCounts = (counts: StatusCounts): readonly (readonly [Status, number])[] =>
  STATUS_ORDER.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [[status, count] as const];
  });

export const sumCounts = (all: readonly StatusCounts[]): StatusCounts => {
  const sum: Partial<Record<Status, number>> = {};
  for (const counts of all)
    for (const [status, count] of presentCounts(counts)) sum[status] = (sum[status] ?? 0) + count;
  return sum;
};

/** 不符合2项、成立3项. */
export const countsInWords = (counts: StatusCounts): string =>
  presentCounts(counts)
    .map(([status, count]) => `${status}${count}项`)
    .join("、");

/** Counts by what they mean, for a bar that is too narrow for ten kinds. */
export const toneCounts = (counts: StatusCounts): readonly (readonly [StatusTone, number])[] => {
  const sums = new Map<StatusTone, number>();
  for (const [status, count] of presentCounts(counts)) {
    const { tone } = STATUS_LOOKS[status];
    sums.set(tone, (sums.get(tone) ?? 0) + count);
  }
  return [...sums];
};
