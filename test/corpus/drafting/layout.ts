import { span } from "../../../language/source.ts";
import {
  matchesOf,
  midWord,
  oneEdit,
  pickMatch,
  WORD,
  type Choice,
  type Injector,
  type Match,
} from "./damage.ts";

/** A paragraph that a page break cut inside a word. */
export const paragraphCut: Injector = (document, choice) => {
  const at = midWord(document, choice);
  return at === null ? null : oneEdit(at, 0, choice.pick(["\n\n", "\n", "\r\n\r\n"]), "cut in mid-word");
};

/** A page number that stands between the halves of a sentence, or was pasted into it. */
export const pageNumber: Injector = (document, choice) => {
  const at = midWord(document, choice);
  if (at === null) return null;
  const page = choice.whole(2, 28);
  const written = choice.pick([
    `\n\n— ${page} —\n\n`,
    `\n- ${page} -\n`,
    `\n\n${page}\n\n`,
    `\n第${page}页 共30页\n`,
    `\n第 ${page} 页\n`,
    `— ${page} —`,
    `－${page}－`,
    `第${page}页 共30页`,
  ]);
  return oneEdit(at, 0, written, `page number ${page}`);
};

/** Characters printed again behind a break, or a word typed twice. */
export const repeatedWords: Injector = (document, choice) => {
  const words = matchesOf(document, WORD).filter(
    ({ run, start, end }) => start - run.span.start > 8 && run.span.end - end > 8,
  );
  if (words.length === 0) return null;
  const word = choice.pick(words);
  const written = word.groups[0]!;
  if (choice.whole(0, 1) === 0) {
    const places = [span(word.start, word.end)];
    const edits = [{ at: word.end, remove: 0, insert: written }];
    return { edits, places, what: `${written} twice` };
  }
  const repeated = choice.pick([written.slice(0, 1), written]);
  const insert = `${choice.pick(["\n\n", "\n"])}${repeated}`;
  const at = word.start + repeated.length;
  return {
    edits: [{ at, remove: 0, insert }],
    places: [span(word.start, word.end)],
    what: `${repeated} again behind a break`,
  };
};

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
};

/** Punctuation in half width where the text round it is Chinese. */
export const width: Injector = (document, choice) => {
  const { text } = document.source;
  const mark = pickMatch(
    document,
    choice,
    choice.pick([
      /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/g,
      /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])/g,
      /(?<=[\u4e00-\u9fff])；/g,
      /(?<=[\u4e00-\u9fff])：/g,
      /(?<=[\u4e00-\u9fff])[（）](?=[\u4e00-\u9fff])/g,
    ]),
  );
  if (mark === null) return null;
  const half = HALF[text[mark.start]!]!;
  return oneEdit(mark.start, 1, half, `half-width ${half}`);
};

/** One of a pair of brackets lost. */
export const brackets: Injector = (document, choice) => {
  const pair = pickMatch(document, choice, /(?<=[\u4e00-\u9fff》”\d])（[^（）\n]{2,40}）/g);
  return pair === null ? null : oneLost(choice, pair, "bracket");
};

/** One of a pair of quotation or book marks lost. */
export const quotes: Injector = (document, choice) => {
  const pair = pickMatch(document, choice, /“[^“”\n]{1,30}”|《[^《》\n]{2,40}》/g);
  return pair === null ? null : oneLost(choice, pair, "mark");
};

const oneLost = (choice: Choice, pair: Match, name: string) => {
  const at = choice.pick([pair.start, pair.end - 1]);
  return {
    edits: [{ at, remove: 1, insert: "" }],
    places: [span(pair.start, pair.end)],
    what: `${at === pair.start ? "opening" : "closing"} ${name} lost`,
  };
};

/** Marks that cannot follow each other, as hurried editing leaves them. */
export const punctuation: Injector = (document, choice) => {
  const mark = pickMatch(document, choice, /(?<=[\u4e00-\u9fff])[，。；](?!$)/g);
  if (mark === null) return null;
  const written = mark.groups[0]!;
  const doubled = choice.pick([`${written}${written}`, `，${written}`, `${written}，`, `、${written}`]);
  return oneEdit(mark.start, 1, doubled, `${doubled} together`);
};
