import * as monaco from "monaco-editor/editor";
import type { CasesReport, Details, OutlineNode, RuleLens } from "../../worker/worker-api.ts";
import { LANGUAGE } from "../language.ts";
import type { TextSession } from "../text-session.ts";
import type { ProviderContext } from "./context.ts";

/** Sends what was chosen in the editor to the part of the page that does it. */
const COMMAND = "tiaowen.command";

/** What comes when the typing rests: folding, the outline, hints and the line above a rule. */
export const registerDetails = (
  context: ProviderContext,
  changed: monaco.IEvent<void>,
): readonly monaco.IDisposable[] => {
  const known = (model: monaco.editor.ITextModel): { session: TextSession; details: Details } | null => {
    const session = context.sessionOf(model);
    const details = context.studio.details.get();
    return session === null || details?.path !== session.path ? null : { session, details };
  };
  const foldingChanged = new monaco.Emitter<monaco.languages.FoldingRangeProvider>();
  const folding: monaco.languages.FoldingRangeProvider = {
    onDidChange: foldingChanged.event,
    provideFoldingRanges: (model) => {
      const found = known(model);
      if (found === null) return [];
      return found.details.folding.flatMap(({ span, kind }) => {
        const range = found.session.rangeOf(found.session.nowAt(span));
        return range.endLineNumber > range.startLineNumber
          ? [
              {
                start: range.startLineNumber,
                end: range.endLineNumber,
                // Blocks are folded all at once, to read the official text alone.
                ...(kind === "block" ? { kind: monaco.languages.FoldingRangeKind.Region } : {}),
              },
            ]
          : [];
      });
    },
  };
  const lensesChanged = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  const lenses: monaco.languages.CodeLensProvider = {
    onDidChange: lensesChanged.event,
    provideCodeLenses: (model) => {
      const found = known(model);
      if (found === null) return { lenses: [] };
      const { cases } = context.studio;
      const report = cases.path.get() === found.session.path ? cases.report.get() : null;
      return {
        lenses: found.details.lenses.flatMap((lens) => lensesOf(lens, found.session, report)),
      };
    },
  };
  changed(() => {
    foldingChanged.fire(folding);
    lensesChanged.fire(lenses);
  });
  return [
    monaco.editor.registerCommand(COMMAND, (_accessor, detail: { id: string; args: unknown }) => {
      window.dispatchEvent(new CustomEvent("tw-command", { detail }));
    }),
    monaco.languages.registerFoldingRangeProvider(LANGUAGE, folding),
    monaco.languages.registerDocumentSymbolProvider(LANGUAGE, {
      displayName: "条文",
      provideDocumentSymbols: (model) => {
        const found = known(model);
        return found === null ? [] : symbolsOf(found.details.outline, found.session);
      },
    }),
    monaco.languages.registerInlayHintsProvider(LANGUAGE, {
      onDidChangeInlayHints: changed,
      provideInlayHints: (model, range) => {
        const found = known(model);
        if (found === null) return { hints: [], dispose: () => {} };
        // Only what is in sight: every hint costs time at every keystroke.
        const { start, end } = found.session.spanOf(range);
        const hints = found.details.hints.flatMap(({ offset, text, tooltip }) => {
          const now = found.session.nowAt({ start: offset, end: offset }).start;
          if (now < start || now > end) return [];
          return [{ position: found.session.lines.placeAt(now), label: text, tooltip, paddingLeft: true }];
        });
        return { hints, dispose: () => {} };
      },
    }),
    monaco.languages.registerCodeLensProvider(LANGUAGE, lenses),
  ];
};

const lensesOf = (
  lens: RuleLens,
  session: TextSession,
  report: CasesReport | null,
): readonly monaco.languages.CodeLens[] => {
  const range = session.rangeOf(session.nowAt(lens.span));
  const counts = report?.byRule.find(({ rule }) => rule === lens.rule);
  const cases =
    counts === undefined
      ? lens.cases.length === 0
        ? "没有用例"
        : `用例 ${lens.cases.length} 个`
      : `用例 ${counts.passed}/${counts.total}${counts.passed < counts.total ? "（有未通过的）" : ""}`;
  const command = (title: string, id: string, tooltip: string): monaco.languages.CodeLens => ({
    range,
    command: {
      id: COMMAND,
      title,
      tooltip,
      arguments: [{ id, args: { rule: lens.rule, decisions: lens.decisions } }],
    },
  });
  return [
    command("核对", "run.rule", `用已打开的登记数据核对“${lens.rule}”`),
    command(cases, "cases.show", `查看“${lens.rule}”的用例`),
    ...(counts === undefined
      ? []
      : [
          command(
            `覆盖 ${counts.reached}/${counts.items}`,
            "cases.show",
            `“${lens.rule}”共${counts.items}处，用例到达${counts.reached}处`,
          ),
        ]),
  ];
};

const symbolsOf = (nodes: readonly OutlineNode[], session: TextSession): monaco.languages.DocumentSymbol[] =>
  nodes.map((node) => {
    const range = session.rangeOf(session.nowAt(node.span));
    return {
      name: node.label === "" ? node.words : node.label,
      detail: node.words,
      kind:
        node.kind === "block" ? monaco.languages.SymbolKind.Function : monaco.languages.SymbolKind.Namespace,
      tags: [],
      range,
      selectionRange: { ...range, endLineNumber: range.startLineNumber, endColumn: range.startColumn },
      children: symbolsOf(node.children, session),
    };
  });
