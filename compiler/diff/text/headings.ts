import type { Level } from "../../../language/index.ts";
import { grouped } from "./grouped.ts";
import { joinBest, newPairing, type Candidate, type Pairing } from "./pairing.ts";
import { plainSimilarity, profileOf } from "./profile.ts";
import type { HeadingUnit, TextUnits } from "./unit.ts";

/** Which heading became which: by what stands under them, and by their words. */
export const alignHeadings = (left: TextUnits, right: TextUnits, provisions: Pairing): Pairing => {
  const pairing = newPairing(left.headings.length, right.headings.length);
  const votes = votesOf(left, right, provisions);
  const sizes = { left: sizesOf(left), right: sizesOf(right) };
  const rights = right.headings.length;
  const candidates: Candidate[] = [];
  for (const key of new Set([...votes.keys(), ...sameWords(left.headings, right.headings)])) {
    const [own, other] = [Math.floor(key / rights), key % rights];
    const [one, two] = [left.headings[own]!, right.headings[other]!];
    const most = Math.max(sizes.left[own]!, sizes.right[other]!, 1);
    const words =
      one.words === two.words && one.words !== ""
        ? 1
        : plainSimilarity(profileOf(one.words), profileOf(two.words));
    const sameNumber =
      one.provision.level === two.provision.level && one.provision.path === two.provision.path;
    const score = (votes.get(key) ?? 0) / most + words + (sameNumber ? 0.05 : 0);
    candidates.push({ left: own, right: other, score });
  }
  joinBest(pairing, candidates, 0.5);
  return pairing;
};

/** 章 stands against 一、, 节 against （一）, where the forms differ. */
export const RANKS = {
  annex: 0,
  book: 1,
  part: 2,
  chapter: 3,
  heading1: 3,
  section: 4,
  heading2: 4,
  heading3: 5,
  heading4: 6,
  article: 7,
  paragraph: 8,
  item: 9,
  subitem: 10,
  lead: 8,
  preamble: 8,
  closing: 8,
} as const satisfies Record<Level, number>;

const votesOf = (left: TextUnits, right: TextUnits, provisions: Pairing): Map<number, number> => {
  const indexes = new Map(right.headings.map((heading, index) => [heading, index]));
  const own = new Map(left.headings.map((heading, index) => [heading, index]));
  const votes = new Map<number, number>();
  for (const [at, partner] of provisions.right.entries()) {
    if (partner === -1) continue;
    for (const above of left.provisions[at]!.under) {
      for (const counterpart of right.provisions[partner]!.under) {
        if (RANKS[counterpart.provision.level] !== RANKS[above.provision.level]) continue;
        const key = own.get(above)! * right.headings.length + indexes.get(counterpart)!;
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
  }
  return votes;
};

/** How many provisions stand under each heading. */
const sizesOf = ({ headings, provisions }: TextUnits): readonly number[] => {
  const sizes = new Map<HeadingUnit, number>();
  for (const { under } of provisions) {
    for (const above of under) sizes.set(above, (sizes.get(above) ?? 0) + 1);
  }
  return headings.map((heading) => sizes.get(heading) ?? 0);
};

/** Headings of one rank with the same words; 一般规定, which stands under every chapter, is left to the votes. */
const sameWords = (lefts: readonly HeadingUnit[], rights: readonly HeadingUnit[]): readonly number[] => {
  const keyOf = ({ words, provision }: HeadingUnit): string => `${RANKS[provision.level]} ${words}`;
  const there = grouped(rights.keys(), (index) => keyOf(rights[index]!));
  const pairs: number[] = [];
  for (const [key, own] of grouped(lefts.keys(), (index) => keyOf(lefts[index]!))) {
    const others = there.get(key) ?? [];
    if (own.length * others.length > MOST_PAIRS) continue;
    for (const left of own) for (const right of others) pairs.push(left * rights.length + right);
  }
  return pairs;
};

const MOST_PAIRS = 2500;
