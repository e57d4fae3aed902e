import type { Theme, ThemeChoice } from "./settings-model.ts";

/** What the computer asks for. */
export interface Preferences {
  readonly isDark: boolean;
  readonly isContrast: boolean;
}

/** The colours to be shown: those that were chosen, otherwise those that the computer asks for. */
export const themeOf = (choice: ThemeChoice, { isDark, isContrast }: Preferences): Theme => {
  if (choice !== "system") return choice;
  const shade = isDark ? "dark" : "light";
  return isContrast ? `contrast-${shade}` : shade;
};
