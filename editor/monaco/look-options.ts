import * as monaco from "monaco-editor/editor";
import type { Look, LookKind } from "./looks.ts";

const { AlwaysGrowsWhenTypingAtEdges, NeverGrowsWhenTypingAtEdges } = monaco.editor.TrackedRangeStickiness;

const GROUND = { isWholeLine: true, stickiness: AlwaysGrowsWhenTypingAtEdges };
const WORDS = { stickiness: NeverGrowsWhenTypingAtEdges, inlineClassNameAffectsLetterSpacing: true };

/** How each look is set; what a name means is in the style sheet of the editor. */
const OPTIONS = {
  block: {
    ...GROUND,
    className: "tw-block",
    blockClassName: "tw-block-frame",
    marginClassName: "tw-block-margin",
    inlineClassName: "tw-code",
    inlineClassNameAffectsLetterSpacing: true,
  },
  mark: {
    ...GROUND,
    className: "tw-mark",
    marginClassName: "tw-block-margin",
    inlineClassName: "tw-code",
    inlineClassNameAffectsLetterSpacing: true,
  },
  title: { ...WORDS, inlineClassName: "tw-title" },
  chapter: { ...WORDS, inlineClassName: "tw-chapter" },
  section: { ...WORDS, inlineClassName: "tw-section" },
  number: { ...WORDS, inlineClassName: "tw-number" },
  furniture: { ...WORDS, inlineClassName: "tw-furniture" },
} as const satisfies Record<LookKind, monaco.editor.IModelDecorationOptions>;

/** Lines that stand in the middle of the page. */
export const CENTRED: ReadonlySet<LookKind> = new Set<LookKind>(["title", "chapter"]);

/**
 * `columns` is how many full-width characters go into a line. A line in the middle gets blanks before it that belong
 * to the editor and not to the text.
 */
export const lookOptions = (look: Look, columns: number): monaco.editor.IModelDecorationOptions => {
  const options = OPTIONS[look.kind];
  if (!CENTRED.has(look.kind)) return options;
  const blanks = Math.floor((columns - (look.end - look.start)) / 2);
  return blanks <= 0
    ? options
    : {
        ...options,
        before: { content: "\u3000".repeat(blanks), cursorStops: monaco.editor.InjectedTextCursorStops.None },
      };
};
