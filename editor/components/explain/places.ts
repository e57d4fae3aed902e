import type { Explanation, Span } from "../../worker/worker-api.ts";

type Step = Explanation["step"];
type Citation = Explanation["outcome"]["citations"][number];

interface Texts {
  /** The text that the result was made with. */
  readonly ranWith: string;
  /** The text as it stands now. */
  readonly now: string;
}

/** Where the words of a step stand now: the quoted words of the law first, then those of the rule. */
export const placesOfStep = (step: Step, citations: readonly Citation[], texts: Texts): readonly Span[] =>
  [quotedPlace(step, citations), step.span]
    .filter((span) => span !== null)
    .flatMap((span) => placeNow(span, texts) ?? []);

const quotedPlace = ({ quote, label, ruleItem }: Step, citations: readonly Citation[]): Span | null => {
  if (quote === null || quote === "") return null;
  const same = citations.filter((citation) => citation.quote === quote);
  const found = same.find((each) => each.ruleItem === ruleItem && each.label === label) ?? same[0];
  return found === undefined ? null : { start: found.start, end: found.end };
};

/** The same words in a text that was changed since: where they stand nearest to the old place. */
export const placeNow = (span: Span, { ranWith, now }: Texts): Span | null => {
  if (ranWith === now) return span;
  const words = ranWith.slice(span.start, span.end);
  const after = now.indexOf(words, span.start);
  const before = now.lastIndexOf(words, span.start);
  if (words === "" || (after === -1 && before === -1)) return null;
  const isAfter = before === -1 || (after !== -1 && after - span.start <= span.start - before);
  const start = isAfter ? after : before;
  return { start, end: start + words.length };
};
