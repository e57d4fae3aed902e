import { nodeLabel } from "../state/outline-place.ts";
import type { OutlineNode } from "../worker/worker-api.ts";
import type { Command } from "./command.ts";

/** How well words fit a name, smaller is better; null where they do not. */
export const fit = (
  words: string,
  name: string,
  initials = "",
  others: readonly string[] = [],
): number | null => {
  const asked = words.trim().toLowerCase();
  if (asked === "") return 0;
  const lower = name.toLowerCase();
  if (lower.startsWith(asked)) return 1;
  if (initials.startsWith(asked)) return 2;
  if (lower.includes(asked)) return 3;
  if (initials.includes(asked)) return 4;
  if (others.some((other) => other.toLowerCase().includes(asked))) return 5;
  return isScattered(asked, lower) ? 6 : null;
};

/** Commands that fit, the best first; among equals the last used, then the order of the table. */
export const findCommands = (
  commands: readonly Command[],
  words: string,
  recent: readonly string[],
): readonly Command[] => {
  const recency = new Map(recent.map((id, at) => [id, at]));
  return commands
    .flatMap((command, at) => {
      const rank = fit(words, command.title, command.initials, command.keywords);
      return rank === null ? [] : [{ command, rank, recency: recency.get(command.id) ?? recent.length, at }];
    })
    .sort((left, right) => left.rank - right.rank || left.recency - right.recency || left.at - right.at)
    .map(({ command }) => command);
};

/** A provision with its whole label. */
export interface FoundProvision {
  readonly node: OutlineNode;
  readonly label: string;
}

/** Words that ask for a provision: @, a number, or 第… . */
export const asksForProvision = (words: string): boolean =>
  /^(?:@|\d+$|第?[一二三四五六七八九十百零〇]+|第)/u.test(words.trim());

/** Provisions that the words name: @退出, 16, 第十六, 第十六条第二款. */
export const findProvisions = (
  nodes: readonly OutlineNode[],
  words: string,
  most: number,
): readonly FoundProvision[] => {
  const asked = words.trim().replace(/^@/, "").trim();
  const number = /^\d{1,4}$/.test(asked) ? chineseNumber(Number(asked)) : null;
  const exact: FoundProvision[] = [];
  const begins: FoundProvision[] = [];
  const has: FoundProvision[] = [];
  const walk = (siblings: readonly OutlineNode[], above: readonly OutlineNode[]): void => {
    for (const node of siblings) {
      const path = [...above, node];
      const label = nodeLabel(path);
      const own = node.label;
      const found = { node, label };
      if (number !== null) {
        if (own === `第${number}条` || own.startsWith(`${number}、`) || own.startsWith(`第${number}条　`))
          exact.push(found);
      } else if (
        asked === ""
          ? node.kind === "provision" && above.length < 2
          : label.startsWith(asked) || own.startsWith(asked)
      )
        begins.push(found);
      else if (asked !== "" && (label.includes(asked) || node.words.includes(asked))) has.push(found);
      walk(node.children, path);
    }
  };
  walk(nodes, []);
  return [...exact, ...begins, ...has].slice(0, most);
};

const isScattered = (asked: string, name: string): boolean => {
  let at = 0;
  for (const letter of name) if (letter === asked[at]) at += 1;
  return at === asked.length && asked.length > 1;
};

const DIGITS = "零一二三四五六七八九";

/** Articles are counted in Chinese numbers: 16 is 十六, 105 is 一百零五. */
export const chineseNumber = (value: number): string => {
  let words = "";
  let rest = value;
  let isGap = false;
  for (const [size, unit] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      isGap = words !== "";
      continue;
    }
    words += `${isGap ? "零" : ""}${digit === 1 && size === 10 && words === "" ? "" : DIGITS[digit]}${unit}`;
    isGap = false;
  }
  return words === "" ? "零" : words;
};
