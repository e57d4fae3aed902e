import type { ListHead } from "../ast.ts";
import type { Body, Segment } from "../build-ast/sentences.ts";
import type { Span } from "../source.ts";
import type { BlockReading } from "./block-context.ts";

/** Where parts of a sentence stand; each place has a use for some of them only. */
export type Place = "norm" | "item" | "exception";

/** Says which parts would have no effect where they stand, so that none of them is lost in silence. */
export const reportLeftOut = (reading: BlockReading, segments: readonly Segment[], place: Place): void => {
  const report = (span: Span, expected: string): void => {
    const { text } = reading.input;
    reading.report("unexpected-word", span, { found: `“${text.slice(span.start, span.end)}”`, expected });
  };
  let guards = 0;
  for (const segment of segments) {
    switch (segment.kind) {
      case "exclusion":
        if (place !== "norm") report(segment.span, NO_EXCLUSION);
        break;
      case "value":
        if (place !== "item") report(segment.span, NO_VALUE);
        break;
      case "proviso":
        if (place === "exception") report(segment.span, NO_PROVISO);
        else if (place === "item" && segment.phrases.length > 1) report(segment.span, ONE_PROVISO);
        break;
      case "body":
        if (place !== "norm" && segment.action !== null) report(segment.action.span, NO_ACTION[place]);
        else if (place !== "norm" && segment.inPrinciple !== null) report(segment.inPrinciple, NO_PRINCIPLE);
        else if (place !== "norm" && segment.deadline !== null)
          report(segment.deadline.span, NO_ACTION[place]);
        break;
      case "guard":
        if ((guards += 1) === 2) report(segment.span, ONE_GUARD);
        break;
      case "basis":
      case "otherwise":
      case "broken":
        break;
    }
  }
  const second = headsOf(segments)[1];
  if (second !== undefined) report(second.span, ONE_LIST);
};

const NO_EXCLUSION = "“除……外”写在这里不起作用。请在这一项末尾写“，但……的除外”，或者写在各项前面的一句里";
const NO_VALUE =
  "“为……”接不上前面的措施。要认定为某一类的，请写【认定】；是条件的，请写在措施前面，末尾写“的，”";
const NO_PROVISO = "【例外】里不能再写“但……的除外”。请写在条件里，如“且不属于……”";
const ONE_PROVISO = "一项里只能除外一种情形。请把几种情形写成“但……或者……的除外”";
const NO_PRINCIPLE = "“原则上”写在这里不起作用。请写在措施前面";
const NO_ACTION = {
  item: "各项里只写情形或者条件，不写“应当”这样的词和措施。措施请写在各项前面的一句里；各项的措施不同的，请分成几句",
  exception: "【例外】里只写条件和“不受……限制”。要规定措施的，请另写一句【规则】",
} as const satisfies Record<Exclude<Place, "norm">, string>;
const ONE_GUARD = "这里已经写明了一种读法。请只写一个“限「……」读法……”";
const ONE_LIST =
  "这一句前面已经有“下列情形”“下列条件”这样的话，分不清后面的各项属于哪一处。请分成两句，各写各的各项";

const headsOf = (segments: readonly Segment[]): readonly ListHead[] =>
  segments
    .filter((segment): segment is Body => segment.kind === "body")
    .flatMap(({ head, action }) => [head, action?.head ?? null])
    .filter((head) => head !== null);
