import { MODAL_WORDS, type Force, type ModalText, type Span } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, type Place } from "../place.ts";

/** 应当 → 可以, 不得 → 可以, 可以 → 应当, and 原则上 left out. */
export const modalChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "norm").flatMap(({ inPrinciple }) => dropped(place, inPrinciple)),
  ...nodesIn(place, "action").flatMap(({ modal, inPrinciple }) => [
    ...dropped(place, inPrinciple),
    ...(modal === null ? [] : exchanged(modal.text, modal.span)),
  ]),
];

const OTHERS = {
  must: ["可以"],
  mustNot: ["可以"],
  may: ["应当"],
  encourage: ["应当"],
} as const satisfies Record<Force, readonly ModalText[]>;

const exchanged = (word: string, span: Span): readonly Change[] =>
  isModal(word)
    ? [
        {
          operator: "modal",
          span,
          ways: OTHERS[MODAL_WORDS[word]].map((other) => replace(span.start, span.end, other)),
        },
      ]
    : [];

const isModal = (word: string): word is ModalText => Object.hasOwn(MODAL_WORDS, word);

const dropped = ({ text }: Place, span: Span | null): readonly Change[] => {
  if (span === null) return [];
  const end = text[span.end] === "，" ? span.end + 1 : span.end;
  return [{ operator: "modal", span, ways: [replace(span.start, end, "")] }];
};
