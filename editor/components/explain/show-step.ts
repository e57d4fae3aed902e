import type { Studio } from "../../state/studio.ts";
import type { Explanation, Span } from "../../worker/worker-api.ts";
import { placesOfStep } from "./places.ts";

type Step = Explanation["step"];
type Citation = Explanation["outcome"]["citations"][number];

/** Selects the quoted words that a step rests on, and marks the words of the rule beside them. */
export const showStep = (studio: Studio, step: Step, citations: readonly Citation[]): void => {
  const { run } = studio;
  const texts = run.ranWith.get()?.texts;
  const open = studio.currentText;
  if (texts === undefined || open === null) return;
  if (open.path !== texts.path) {
    studio.notify("info", "这一结果属于另一份政策，请先打开那份政策。");
    return;
  }
  const places = placesOfStep(step, citations, { ranWith: texts.text, now: open.text });
  const first: Span | undefined = places[0];
  if (first === undefined) {
    studio.notify("info", "条文改动之后找不到这些文字了。请重新核对。");
    return;
  }
  studio.reveal(first);
  studio.editor.get()?.mark(places);
};
