import type { Conflict, Outcome, Receipt, Status } from "../model/outcome.ts";
import type { PolicyInfo } from "../model/policy.ts";
import type { Day } from "../model/value.ts";

/** One cell of the register that could not be read as its field says. */
export interface DataError {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string;
}

/** Everything that one `check` has to tell, before it is given a form. */
export interface CheckReport {
  readonly policy: PolicyInfo;
  readonly at: Day;
  readonly trial: boolean;
  readonly notice: string | null;
  readonly receipt: Receipt;
  readonly dataErrors: readonly DataError[];
  readonly outcomes: readonly Outcome[];
  readonly conflicts: readonly Conflict[];
  /** Names of records where the register gives one (its field 名称), by 对象 and 编号. */
  readonly recordName: (object: string, id: string) => string | null;
  /** The data declare themselves to be synthetic. */
  readonly synthetic: boolean;
  /** What narrowed the results: --only, --where; for the reader of the report. */
  readonly narrowing: readonly string[];
  /** What is worth knowing about the data and is no bad cell: files and columns that nothing declares. */
  readonly notes: readonly string[];
}

export interface RuleSummary {
  readonly rule: string;
  /** Unique name of the decision: differs from `rule` where a block has several sentences. */
  readonly decision: string;
  readonly object: string;
  readonly provision: string | null;
  readonly counts: Readonly<Partial<Record<Status, number>>>;
}

/** Statuses in the order in which a reader wants them: what needs action first. */
export const STATUS_ORDER = [
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
] as const satisfies readonly Status[];

/** Counts per rule, in the order in which the rules stand in the policy. */
export const summarise = (outcomes: readonly Outcome[]): RuleSummary[] => {
  const byDecision = new Map<string, RuleSummary & { counts: Partial<Record<Status, number>> }>();
  for (const outcome of outcomes) {
    let summary = byDecision.get(outcome.decision);
    if (summary === undefined) {
      const { rule, decision, object, provision } = outcome;
      summary = { rule, decision, object, provision, counts: {} };
      byDecision.set(decision, summary);
    }
    summary.counts[outcome.status] = (summary.counts[outcome.status] ?? 0) + 1;
  }
  return [...byDecision.values()];
};

/** Counts of the whole report, the same wherever they are told. */
export interface Totals {
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  /** 不符合 without recorded reason. */
  readonly unexcused: number;
  /** 成立 that order a measure; the others only say what a record is. */
  readonly measures: number;
  /** Measures that contradict each other on one record; a 冲突 of a classification is among the counts. */
  readonly contradictions: number;
}

export const totals = ({ outcomes, conflicts }: Pick<CheckReport, "outcomes" | "conflicts">): Totals => {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return {
    counts,
    unexcused: outcomes.filter(isUnexcused).length,
    measures: outcomes.filter(({ status, measure }) => status === "成立" && measure !== null).length,
    contradictions: conflicts.length,
  };
};

/** 不符合4项（其中未记理由2项），冲突6项，数据错误0处. */
export const findingsInWords = (report: CheckReport): string => {
  const { counts, unexcused, contradictions } = totals(report);
  const unmet = counts["不符合"] ?? 0;
  const clashes = (counts["冲突"] ?? 0) + contradictions;
  const parts = [
    `不符合${unmet}项${unmet === 0 ? "" : `（其中未记理由${unexcused}项）`}`,
    `冲突${clashes}项${contradictions === 0 ? "" : `（其中措施相互冲突${contradictions}项）`}`,
    `数据错误${report.dataErrors.length}处`,
  ];
  return parts.join("，");
};

/** A 不符合 for which nobody has recorded a reason. */
export const isUnexcused = (outcome: Outcome): boolean =>
  outcome.status === "不符合" && outcome.reason === null;

/** What makes `check` end with 1: a 不符合 without recorded reason, a 冲突 or a bad cell. */
export const hasFindings = (report: CheckReport): boolean =>
  report.dataErrors.length > 0 ||
  report.conflicts.length > 0 ||
  report.outcomes.some((outcome) => isUnexcused(outcome) || outcome.status === "冲突");

/** How much a result asks of its reader; 0 asks nothing. */
export const urgency = (outcome: Pick<Outcome, "status" | "reason" | "measure">): number => {
  switch (outcome.status) {
    case "冲突":
      return 6;
    case "不符合":
      return outcome.reason === null ? 5 : 2;
    case "成立":
      // A 定义 that holds orders nothing: it only says what the record is.
      return outcome.measure === null ? 0 : 4;
    case "未认定":
      return 4;
    case "需裁量":
      return 3;
    case "未知":
      return 3;
    case "符合":
    case "已认定":
      return 1;
    case "不成立":
    case "不适用":
      return 0;
  }
};

/** The citation label of a provision in the document's own style. */
export const provisionLabel = (policy: PolicyInfo, path: string | null): string =>
  path === null ? "—" : (policy.provisions.get(path)?.label ?? path);

/** Results of one record, records in the order of the results. */
export interface RecordResults {
  readonly object: string;
  readonly id: string;
  readonly name: string | null;
  readonly outcomes: readonly Outcome[];
  readonly conflicts: readonly Conflict[];
  /** The highest urgency among its results. */
  readonly urgency: number;
}

/** Results by record; those that ask for action come first, otherwise in the order of the register. */
export const byRecord = (report: CheckReport): RecordResults[] => {
  const outcomes = groupBy(report.outcomes);
  const conflicts = groupBy(report.conflicts);
  const records = [...outcomes.values()].map((group): RecordResults => {
    const { object, id } = group[0]!;
    const own = conflicts.get(recordKey(group[0]!)) ?? [];
    return {
      object,
      id,
      name: report.recordName(object, id),
      outcomes: group,
      conflicts: own,
      urgency: Math.max(own.length > 0 ? 6 : 0, ...group.map(urgency)),
    };
  });
  return records.sort((left, right) => right.urgency - left.urgency);
};

const recordKey = ({ object, id }: { readonly object: string; readonly id: string }): string =>
  `${object}\u0000${id}`;

const groupBy = <Entry extends { readonly object: string; readonly id: string }>(
  entries: readonly Entry[],
): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(recordKey(entry));
    if (group === undefined) groups.set(recordKey(entry), [entry]);
    else group.push(entry);
  }
  return groups;
};
