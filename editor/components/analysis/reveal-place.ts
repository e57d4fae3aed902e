import { placeNow } from "../../state/analysis/place-now.ts";
import type { Studio } from "../../state/studio.ts";
import type { AnalysisPlace } from "../../worker/worker-api.ts";

/** Shows the words of a finding where they stand now, whatever was written since the analysis. */
export const revealPlace = (studio: Studio, place: AnalysisPlace | undefined, focus = false): void => {
  if (place !== undefined) void reveal(studio, place, focus);
};

const reveal = async (studio: Studio, { file, span }: AnalysisPlace, focus: boolean): Promise<void> => {
  const made = studio.analysis.made.get();
  if (made === null) return;
  const before = [made.texts, ...made.texts.vocabularies].find(({ path }) => path === file)?.text;
  await studio.show(file);
  const now = studio.texts.get().get(file)?.text;
  const found = before === undefined || now === undefined ? null : placeNow(before, now, span);
  if (found === null) studio.notify("info", "这一处文字已经修改或者删除。");
  else studio.reveal(withoutBlankEnd(now!, found), focus);
};

/** A block ends with the blank lines behind it; they are not selected. */
const withoutBlankEnd = (text: string, { start, end }: AnalysisPlace["span"]): AnalysisPlace["span"] => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});
