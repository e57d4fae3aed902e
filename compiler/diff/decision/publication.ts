import type { Statement } from "./statement.ts";

/** What a decision orders: the document itself, then what stands around it where it was published. */
export interface DecisionPlan {
  readonly items: readonly (readonly Statement[])[];
  readonly publication: readonly (readonly Statement[])[];
}

/**
 * Lines that a page or file adds (a second title, remarks, where the text was taken from) are no part of what is
 * enacted. They are told last and together, so that nobody reads them as amendments.
 */
export const withPublicationLast = (planned: readonly (readonly Statement[])[]): DecisionPlan => {
  const items: (readonly Statement[])[] = [];
  const publication: (readonly Statement[])[] = [];
  const gone: string[] = [];
  const come = new Set<string>();
  for (const item of planned) {
    if (!item.every((statement) => isPublication(statement, come))) items.push(item);
    else if (item.length === 1 && item[0]?.kind === "delete") gone.push(...item[0].targets);
    else {
      for (const statement of item) if (statement.kind === "addElement") come.add(statement.name);
      publication.push(item);
    }
  }
  const deletion: readonly Statement[] = [{ kind: "delete", targets: gone }];
  return { items, publication: gone.length === 0 ? publication : [deletion, ...publication] };
};

const isPublication = (statement: Statement, come: ReadonlySet<string>): boolean => {
  switch (statement.kind) {
    case "delete":
      return statement.targets.every((target) => LINE.test(target) || TITLE.test(target));
    case "addElement":
      return LINE.test(statement.name) || TITLE.test(statement.name) || come.has(statement.after);
    case "rewrite":
    case "replace":
    case "strike":
    case "insert":
      return LINE.test(statement.target);
    case "renumber":
    case "renumberRow":
    case "add":
    case "addPart":
    case "split":
    case "merge":
    case "heading":
    case "deleteHeading":
    case "addHeading":
    case "order":
    case "whole":
      return false;
  }
};

const LINE = /^(?:附注|标记|第.+处(?:标题|题注|附注|标记|抬头|落款|日期|联系方式|抄送))$/;

/** New words for the title amend it; a title more or less is a matter of the page. */
const TITLE = /^(?:标题|题注)$/;
