import type { Reason, Truth } from "../../model/outcome.ts";

/** Why something is open, as part of a sentence. */
export const reasonPhrase = (reason: Reason): string => {
  switch (reason.kind) {
    case "缺少事实":
      return reason.id === ""
        ? `缺少“${reason.name}”`
        : `缺少${reason.object}“${reason.id}”的“${reason.name}”`;
    case "缺少步行距离":
      return `缺少${route(reason.from, reason.to)}的步行距离`;
    case "参数未定":
      return `“${reason.name}”${reason.region === null ? "" : `（${reason.region}）`}尚未确定，${decider(reason.owner, reason.source)}`;
    case "裁量判断":
      return `${reason.object}“${reason.id}”是否“${reason.name}”尚无认定，${decider(reason.owner, reason.source)}`;
    case "读法未定":
      return `「${reason.name}」的读法尚未确定`;
    case "除数为零":
      return `计算“${reason.name}”时除数为零`;
    case "溢出":
      return `“${reason.name}”的计算结果超出可计算的范围`;
    case "同名次":
      return `“${reason.name}”中名次相同，${reason.how === "抽签" ? "先后由抽签确定" : "先后需裁量确定"}`;
    case "空集合":
      return `“${reason.name}”没有可供计算的数据`;
    case "认定冲突":
      return `${reason.object}“${reason.id}”的“${reason.name}”认定有冲突`;
    case "未认定":
      return `${reason.object}“${reason.id}”的“${reason.name}”未能认定`;
    case "名次取整未定":
      return `“${reason.name}”未规定按比例折算的名次数如何取整`;
    case "引用对象缺失":
      return `“${reason.name}”所指的${reason.object}“${reason.id}”不在数据中`;
    case "坐标系不一致":
      return `${route(reason.from, reason.to)}的坐标系不一致，不能计算距离`;
  }
};

/** What somebody can do about it, as a sentence. */
export const requestSentence = (reason: Reason): string => {
  switch (reason.kind) {
    case "缺少事实":
      return reason.id === ""
        ? `请补充“${reason.name}”。`
        : `请补充“${reason.name}”（${reason.object}“${reason.id}”）。`;
    case "缺少步行距离":
      return `请补充${route(reason.from, reason.to)}的步行距离。`;
    case "参数未定":
      return `请${reason.owner === UNCLEAR ? "有权机关明确由谁确定并" : `由${reason.owner}`}确定“${reason.name}”${reason.region === null ? "" : `（${reason.region}）`}。`;
    case "裁量判断":
      return `请${reason.owner === UNCLEAR ? "有权机关" : `由${reason.owner}`}认定${reason.object}“${reason.id}”是否“${reason.name}”。`;
    case "读法未定":
      return `请确认「${reason.name}」采用哪一种读法。`;
    case "除数为零":
    case "溢出":
    case "空集合":
      return `请核对“${reason.name}”的数据。`;
    case "同名次":
      return reason.how === "抽签"
        ? `请按规定抽签确定“${reason.name}”的名次。`
        : `请裁量确定“${reason.name}”的名次。`;
    case "认定冲突":
      return `请确定${reason.object}“${reason.id}”的“${reason.name}”，有两项规定认定不同。`;
    case "未认定":
      return `请确定${reason.object}“${reason.id}”的“${reason.name}”，没有规定可以适用。`;
    case "名次取整未定":
      return `请明确“${reason.name}”按比例折算的名次数如何取整。`;
    case "引用对象缺失":
      return `请在数据中补充${reason.object}“${reason.id}”，或者更正“${reason.name}”。`;
    case "坐标系不一致":
      return `请将${route(reason.from, reason.to)}的坐标统一为同一坐标系。`;
  }
};

/** Known figures first, then whether the words are met. */
export const verdict = (known: readonly string[], words: string, truth: Truth): string => {
  const facts = known.map((each) => `${each}，`).join("");
  switch (truth.kind) {
    case "true":
      return `${facts}符合“${words}”。`;
    case "false":
      return `${facts}不符合“${words}”。`;
    case "indeterminate":
      return `${facts}不能判定是否符合“${words}”：${reasonList(truth.reasons)}。`;
  }
};

/** The same for words that deny something: 不符合“不符合要求” would be hard to read, and so would 不属于“未「违规」”. */
export const negationVerdict = (known: readonly string[], words: string, truth: Truth): string => {
  const facts = known.map((each) => `${each}，`).join("");
  const denied = /^未「([^「」]+)」$/u.exec(words)?.[1];
  switch (truth.kind) {
    case "true":
      return denied === undefined ? `${facts}属于“${words}”的情形。` : `${facts}没有“${denied}”的情形。`;
    case "false":
      return denied === undefined ? `${facts}不属于“${words}”的情形。` : `${facts}有“${denied}”的情形。`;
    case "indeterminate":
      return `${facts}不能判定是否属于“${words}”的情形：${reasonList(truth.reasons)}。`;
  }
};

/** The first few reasons, and how many more there are. */
export const reasonList = (reasons: readonly Reason[]): string => {
  const shown = reasons.slice(0, SHOWN).map(reasonPhrase).join("；");
  return reasons.length > SHOWN ? `${shown}；等${reasons.length}项原因` : shown;
};

const SHOWN = 5;
const UNCLEAR = "未明确";

const route = (from: string, to: string): string => (to === "" ? `“${from}”` : `${from}至${to}`);

const decider = (owner: string, source: string | null): string =>
  (owner === UNCLEAR ? "文件未明确由谁确定" : `由${owner}确定`) + (source === null ? "" : `（${source}）`);
