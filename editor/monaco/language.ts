import * as monaco from "monaco-editor/editor";

/** Name of the language, and of everything that the page puts into the editor. */
export const LANGUAGE = "tiaowen";

export const registerLanguage = (): void => {
  if (monaco.languages.getLanguages().some(({ id }) => id === LANGUAGE)) return;
  monaco.languages.register({ id: LANGUAGE, extensions: [".tiaowen"] });
  monaco.languages.setLanguageConfiguration(LANGUAGE, {
    // A run of characters between two marks of punctuation; what is completed is told by the analysis itself.
    wordPattern: /[A-Za-z0-9_\u00b7\u3400-\u9fff\uf900-\ufaff]+/u,
    brackets: [
      ["「", "」"],
      ["（", "）"],
      ["“", "”"],
    ],
    autoClosingPairs: [
      { open: "「", close: "」" },
      { open: "（", close: "）" },
    ],
    surroundingPairs: [
      { open: "「", close: "」" },
      { open: "（", close: "）" },
      { open: "“", close: "”" },
    ],
  });
};

export const uriOf = (path: string): monaco.Uri => monaco.Uri.from({ scheme: LANGUAGE, path: `/${path}` });

export const pathOf = (uri: monaco.Uri): string => uri.path.slice(1);
