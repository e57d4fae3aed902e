import { pinyin } from "pinyin-pro";

/** For each character the ways it may be typed: 重 is zhong and chong; what is no Han character stands for itself. */
export type Readings = readonly (readonly string[])[];

/** Read once per name; a name that is typed letter by letter must not fill the memory. */
const known = new Map<string, Readings>();
const MOST_NAMES = 20_000;
/** Longer words are recognised by their beginning. */
const LONGEST = 24;
const HAN = /\p{Script=Han}/u;

/** The syllables of a name without tones, ü as v, small letters. */
export const readingsOf = (name: string): Readings => {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MOST_NAMES) known.clear();
  const characters = [...name].slice(0, LONGEST);
  const chosen = pinyin(characters.join(""), { toneType: "none", type: "array", v: true });
  const readings = characters.map((character, index) => {
    if (!HAN.test(character)) return [character.toLowerCase()];
    const others = syllablesOf(character);
    const first = chosen.length === characters.length ? chosen[index]! : others[0]!;
    return [...new Set([first, ...others])].filter((syllable) => /^[a-z]+$/.test(syllable));
  });
  known.set(name, readings);
  return readings;
};

const syllables = new Map<string, readonly string[]>();

/** Every way in which one character may be read. */
const syllablesOf = (character: string): readonly string[] => {
  let found = syllables.get(character);
  if (found === undefined) {
    found = pinyin(character, { toneType: "none", type: "array", v: true, multiple: true });
    syllables.set(character, found);
  }
  return found;
};

/** How well typed letters fit; smaller is better. */
export type LetterFit = 0 | 1 | 2;

/**
 * Whether the letters begin the name from its character `from`: whole syllables (0), first letters of all (1), or
 * both mixed (2). The last syllable may be unfinished. Null where they do not.
 */
export const matchLetters = (name: string, from: number, letters: string): LetterFit | null => {
  const typed = letters.toLowerCase().replaceAll("ü", "v");
  if (typed === "") return 0;
  // Most names fall out by their first character, before the whole of them is read.
  const first = [...name.slice(from, from + 2)][0];
  if (first === undefined) return null;
  if (HAN.test(first) && !syllablesOf(first).some((syllable) => syllable[0] === typed[0])) return null;
  const readings = readingsOf(name);
  if (readings.length <= from || !readings[from]!.some((syllable) => syllable[0] === typed[0])) return null;
  if (fits(readings, from, typed, WHOLE)) return 0;
  if (fits(readings, from, typed, FIRST)) return 1;
  return fits(readings, from, typed, MIXED) ? 2 : null;
};

/** What may be typed for a syllable that another one follows. */
type Shorten = (syllable: string) => readonly string[];

const WHOLE: Shorten = (syllable) => [syllable];
const FIRST: Shorten = (syllable) => [syllable[0]!];
const MIXED: Shorten = (syllable) => [syllable, syllable[0]!, ...(/^[zcs]h/.exec(syllable) ?? [])];

const fits = (readings: Readings, from: number, typed: string, shorten: Shorten): boolean => {
  let places = new Set([0]);
  for (let index = from; index < readings.length && places.size > 0; index += 1) {
    const next = new Set<number>();
    for (const place of places) {
      for (const syllable of readings[index]!) {
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
