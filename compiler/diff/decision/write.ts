import { parseNumeral, printNumeral } from "../../../language/index.ts";
import { quoted } from "./quotes.ts";
import type { Statement } from "./statement.ts";

/** The sentence that orders a statement, without its full stop. */
export const sentenceOf = (statement: Statement): string => {
  switch (statement.kind) {
    case "delete":
      return `删去${statement.targets.join("、")}`;
    case "rewrite": {
      const { target, becomes, chapter, text } = statement;
      if (becomes === null) return `将${target}修改为：${quoted(text)}`;
      const moved =
        chapter === null ? `将${target}改为${becomes}` : `将${target}移至${chapter}，作为${becomes}`;
      return `${moved}，修改为：${quoted(text)}`;
    }
    case "renumber": {
      const { target, becomes, chapter } = statement;
      return chapter === null ? `将${target}改为${becomes}` : `将${target}移至${chapter}，作为${becomes}`;
    }
    case "renumberRow":
      return `将${statement.first}至${statement.last}改为${statement.becomesFirst}至${statement.becomesLast}`;
    case "replace":
      return `将${statement.target}中的${quoted(statement.before)}修改为${quoted(statement.after)}`;
    case "strike":
      return `删去${statement.target}中的${quoted(statement.words)}`;
    case "insert":
      return `在${statement.target}中的${quoted(statement.words)}${statement.side === "behind" ? "后" : "前"}增加${quoted(statement.text)}`;
    case "add": {
      const where = statement.chapter === null ? "" : `在${statement.chapter}`;
      const unit = statement.labels[0]?.endsWith("部分") === true ? "个部分" : "条";
      const names = nameRow(statement.labels);
      return `${where}增加${countOf(statement.labels.length)}${unit}，作为${names}：${statement.texts.map(quoted).join("\n")}`;
    }
    case "addPart": {
      const unit = /(款|项|目|点)$/.exec(statement.part)?.[1] ?? "款";
      return `在${statement.target}中增加一${unit}，作为${statement.part}：${quoted(statement.text)}`;
    }
    case "split":
      return `将${statement.target}分为${countOf(statement.becomes.length)}条，作为${nameRow(statement.becomes)}，修改为：${statement.texts.map(quoted).join("\n")}`;
    case "merge":
      return `将${nameRow(statement.targets)}合并为一条，作为${statement.becomes}，修改为：${quoted(statement.text)}`;
    case "heading": {
      const { target, becomes, title } = statement;
      const name = headingName(becomes ?? target);
      if (becomes === null) return `将${target}${name}修改为${quoted(title ?? "")}`;
      return title === null
        ? `将${target}改为${becomes}`
        : `将${target}改为${becomes}，${name}修改为${quoted(title)}`;
    }
    case "deleteHeading":
      return `删去${statement.target}${headingName(statement.target)}`;
    case "addHeading": {
      const { label, title, before } = statement;
      const called = title === null ? "" : `，${headingName(label)}为${quoted(title)}`;
      return `增加一${headingUnit(label)}，作为${label}${called}，置于${before}之前`;
    }
    case "addElement":
      return `在${statement.after}之后增加${statement.name}：${quoted(statement.text)}`;
    case "order":
      return `此外，对${[statement.numbers ? "条文顺序" : "", statement.references ? "条文中的引用" : ""].filter((part) => part !== "").join("和")}作相应调整`;
    case "whole":
      return `将${statement.name}全文修改为：${quoted(statement.text)}`;
  }
};

/** 章 of 第三章第一节 is 节; an unnumbered 附则 counts as 章. */
export const headingUnit = (label: string): string => /(编|分编|章|节)$/.exec(label)?.[1] ?? "章";

const headingName = (label: string): string => `${headingUnit(label)}名`;

const countOf = (count: number): string => (count === 2 ? "两" : printNumeral(count));

/** 第十二条、第十三条; three and more in a row as 第十二条至第十四条. */
export const nameRow = (labels: readonly string[]): string => {
  const numbers = labels.map((label) => parseNumeral(/^第([^条]+)条$/.exec(label)?.[1] ?? ""));
  const isRow =
    labels.length > 2 &&
    numbers.every((number, index) => number !== null && number === (numbers[0] ?? 0) + index);
  return isRow ? `${labels[0]}至${labels.at(-1)}` : labels.join("、");
};
