import type { Studio } from "../../state/studio.ts";
import { WorkerEnded } from "../../worker/connection.ts";
import { FixEvent } from "../../monaco/fix-event.ts";
import type { Finding } from "../../worker/worker-api.ts";

/** Mends a finding where one way is the best, offers the ways where there are several, and shows the place. */
export const applyFirstFix = async (studio: Studio, finding: Finding): Promise<void> => {
  await studio.show(finding.file);
  const textNow = (): string | undefined => studio.texts.get().get(finding.file)?.text;
  const before = textNow();
  try {
    const fixes = await studio.language.call((api) => api.quickFixes(finding.file, finding.span));
    // Changes that were made for other words would hit the wrong ones.
    if (textNow() !== before) return;
    const own = fixes.filter(({ code }) => code === finding.code);
    if (own.length === 0) {
      studio.notify("info", "这一处没有现成的改法，请按说明修改。");
      return;
    }
    studio.reveal(finding.span, true);
    const fix = own.find(({ preferred }) => preferred) ?? (own.length === 1 ? own[0] : undefined);
    if (fix === undefined) {
      // None is better than the others: the person chooses.
      studio.editor.get()?.trigger("editor.action.quickFix");
      return;
    }
    window.dispatchEvent(new FixEvent(fix.edits));
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
  }
};
