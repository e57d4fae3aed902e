import { printNumeral } from "../../../language/index.ts";
import { orderOf, readUnitLabel, unitLabel } from "./numbers.ts";
import { QUOTE, unquote } from "./quotes.ts";
import type { Statement } from "./statement.ts";

export interface ParsedAmendment {
  readonly statements: readonly Statement[];
  /** Sentences that no form of a decision fits, each as a Chinese sentence. */
  readonly problems: readonly string[];
}

/** Reads the text of a decision; knows nothing of how it was written. */
export const parseAmendment = (text: string): ParsedAmendment => {
  const { skeleton, quotes } = unquote(text);
  const statements: Statement[] = [];
  const problems: string[] = [];
  let used = 0;
  const takeQuotes = (count: number): readonly string[] => {
    used += count;
    return quotes.slice(used - count, used);
  };
  let item: string | null = null;
  for (const line of joinedLines(skeleton)) {
    const numeral = /^([零一二三四五六七八九十百千]+)、/.exec(line);
    if (numeral !== null) item = numeral[1]!;
    const isOrder = numeral !== null || line.startsWith("此外");
    const sentences = line.slice(numeral?.[0].length ?? 0).split(/[；。]/);
    for (const sentence of sentences.filter((words) => words.trim() !== "")) {
      const own = takeQuotes([...sentence].filter((character) => character === QUOTE).length);
      const statement = isOrder ? readSentence(sentence.replace(/\s/g, ""), own) : null;
      if (statement !== null) statements.push(...statement);
      else if (isOrder) {
        const where = item === null || line.startsWith("此外") ? "末尾" : `第${item}项`;
        problems.push(
          `修改决定${where}的“${sentence.replaceAll(QUOTE, "“……”").trim()}”不是可以识别的修改形式，没有执行。`,
        );
      }
    }
  }
  return { statements, problems };
};

/** A line break before further quotations does not end an item. */
const joinedLines = (skeleton: string): string[] =>
  skeleton.replace(new RegExp(`\\s*\\n\\s*(?=${QUOTE})`, "g"), "").split("\n");

/** Several statements for one sentence: 删去第六条中的“A”、“B”. */
const readSentence = (sentence: string, quotes: readonly string[]): readonly Statement[] | null => {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const [, ...groups] = match;
    return read(
      groups.map((group) => group ?? ""),
      quotes.map((quote) => quote.trim()),
    );
  }
  return null;
};

type Reader = (groups: readonly string[], quotes: readonly string[]) => readonly Statement[] | null;

/** A place: 第八条第二款, 第四部分第（二）项, 第三章第一节, 题注. */
const PLACE = `([^，、：${QUOTE}]+?)`;
const ROW = `([^，：${QUOTE}]+?)`;
const Q = QUOTE;

const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    form(`将(.*)全文修改为：?${Q}`),
    ([name], quotes) => [{ kind: "whole", name: name!, text: quotes.at(-1)! }],
  ],
  [
    form("此外，对(条文顺序)?(?:和)?(条文中的引用)?作相应调整"),
    ([numbers, references]) =>
      numbers === "" && references === ""
        ? null
        : [{ kind: "order", numbers: numbers !== "", references: references !== "" }],
  ],
  [
    form(`将${PLACE}中的(${Q}修改为${Q}(?:，${Q}修改为${Q})*)`),
    ([target], quotes) =>
      pairsOf(quotes).map(([before, after]) => ({ kind: "replace", target: target!, before, after })),
  ],
  [
    form(`删去${PLACE}中的${Q}(?:[、和]${Q})*`),
    ([target], quotes) => quotes.map((words) => ({ kind: "strike", target: target!, words })),
  ],
  [
    form(`在${PLACE}中的${Q}(后|前)增加${Q}`),
    ([target, side], [words, text]) => [
      {
        kind: "insert",
        target: target!,
        side: side === "后" ? "behind" : "before",
        words: words!,
        text: text!,
      },
    ],
  ],
  [
    form(`在${PLACE}中增加一(?:款|项|目|点)，作为${PLACE}：${Q}`),
    ([target, part], [text]) => [{ kind: "addPart", target: target!, part: part!, text: text! }],
  ],
  [
    form(`(?:在${PLACE})?增加[^，]{1,6}(?:条|个部分)，作为${ROW}：(${Q}+)`),
    ([chapter, row], texts) => {
      const labels = labelsOf(row!);
      if (labels.length !== texts.length) return null;
      return [{ kind: "add", chapter: chapter === "" ? null : chapter!, labels, texts }];
    },
  ],
  [
    form(`增加一(?:编|分编|章|节)，作为${PLACE}(?:，(?:编|分编|章|节)名为(${Q}))?，置于${PLACE}之前`),
    ([label, called, before], [title]) => [
      { kind: "addHeading", label: label!, title: called === "" ? null : title!, before: before! },
    ],
  ],
  [
    form(`在${PLACE}之后增加${PLACE}：${Q}`),
    ([after, name], [text]) => [{ kind: "addElement", after: after!, name: name!, text: text! }],
  ],
  [
    form(`将${PLACE}分为[^，]{1,3}条，作为${ROW}，修改为：(${Q}+)`),
    ([target, row], texts) => {
      const becomes = labelsOf(row!);
      return becomes.length === texts.length ? [{ kind: "split", target: target!, becomes, texts }] : null;
    },
  ],
  [
    form(`将${ROW}合并为一条，作为${PLACE}，修改为：${Q}`),
    ([row, becomes], [text]) => [{ kind: "merge", targets: labelsOf(row!), becomes: becomes!, text: text! }],
  ],
  [
    form(`将${PLACE}改为${PLACE}，(?:编|分编|章|节)名修改为${Q}`),
    ([target, becomes], [title]) => [{ kind: "heading", target: target!, becomes: becomes!, title: title! }],
  ],
  [
    form(`将${PLACE}(?:编|分编|章|节)名修改为${Q}`),
    ([target], [title]) => [{ kind: "heading", target: target!, becomes: null, title: title! }],
  ],
  [
    form(`将${PLACE}(?:改为${PLACE}|移至${PLACE}，作为${PLACE})，修改为：${Q}`),
    ([target, plain, chapter, moved], [text]) => [
      {
        kind: "rewrite",
        target: target!,
        becomes: plain === "" ? moved! : plain!,
        chapter: chapter === "" ? null : chapter!,
        text: text!,
      },
    ],
  ],
  [
    form(`将${PLACE}至${PLACE}改为${PLACE}至${PLACE}`),
    ([first, last, becomesFirst, becomesLast]) => [
      {
        kind: "renumberRow",
        first: first!,
        last: last!,
        becomesFirst: becomesFirst!,
        becomesLast: becomesLast!,
      },
    ],
  ],
  [
    form(`将${PLACE}移至${PLACE}，作为${PLACE}`),
    ([target, chapter, becomes]) => [
      { kind: "renumber", target: target!, becomes: becomes!, chapter: chapter! },
    ],
  ],
  [
    form(`将${PLACE}改为${PLACE}`),
    ([target, becomes]) =>
      /(?:编|章|节)$/.test(becomes!)
        ? [{ kind: "heading", target: target!, becomes: becomes!, title: null }]
        : [{ kind: "renumber", target: target!, becomes: becomes!, chapter: null }],
  ],
  [
    form(`将${PLACE}修改为：?${Q}`),
    ([target], [text]) => [{ kind: "rewrite", target: target!, becomes: null, chapter: null, text: text! }],
  ],
  [form(`删去${PLACE}(?:编|分编|章|节)名`), ([target]) => [{ kind: "deleteHeading", target: target! }]],
  [form(`删去${ROW}`), ([row]) => [{ kind: "delete", targets: labelsOf(row!) }]],
];

const pairsOf = (quotes: readonly string[]): (readonly [string, string])[] =>
  Array.from({ length: quotes.length / 2 }, (_, index) => [quotes[2 * index]!, quotes[2 * index + 1]!]);

/** 第十二条至第十四条、第十六条 and 第九条和第十条 as single labels. */
const labelsOf = (row: string): readonly string[] =>
  row.split(/[、和]/).flatMap((part) => {
    const [first, last] = part.split("至");
    const from = readUnitLabel(first ?? "");
    const to = readUnitLabel(last ?? "");
    if (from === null || to === null || orderOf(from, to) >= 0) return [part];
    return Array.from({ length: to.number - from.number + 1 }, (_, index) =>
      part.includes("条")
        ? unitLabel({ number: from.number + index, insertion: null }, "article")
        : `第${printNumeral(from.number + index)}部分`,
    );
  });
