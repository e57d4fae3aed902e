/** What a piece of text means to its reader; a terminal gives each tone a colour, a file gives none. */
export type Tone = "bad" | "warning" | "good" | "muted" | "strong";

export type Paint = (tone: Tone, text: string) => string;

/** For files, pipes and NO_COLOR. */
export const plain: Paint = (_tone, text) => text;
