import type { Outcome, Reason, Status } from "../model/outcome.ts";

/** One plain sentence fragment that says what stands in the way of a decision. */
export const reasonInWords = (reason: Reason): string => {
  switch (reason.kind) {
    case "缺少事实":
      return `缺少“${reason.name}”（${reason.object} ${reason.id}）`;
    case "缺少步行距离":
      return `缺少${reason.from}至${reason.to}的步行距离`;
    case "参数未定":
      return `“${reason.name}”尚未确定${place(reason.region)}，${decider(reason.owner, "确定")}`;
    case "裁量判断":
      return `“${reason.name}”${decider(reason.owner, "裁量")}（${reason.object} ${reason.id}）`;
    case "读法未定":
      return `「${reason.name}」采何种读法尚未确定`;
    case "除数为零":
      return `计算“${reason.name}”时除数为零`;
    case "溢出":
      return `“${reason.name}”的数值超出可计算范围`;
    case "同名次":
      return `“${reason.name}”名次相同，${reason.how === "抽签" ? "须抽签决定" : "由谁裁量未明确"}`;
    case "空集合":
      return `计算“${reason.name}”时没有可供计算的记录`;
    case "认定冲突":
      return `${reason.object} ${reason.id}的“${reason.name}”认定结果相互冲突`;
    case "未认定":
      return `${reason.object} ${reason.id}的“${reason.name}”未能认定`;
    case "名次取整未定":
      return `“${reason.name}”按比例折算名次时如何取整，原文未规定`;
    case "引用对象缺失":
      return `“${reason.name}”所指的${reason.object} ${reason.id}不在数据中`;
    case "坐标系不一致":
      return `“${reason.name}”的坐标系不一致（${reason.from}、${reason.to}），不能比较`;
  }
};

/** An open question: the same parameter, judgement or reading, with the number of results that wait for it. */
export interface OpenQuestion {
  readonly kind: "参数" | "裁量" | "读法" | "名次";
  readonly name: string;
  readonly owner: string;
  readonly source: string | null;
  readonly rules: readonly string[];
  /** Results that it takes part in; each is 需裁量 or 未知, and may wait for several questions at once. */
  readonly results: number;
  readonly discretionary: number;
  readonly unknown: number;
}

/** What somebody has to decide before the results are final, most wanted first. */
export const openQuestions = (outcomes: readonly Outcome[]): OpenQuestion[] => {
  const questions = new Map<string, { question: Question; rules: Set<string>; statuses: Status[] }>();
  for (const outcome of outcomes) {
    const seen = new Set<string>();
    for (const reason of outcome.reasons) {
      const question = questionOf(reason);
      if (question === null) continue;
      const key = `${question.kind} ${question.name} ${question.owner}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const entry = questions.get(key) ?? { question, rules: new Set<string>(), statuses: [] };
      entry.rules.add(outcome.rule);
      entry.statuses.push(outcome.status);
      questions.set(key, entry);
    }
  }
  return [...questions.values()]
    .map(({ question: { kind, name, owner, source }, rules, statuses }): OpenQuestion => ({
      kind,
      name,
      owner,
      source,
      rules: Array.from(rules),
      results: statuses.length,
      discretionary: statuses.filter((status) => status === "需裁量").length,
      unknown: statuses.filter((status) => status === "未知").length,
    }))
    .sort((left, right) => right.results - left.results || (left.name < right.name ? -1 : 1));
};

/** A fact that the register lacks, with the number of records that lack it. */
export interface MissingField {
  readonly object: string;
  readonly name: string;
  readonly records: number;
}

export const missingFields = (outcomes: readonly Outcome[]): MissingField[] => {
  const fields = new Map<string, { object: string; name: string; ids: Set<string> }>();
  for (const outcome of outcomes) {
    for (const reason of outcome.reasons) {
      const missing = missingOf(reason);
      if (missing === null) continue;
      const key = `${missing.object} ${missing.name}`;
      const entry = fields.get(key) ?? { object: missing.object, name: missing.name, ids: new Set<string>() };
      entry.ids.add(missing.id);
      fields.set(key, entry);
    }
  }
  return [...fields.values()]
    .map(({ object, name, ids }) => ({ object, name, records: ids.size }))
    .sort((left, right) => right.records - left.records || (left.name < right.name ? -1 : 1));
};

type Question = Pick<OpenQuestion, "kind" | "name" | "owner" | "source">;

const UNSTATED = "未明确";

const decider = (owner: string, act: string): string =>
  owner === UNSTATED || owner === "" ? `由谁${act}未明确` : `由${owner}${act}`;

const place = (region: string | null): string => (region === null ? "" : `（${region}）`);

const questionOf = (reason: Reason): Question | null => {
  switch (reason.kind) {
    case "参数未定":
      return { kind: "参数", name: reason.name, owner: reason.owner || UNSTATED, source: reason.source };
    case "裁量判断":
      return { kind: "裁量", name: reason.name, owner: reason.owner || UNSTATED, source: reason.source };
    case "读法未定":
      return { kind: "读法", name: reason.name, owner: UNSTATED, source: null };
    case "同名次":
      return {
        kind: "名次",
        name: reason.name,
        owner: reason.how === "抽签" ? "抽签" : UNSTATED,
        source: null,
      };
    case "名次取整未定":
      return { kind: "名次", name: `${reason.name}（取整方式）`, owner: UNSTATED, source: null };
    case "缺少事实":
    case "缺少步行距离":
    case "除数为零":
    case "溢出":
    case "空集合":
    case "认定冲突":
    case "未认定":
    case "引用对象缺失":
    case "坐标系不一致":
      return null;
  }
};

const missingOf = (reason: Reason): { object: string; name: string; id: string } | null => {
  switch (reason.kind) {
    case "缺少事实":
      return { object: reason.object, name: reason.name, id: reason.id };
    case "缺少步行距离":
      return { object: "步行距离", name: "起点至终点的距离", id: `${reason.from}至${reason.to}` };
    case "引用对象缺失":
      return { object: reason.object, name: "记录本身", id: reason.id };
    case "参数未定":
    case "裁量判断":
    case "读法未定":
    case "除数为零":
    case "溢出":
    case "同名次":
    case "空集合":
    case "认定冲突":
    case "未认定":
    case "名次取整未定":
    case "坐标系不一致":
      return null;
  }
};
