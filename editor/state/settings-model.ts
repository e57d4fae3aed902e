export const THEMES = ["light", "dark", "contrast-light", "contrast-dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What the lower and the right pane can show. */
export const LOWER_VIEWS = ["problems", "run", "map", "cases"] as const;
export type LowerView = (typeof LOWER_VIEWS)[number];
export const SIDE_VIEWS = ["explain", "notes"] as const;
export type SideView = (typeof SIDE_VIEWS)[number];
/** Which work the whole window is given to. */
export const MODES = ["write", "compare", "help"] as const;
export type Mode = (typeof MODES)[number];
