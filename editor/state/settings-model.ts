export const THEMES = ["light", "dark", "contrast-light", "contrast-dark"] as const;
export type Theme = (typeof THEMES)[number];
/** What the person chose; `system` goes with what the computer asks for. */
export const THEME_CHOICES = ["system", ...THEMES] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** What the lower and the right pane can show. */
export const LOWER_VIEWS = ["problems", "run", "map", "cases", "analysis"] as const;
export type LowerView = (typeof LOWER_VIEWS)[number];
export const SIDE_VIEWS = ["explain", "notes"] as const;
export type SideView = (typeof SIDE_VIEWS)[number];
/** Which work the whole window is given to. */
export const MODES = ["write", "compare", "help"] as const;
export type Mode = (typeof MODES)[number];
/** The one part that a narrow window shows. */
export const NARROW_VIEWS = ["outline", "text", "lower", "side"] as const;
export type NarrowView = (typeof NARROW_VIEWS)[number];

/** Sizes in pixels of the panes around the text, and which of them are folded away. */
export interface Layout {
  readonly outlineWidth: number;
  readonly lowerHeight: number;
  readonly sideWidth: number;
  readonly outlineFolded: boolean;
  readonly lowerFolded: boolean;
  readonly sideFolded: boolean;
}

export const DEFAULT_LAYOUT: Layout = {
  outlineWidth: 260,
  lowerHeight: 300,
  sideWidth: 340,
  outlineFolded: false,
  lowerFolded: false,
  sideFolded: false,
};
