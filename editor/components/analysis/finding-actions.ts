import type { Studio } from "../../state/studio.ts";
import { WorkerEnded } from "../../worker/connection.ts";
import type { AnalysisCard, AnalysisSuggestion } from "../../worker/worker-api.ts";
import { insertCase } from "../explain/insert-case.ts";

/** The rule whose blocks the 用例 of a finding is put behind. */
export const insertCaseOf = (studio: Studio, { places, witness }: AnalysisCard): void => {
  if (witness?.caseText == null) return;
  insertCase(studio, places.find(({ rule }) => rule !== null)?.rule ?? "", witness.caseText);
};

/** Carries out an edit that was tried on the text as it is now; official text is asked about first. */
export const adopt = (studio: Studio, card: AnalysisCard, suggestion: AnalysisSuggestion): void => {
  const { analysis } = studio;
  // The places are those of the text that was analysed: in any other text they would hit other words.
  if (analysis.isStale.get()) {
    studio.notify("info", "文字刚刚有修改，还没有重新分析。请稍候再采用。");
    return;
  }
  const { file, edits } = suggestion;
  analysis.agree(card, suggestion);
  studio.editor.get()?.propose(file, edits);
  const [first] = edits;
  if (first === undefined || analysis.adopted.get() === null || file !== studio.current.get()) return;
  // Where the text would take the place of the panel, the panel stays.
  if (studio.shell.isNarrow.get()) return;
  const { start } = first.span;
  studio.reveal({ start, end: start + first.newText.trimEnd().length });
};

/** Writes 【说明】不提示 for a finding and puts the cursor where its reason goes. */
export const suppress = async (studio: Studio, { code, places }: AnalysisCard): Promise<void> => {
  const [place] = places;
  const text = studio.currentText;
  if (place === undefined || text === null) return;
  if (studio.analysis.isStale.get()) {
    studio.notify("info", "文字刚刚有修改，还没有重新分析。请稍候再注明。");
    return;
  }
  try {
    const fix =
      place.file === text.path
        ? await studio.language.call((api) => api.suppression(text.path, code, place.span))
        : null;
    const now = studio.currentText;
    if (now?.path !== text.path || now.version !== text.version) return;
    if (fix === null) {
      studio.notify("bad", "这一处没有可以写说明的条文。请在政策文件中写明。");
      return;
    }
    for (const { file, edits } of fix.edits) studio.editor.get()?.apply(file, edits);
    if (fix.cursor !== undefined) studio.reveal({ start: fix.cursor, end: fix.cursor }, true);
    studio.notify("info", "请在“理由：”后写明理由；没有理由的不起作用。");
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
  }
};
