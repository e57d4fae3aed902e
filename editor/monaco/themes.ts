import * as monaco from "monaco-editor/editor";
import type { Theme } from "../state/settings-model.ts";
import { BOLD_ROLES, GROUNDS, TOKEN_COLOURS, TOKEN_ROLES } from "./token-colours.ts";

const BASES = {
  light: "vs",
  dark: "vs-dark",
  "contrast-light": "hc-light",
  "contrast-dark": "hc-black",
} as const satisfies Record<Theme, monaco.editor.BuiltinTheme>;

/** Names and values of the page's own colours, by the names that the editor has for them. */
const FROM_PAGE: Readonly<Record<string, string>> = {
  "editor.background": "--surface",
  "editor.foreground": "--ink",
  "editorLineNumber.foreground": "--muted",
  "editorLineNumber.activeForeground": "--ink",
  "editorCursor.foreground": "--ink",
  "editorWidget.background": "--raised",
  "editorWidget.foreground": "--ink",
  "editorWidget.border": "--line-strong",
  "editorHoverWidget.background": "--raised",
  "editorHoverWidget.foreground": "--ink",
  "editorHoverWidget.border": "--line-strong",
  "editorSuggestWidget.background": "--raised",
  "editorSuggestWidget.foreground": "--ink",
  "editorSuggestWidget.border": "--line-strong",
  "editorSuggestWidget.selectedBackground": "--accent-soft",
  "editorSuggestWidget.selectedForeground": "--ink",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorSuggestWidget.focusHighlightForeground": "--accent",
  "editorError.foreground": "--bad",
  "editorWarning.foreground": "--warn",
  "editorInfo.foreground": "--accent",
  "editorCodeLens.foreground": "--muted",
  "editorInlayHint.foreground": "--muted",
  "editorInlayHint.background": "--muted-soft",
  "editorLightBulb.foreground": "--warn",
  "editorLightBulbAutoFix.foreground": "--accent",
  "editorGroup.border": "--line",
  "editor.placeholder.foreground": "--muted",
  focusBorder: "--focus",
  "menu.background": "--raised",
  "menu.foreground": "--ink",
  "menu.selectionBackground": "--accent-soft",
  "menu.selectionForeground": "--ink",
  "menu.border": "--line-strong",
  "peekView.border": "--accent",
  "peekViewTitle.background": "--ground",
  "peekViewTitleLabel.foreground": "--ink",
  "peekViewTitleDescription.foreground": "--ink-soft",
  "peekViewEditor.background": "--surface",
  "peekViewResult.background": "--ground",
  "peekViewResult.lineForeground": "--ink",
  "peekViewResult.fileForeground": "--ink",
  "peekViewResult.selectionBackground": "--accent-soft",
  "peekViewResult.selectionForeground": "--ink",
  "quickInput.background": "--raised",
  "quickInput.foreground": "--ink",
  "input.background": "--raised",
  "input.foreground": "--ink",
  "input.border": "--line-strong",
  "list.hoverBackground": "--hover",
  "textLink.foreground": "--accent",
};

/** Sets the editor in the colours of the page as they are now; called when the page's colours have changed. */
export const applyTheme = (theme: Theme): void => {
  const style = getComputedStyle(document.documentElement);
  const colours: Record<string, string> = {};
  for (const [name, property] of Object.entries(FROM_PAGE)) {
    const value = wholeHex(style.getPropertyValue(property).trim());
    if (value !== null) colours[name] = value;
  }
  const isDark = theme === "dark" || theme === "contrast-dark";
  monaco.editor.defineTheme(themeName(theme), {
    base: BASES[theme],
    inherit: true,
    rules: rulesOf(theme),
    colors: {
      ...colours,
      "editor.background": `#${GROUNDS[theme].paper}`,
      "editorGutter.background": `#${GROUNDS[theme].paper}`,
      "editor.lineHighlightBackground": "#00000000",
      "editor.lineHighlightBorder": "#00000000",
      ...SELECTION[theme],
      "editorOverviewRuler.infoForeground": HINT[theme],
      "editorUnicodeHighlight.border": isDark ? "#f0c074" : "#8a5300",
      ...(theme === "light" || theme === "dark" ? FINDING[theme] : {}),
    },
  });
  monaco.editor.setTheme(themeName(theme));
};

/** Where contrast is high, selected words take the colour of the ground, so the ground below them is full. */
const SELECTION = {
  light: { "editor.selectionBackground": "#bcd6f5", "editor.inactiveSelectionBackground": "#dbe7f5" },
  dark: { "editor.selectionBackground": "#3a5a85", "editor.inactiveSelectionBackground": "#33475f" },
  "contrast-light": {
    "editor.selectionBackground": "#00338a",
    "editor.inactiveSelectionBackground": "#00338a",
    "editor.selectionForeground": "#ffffff",
  },
  "contrast-dark": {
    "editor.selectionBackground": "#ffff00",
    "editor.inactiveSelectionBackground": "#ffff00",
    "editor.selectionForeground": "#000000",
  },
} as const satisfies Readonly<Record<Theme, Readonly<Record<string, string>>>>;

/** Beside the text, hints on the wording are many and matter least. */
const HINT = {
  light: "#d0ccc3",
  dark: "#4a515b",
  "contrast-light": "#949494",
  "contrast-dark": "#6b6b6b",
} as const satisfies Readonly<Record<Theme, string>>;

/** What is found, and what differs, in the quiet colours of the page; where contrast is high, the editor has its own. */
const FINDING = {
  light: {
    "editor.findMatchBackground": "#f3c969",
    "editor.findMatchHighlightBackground": "#fbeec4",
    "editorOverviewRuler.findMatchForeground": "#d9b04c",
    "peekViewEditor.matchHighlightBackground": "#fbeec4",
    "peekViewResult.matchHighlightBackground": "#fbeec4",
    "diffEditorOverview.insertedForeground": "#1d6b3a66",
    "diffEditorOverview.removedForeground": "#b3261e66",
  },
  dark: {
    "editor.findMatchBackground": "#7d6220",
    "editor.findMatchHighlightBackground": "#453b20",
    "editorOverviewRuler.findMatchForeground": "#8f7530",
    "peekViewEditor.matchHighlightBackground": "#453b20",
    "peekViewResult.matchHighlightBackground": "#453b20",
    "diffEditorOverview.insertedForeground": "#7fcf9a66",
    "diffEditorOverview.removedForeground": "#ff9b9166",
  },
} as const satisfies Readonly<Record<"light" | "dark", Readonly<Record<string, string>>>>;

/** The editor knows #ffffff and not #fff, which a style sheet is shortened to. */
const wholeHex = (value: string): string | null => {
  if (/^#[\da-f]{6}$/i.test(value)) return value;
  return /^#[\da-f]{3}$/i.test(value) ? value.replaceAll(/[\da-f]/gi, "$&$&") : null;
};

const themeName = (theme: Theme): string => `tiaowen-${theme}`;

const rulesOf = (theme: Theme): monaco.editor.ITokenThemeRule[] =>
  Object.entries(TOKEN_ROLES).map(([token, role]) => ({
    token,
    foreground: TOKEN_COLOURS[theme][role],
    ...(BOLD_ROLES.has(role) ? { fontStyle: "bold" } : {}),
  }));
