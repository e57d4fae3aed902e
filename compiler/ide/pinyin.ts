import { OTHER_READINGS, USUAL_READINGS } from "./pinyin-table.ts";

/** For each character the ways it may be typed: 重 is zhong and chong; what is no Han character stands for itself. */
type Readings = readonly (readonly string[])[];

/** Longer words are recognised by their beginning. */
const LONGEST = 24;

/** The ways of reading each character, the usual one first. */
const readTable = (): ReadonlyMap<string, readonly string[]> => {
  const readings = new Map<string, string[]>();
  for (const row of `${USUAL_READINGS} ${OTHER_READINGS}`.split(" ")) {
    const syllable = /^[a-z]+/.exec(row)?.[0] ?? "";
    for (const character of row.slice(syllable.length)) {
      const known = readings.get(character);
      if (known === undefined) readings.set(character, [syllable]);
      else known.push(syllable);
    }
  }
  return readings;
};

let table: ReadonlyMap<string, readonly string[]> | null = null;

/** Every way in which one character may be read, without tones, ü as v, the usual one first. */
export const syllablesOf = (character: string): readonly string[] => {
  table ??= readTable();
  return table.get(character) ?? [character.toLowerCase()];
};

/** How well typed letters fit; smaller is better. */
export type LetterFit = 0 | 1 | 2 | 3;

/**
 * Whether the letters begin the name from its character `from`: whole syllables (0), first letters of all (1), both
 * mixed (2), or only with a reading that a character has elsewhere (3). The last syllable may be unfinished. Null where
 * they do not.
 */
export const matchLetters = (name: string, from: number, letters: string): LetterFit | null => {
  if (letters === "") return 0;
  const typed = letters.toLowerCase().replaceAll("ü", "v");
  // Most names fall out by their first character.
  const first = String.fromCodePoint(name.codePointAt(from) ?? 0);
  if (!syllablesOf(first).some((syllable) => syllable[0] === typed[0])) return null;
  const characters = Array.from(name.slice(from, from + LONGEST));
  const readings = characters.map(syllablesOf);
  if (!fits(readings, typed, MIXED)) return null;
  const own = readings.map(([usual]) => (usual === undefined ? [] : [usual]));
  if (fits(own, typed, WHOLE)) return 0;
  if (fits(own, typed, FIRST)) return 1;
  return fits(own, typed, MIXED) ? 2 : 3;
};

/** What may be typed for a syllable that another one follows. */
type Shorten = (syllable: string) => readonly string[];

const WHOLE: Shorten = (syllable) => [syllable];
const FIRST: Shorten = (syllable) => [syllable.slice(0, 1)];
const MIXED: Shorten = (syllable) => [syllable, syllable.slice(0, 1), ...(/^[zcs]h/.exec(syllable) ?? [])];

const fits = (readings: Readings, typed: string, shorten: Shorten): boolean => {
  let places = new Set([0]);
  for (const ways of readings) {
    if (places.size === 0) return false;
    const next = new Set<number>();
    for (const place of places) {
      for (const syllable of ways) {
        if (shorten !== FIRST && syllable.startsWith(typed.slice(place))) return true;
        for (const part of shorten(syllable)) {
          if (!typed.startsWith(part, place)) continue;
          if (place + part.length === typed.length) return true;
          next.add(place + part.length);
        }
      }
    }
    places = next;
  }
  return false;
};
