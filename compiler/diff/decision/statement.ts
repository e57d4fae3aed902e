/**
 * What one sentence of a decision orders. Places are written as labels: those of the text in force for what is
 * changed, those of the new text for what it becomes.
 */
export type Statement =
  /** 删去第十一条、第十三条第二款。 */
  | { readonly kind: "delete"; readonly targets: readonly string[] }
  /** 将第九条改为第八条，修改为：“…”。 将题注修改为：“…”。 */
  | {
      readonly kind: "rewrite";
      readonly target: string;
      readonly becomes: string | null;
      readonly chapter: string | null;
      readonly text: string;
    }
  /** 将第五条移至第三章，作为第十二条。 */
  | {
      readonly kind: "renumber";
      readonly target: string;
      readonly becomes: string;
      readonly chapter: string | null;
    }
  /** 将第五条至第八条改为第六条至第九条。 */
  | {
      readonly kind: "renumberRow";
      readonly first: string;
      readonly last: string;
      readonly becomesFirst: string;
      readonly becomesLast: string;
    }
  /** 将第六条中的“A”修改为“B”。 */
  | {
      readonly kind: "replace";
      readonly target: string;
      readonly before: string;
      readonly after: string;
    }
  /** 删去第六条中的“A”。 */
  | { readonly kind: "strike"; readonly target: string; readonly words: string }
  /** 在第六条中的“A”后增加“B”。 */
  | {
      readonly kind: "insert";
      readonly target: string;
      readonly side: "before" | "behind";
      readonly words: string;
      readonly text: string;
    }
  /** 在第三章增加一条，作为第十二条：“…”。 */
  | {
      readonly kind: "add";
      readonly chapter: string | null;
      readonly labels: readonly string[];
      readonly texts: readonly string[];
    }
  /** 第八条增加一款，作为第二款：“…”。 */
  | { readonly kind: "addPart"; readonly target: string; readonly part: string; readonly text: string }
  /** 将第五条分为两条，作为第五条、第六条，修改为：“…”“…”。 */
  | {
      readonly kind: "split";
      readonly target: string;
      readonly becomes: readonly string[];
      readonly texts: readonly string[];
    }
  /** 将第五条、第六条合并为一条，作为第五条，修改为：“…”。 */
  | {
      readonly kind: "merge";
      readonly targets: readonly string[];
      readonly becomes: string;
      readonly text: string;
    }
  /** 将第三章改为第四章，章名修改为“…”。 */
  | {
      readonly kind: "heading";
      readonly target: string;
      readonly becomes: string | null;
      readonly title: string | null;
    }
  /** 删去第三章章名。 */
  | { readonly kind: "deleteHeading"; readonly target: string }
  /** 增加一章，作为第三章，章名为“…”，置于第十条之前。 */
  | {
      readonly kind: "addHeading";
      readonly label: string;
      readonly title: string | null;
      readonly before: string;
    }
  /** 在第三十条之后增加落款：“…”。 */
  | {
      readonly kind: "addElement";
      readonly after: string;
      readonly name: string;
      readonly text: string;
    }
  /** 此外，对条文顺序作相应调整。 */
  | { readonly kind: "order"; readonly numbers: boolean; readonly references: boolean }
  /** 将《…》全文修改为：“…”。 */
  | { readonly kind: "whole"; readonly name: string; readonly text: string };
