import type { OfficialDocument, Provision } from "../../../language/document/index.ts";
import { span, type Span } from "../../../language/source.ts";

/** Text to put in place of `remove` characters, at an offset of the clean text. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** What is done to a clean text, and the places (in the clean text) where a reader may point at it. */
export interface Damage {
  readonly edits: readonly Edit[];
  readonly places: readonly Span[];
  readonly what: string;
}

/** Chooses places and words; the same seed chooses the same. */
export interface Choice {
  readonly whole: (low: number, high: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

export type Injector = (document: OfficialDocument, choice: Choice) => Damage | null;

export const choiceFrom = (next: () => number): Choice => {
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { whole, pick: (items) => items[whole(0, items.length - 1)]! };
};

/** A place that was only added to, changed or taken from. */
export const oneEdit = (at: number, remove: number, insert: string, what: string): Damage => ({
  edits: [{ at, remove, insert }],
  places: [span(at, at + remove)],
  what,
});

/** The words of one provision in one unbroken run. */
export interface Run {
  readonly provision: Provision;
  readonly span: Span;
  readonly text: string;
}

/** Runs of running text: no titles, no annexes, no letters around the document. */
export const runsOf = (document: OfficialDocument): Run[] =>
  document.provisions.flatMap((provision) =>
    RUNNING.has(provision.level) && !isInAnnex(provision)
      ? provision.pieces.map((piece) => ({
          provision,
          span: piece,
          text: document.source.text.slice(piece.start, piece.end),
        }))
      : [],
  );

const RUNNING: ReadonlySet<string> = new Set(["paragraph", "item", "subitem"]);

const isInAnnex = ({ level, parent }: Provision): boolean =>
  level === "annex" || (parent !== null && isInAnnex(parent));

export interface Match {
  readonly run: Run;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

/** Where a pattern (with the flag g) stands in running text. */
export const matchesOf = (document: OfficialDocument, pattern: RegExp): Match[] =>
  runsOf(document).flatMap((run) =>
    [...run.text.matchAll(pattern)].map((match) => ({
      run,
      start: run.span.start + match.index,
      end: run.span.start + match.index + match[0].length,
      groups: match.map((group) => group ?? ""),
    })),
  );

export const pickMatch = (document: OfficialDocument, choice: Choice, pattern: RegExp): Match | null => {
  const matches = matchesOf(document, pattern);
  return matches.length === 0 ? null : choice.pick(matches);
};

/** Two-character words of every law; a break between their characters is a break in mid-word. */
export const WORD =
  /(?:规定|部门|机构|人民|政府|应当|管理|单位|申请|行政|责任|处罚|保护|组织|监督|建设|国家|社会|工作|人员|活动|要求|经营|安全|检查|批准|依法)/g;

/** A place in mid-word, far enough from the ends of its run to be inside a sentence. */
export const midWord = (document: OfficialDocument, choice: Choice): number | null => {
  const inside = matchesOf(document, WORD).filter(
    ({ run, start, end }) =>
      start - run.span.start > 12 &&
      run.span.end - end > 12 &&
      !/[。；：，、]/.test(run.text.slice(start - run.span.start - 1, end - run.span.start + 1)),
  );
  return inside.length === 0 ? null : choice.pick(inside).start + 1;
};

/** The end of a sentence in the middle or at the end of a paragraph of an article. */
export const sentenceEnd = (document: OfficialDocument, choice: Choice): Match | null => {
  const ends = matchesOf(document, /。/g).filter(
    ({ run }) => run.provision.level === "paragraph" && run.provision.children.length === 0,
  );
  return ends.length === 0 ? null : choice.pick(ends);
};

/** A sentence that is added to the text behind another. */
export const addSentence = (
  document: OfficialDocument,
  choice: Choice,
  sentence: string,
  what: string,
): Damage | null => {
  const end = sentenceEnd(document, choice);
  return end === null ? null : oneEdit(end.end, 0, sentence, what);
};
