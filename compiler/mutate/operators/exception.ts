import type { Phrase } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, type Place } from "../place.ts";

/** Rules without one of their exceptions: a whole 【例外】, 但…的除外, 除…外. */
export const exceptionChanges = (place: Place): readonly Change[] => [
  ...wholeBlock(place),
  ...nodesIn(place, "item").flatMap(({ proviso }) => (proviso === null ? [] : proviseChange(place, proviso))),
  ...nodesIn(place, "norm").flatMap(({ provisos, excluding, additional }) => [
    ...provisos.flatMap((proviso) => proviseChange(place, proviso)),
    ...(additional || excluding.length === 0 ? [] : excludingChange(place, excluding)),
  ]),
];

const wholeBlock = ({ block }: Place): readonly Change[] => {
  if (block.kind !== "exception") return [];
  const { headerSpan, bodySpan, span: whole } = block.segment;
  const span = { start: headerSpan.start, end: bodySpan.end };
  // The 【完】 behind it stays where it also ends another block.
  const ways = [bodySpan.end, whole.end].map((end) => replace(headerSpan.start, end, ""));
  return [{ operator: "exception", span, ways }];
};

const proviseChange = ({ text }: Place, { span }: Phrase): readonly Change[] => {
  const start = text.slice(0, span.start).search(/，?\s*但是?\s*$/u);
  const end = /^(?:的)?\s*除外/u.exec(text.slice(span.end, span.end + FAR));
  if (start < 0 || end === null) return [];
  const whole = { start, end: span.end + end[0].length };
  return [{ operator: "exception", span: whole, ways: [replace(whole.start, whole.end, "")] }];
};

const excludingChange = ({ text }: Place, excluding: readonly Phrase[]): readonly Change[] => {
  const start = text.slice(0, excluding[0]!.span.start).search(/除\s*$/u);
  const last = excluding.at(-1)!.span.end;
  const end = /^(?:的)?\s*(?:以外|之外|外)，?/u.exec(text.slice(last, last + FAR));
  if (start < 0 || end === null) return [];
  const whole = { start, end: last + end[0].length };
  return [{ operator: "exception", span: whole, ways: [replace(whole.start, whole.end, "")] }];
};

/** Words that end an exception are short. */
const FAR = 12;
