import { effect } from "./effect.ts";
import type { Studio } from "./studio.ts";
import { themeOf } from "./theme.ts";

/** Below this width one part is shown at a time. */
const NARROW = "(max-width: 899px)";

/** Keeps the page's colours, title and arrangement in step with the state and with what the computer asks for. */
export const followWindow = (studio: Studio): void => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const narrow = matchMedia(NARROW);
  const look = (): void => {
    const preferences = { isDark: dark.matches, isContrast: contrast.matches };
    const theme = themeOf(studio.shell.themeChoice.get(), preferences);
    studio.theme.set(theme);
    document.documentElement.dataset["theme"] = theme;
  };
  const arrange = (): void => {
    studio.shell.isNarrow.set(narrow.matches);
  };
  for (const media of [dark, contrast]) media.addEventListener("change", look);
  narrow.addEventListener("change", arrange);
  // What is unsaved lies in the journal and comes back; only where that failed is the leaving asked about.
  window.addEventListener("beforeunload", (event) => {
    if (studio.isReady.get() && !studio.documents.isSafe) event.preventDefault();
  });
  arrange();
  effect(look);
  effect(() => {
    const title = studio.details.get()?.title ?? studio.current.get();
    const isDirty = [...studio.texts.get().values()].some((text) => text.isDirty);
    const words = `${isDirty ? "● " : ""}${title === null ? "" : `${title} · `}条文`;
    // With every key the same again: the browser would be told each time.
    if (document.title !== words) document.title = words;
  });
};
