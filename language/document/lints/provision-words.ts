import { parseNumeral } from "../../numerals.ts";
import type { OfficialDocument, Provision } from "../model.ts";
import { provisionText } from "../provision-text.ts";

/** What is asked of the words of one provision again and again, read once. */
export interface ProvisionWords {
  /** The numbers （一）, 一、, 一是 and 1. that stand in its words. */
  readonly numbersWithin: (provision: Provision) => ReadonlySet<number>;
}

export const provisionWords = (document: OfficialDocument): ProvisionWords => {
  const numbers = new Map<Provision, ReadonlySet<number>>();
  return {
    numbersWithin: (provision) => {
      const known = numbers.get(provision) ?? readNumbers(provisionText(document, provision));
      numbers.set(provision, known);
      return known;
    },
  };
};

const NUMBER =
  /[（(]([一二三四五六七八九十0-9]{1,4})[）)]|([一二三四五六七八九十]{1,3})[、是]|([0-9]{1,3})[.．]/g;

const readNumbers = (words: string): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const [, bracketed, ideograph, digits] of words.matchAll(NUMBER)) {
    const number = parseNumeral(bracketed ?? ideograph ?? digits!);
    if (number !== null) numbers.add(number);
  }
  return numbers;
};
