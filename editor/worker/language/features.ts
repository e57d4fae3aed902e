import type {
  Completion,
  FilePlace,
  FoldingRange,
  HoverCard,
  InlayHint,
  LayoutPart,
  OfficialLine,
  OutlineNode,
  PolicyView,
  QuickFix,
  RenameAnswer,
  RuleLens,
} from "../../../compiler/ide/index.ts";
import type { Span, TextEdit } from "../../../language/index.ts";

/** The aids of the editor, each with what it reads. */
interface Features {
  readonly layout: (view: PolicyView) => readonly LayoutPart[];
  readonly outline: (view: PolicyView) => readonly OutlineNode[];
  readonly officialLines: (view: PolicyView) => readonly OfficialLine[];
  readonly ruleLenses: (view: PolicyView) => readonly RuleLens[];
  readonly inlayHints: (view: PolicyView) => readonly InlayHint[];
  readonly foldingRanges: (view: PolicyView) => readonly FoldingRange[];
  readonly semanticTokens: (view: PolicyView) => Uint32Array;
  readonly complete: (view: PolicyView, offset: number) => readonly Completion[];
  readonly hover: (view: PolicyView, offset: number) => HoverCard | null;
  readonly definition: (view: PolicyView, offset: number) => readonly FilePlace[];
  readonly references: (view: PolicyView, offset: number) => readonly FilePlace[];
  readonly nameAt: (
    view: PolicyView,
    offset: number,
  ) => { readonly name: string; readonly span: Span } | null;
  readonly rename: (
    view: PolicyView,
    offset: number,
    name: string,
    recompile: (texts: ReadonlyMap<string, string>) => PolicyView,
  ) => RenameAnswer;
  readonly quickFixes: (view: PolicyView, range: Span) => readonly QuickFix[];
  readonly format: (view: PolicyView) => readonly TextEdit[];
}

export const FEATURES: Features = {
  layout: () => [],
  outline: () => [],
  officialLines: () => [],
  ruleLenses: () => [],
  inlayHints: () => [],
  foldingRanges: () => [],
  semanticTokens: () => new Uint32Array(),
  complete: () => [],
  hover: () => null,
  definition: () => [],
  references: () => [],
  nameAt: () => null,
  rename: () => ({ kind: "refused", message: "这里没有可以改名的名称。" }),
  quickFixes: () => [],
  format: () => [],
};
