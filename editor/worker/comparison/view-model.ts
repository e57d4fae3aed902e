import type { OutlineNode } from "../../../compiler/ide/model.ts";
import type {
  Direction,
  ProvisionChangeKind,
  Severity as Weight,
  Verdict,
} from "../../../compiler/model/change.ts";
import type { Span } from "../../../language/index.ts";
import type { PolicyTexts, RegisterFile } from "../evaluation-api.ts";

/** What is compared, and how. */
export interface ComparedTexts {
  readonly left: PolicyTexts;
  readonly right: PolicyTexts;
  readonly leftData: readonly RegisterFile[];
  readonly rightData: readonly RegisterFile[];
  readonly at: string;
  /** Ask the second solver where the own procedure does not decide. */
  readonly second: boolean;
}

/** A comparison as the page shows it: plain data, with every word that the reports say of it. */
export interface ComparisonView {
  readonly title: string;
  readonly relation: "versions" | "documents";
  /** Nothing differs, and nothing was left out. */
  readonly isSame: boolean;
  readonly left: ComparedSideView;
  readonly right: ComparedSideView;
  /** Caveats and what was not compared, a sentence each. */
  readonly notes: readonly string[];
  readonly tallies: readonly {
    readonly name: string;
    readonly number: number;
    readonly note: string;
  }[];
  readonly legend: readonly {
    readonly mark: RunMark;
    readonly meaning: string;
  }[];
  /** Headings with what stands under them; the id of a node is that of its row. */
  readonly tree: readonly OutlineNode[];
  readonly rows: readonly ComparedRow[];
  /** 规则变化, 规则差别. */
  readonly ruleTitle: string;
  readonly rules: readonly RuleChangeView[];
  readonly behaviour: readonly BehaviourView[];
  readonly impact: ImpactView | null;
  /** Why there is no impact; null where there is one. */
  readonly withoutImpact: string | null;
}

export interface ComparedSideView {
  readonly name: string;
  readonly file: string;
  /** Over the column: 修改前, or the name of the document. */
  readonly head: string;
  /** Where each name would be too long: 修改前, 前者. */
  readonly short: string;
  /** Official text; the spans of the rows are offsets in it. */
  readonly text: string;
}

export type RunMark = "kept" | "deleted" | "added" | "minor";

export interface TextRun {
  readonly text: string;
  readonly mark: RunMark;
}

/** A row of the table: a heading, a line around the provisions, or a provision with its partner. */
export interface ComparedRow {
  readonly id: string;
  readonly kind: "heading" | "furniture" | "provision";
  /** Depth of a heading, 0 for the outermost. */
  readonly depth: number;
  readonly label: string;
  /** 修改, 新增 …; null where a heading or line has none. */
  readonly change: ProvisionChangeKind | null;
  readonly word: string;
  readonly isChanged: boolean;
  readonly left: ComparedCell;
  readonly right: ComparedCell;
  readonly notes: readonly {
    readonly text: string;
    readonly direction: Direction;
    readonly isTelling: boolean;
  }[];
}

export interface ComparedCell {
  /** Where it went or came from, or why the cell is empty. */
  readonly tag: string | null;
  readonly paragraphs: readonly (readonly TextRun[])[];
  /** In the official text of the side. */
  readonly span: Span | null;
}

/** A place in the rules of one side. */
export interface RulePlaceView {
  readonly label: string;
  readonly rule: string;
  readonly words: string;
  /** In the policy file. */
  readonly span: Span;
  /** Row of the provision that the rule belongs to. */
  readonly row: string | null;
}

export interface RuleChangeView {
  readonly number: number;
  readonly kind: string;
  readonly severity: Weight;
  readonly severityWord: string;
  /** What the severity means. */
  readonly meaning: string;
  readonly direction: Direction;
  readonly directionWord: string;
  readonly places: string;
  readonly message: string;
  readonly ground: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly left: RulePlaceView | null;
  readonly right: RulePlaceView | null;
}

export interface BehaviourView {
  readonly about: string;
  readonly places: string;
  readonly verdict: Verdict;
  /** 更严, 互有宽严. */
  readonly word: string;
  /** 修改后更严，已证明. */
  readonly line: string;
  readonly ground: string | null;
  readonly left: RulePlaceView | null;
  readonly right: RulePlaceView | null;
  /** Those that tell most stand first. */
  readonly witnesses: readonly WitnessView[];
  /** How many of them are shown at once. */
  readonly shown: number;
}

export interface WitnessView {
  /** 基准日2025年6月1日，定点机构「甲」. */
  readonly about: string;
  readonly facts: readonly string[];
  readonly left: WitnessResultView;
  readonly right: WitnessResultView;
  /** 体现的规则变化：第1、3项。 */
  readonly shows: string | null;
}

export interface WitnessResultView {
  readonly result: string;
  readonly reasons: readonly string[];
  readonly citations: readonly string[];
  /** A 【用例】 that passes in the policy of this side. */
  readonly caseText: string | null;
}

export interface ImpactView {
  /** 基准日2025年6月1日，核对定点机构30条。 */
  readonly judged: string;
  readonly sections: readonly ImpactSectionView[];
  readonly unchanged: readonly string[];
  /** Of themselves they change nothing for anybody. */
  readonly uncounted: readonly string[];
}

export interface ImpactSectionView {
  readonly rule: string;
  readonly places: string;
  readonly total: string;
  readonly object: string;
  readonly unit: string;
  /** Decision of each side, to find the result by. */
  readonly decisions: { readonly left: string | null; readonly right: string | null };
  readonly changes: readonly ImpactChangeView[];
}

export interface ImpactChangeView {
  readonly kind: "decided" | "open" | "nominal";
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly groups: readonly string[];
  /** 编号. */
  readonly records: readonly string[];
}
