import * as monaco from "monaco-editor/editor";
import { LANGUAGE } from "../language.ts";
import { plain } from "../plain-text.ts";
import { askLanguage, type ProviderContext } from "./context.ts";

/** What a word means, and where it comes from. */
export const registerHover = (context: ProviderContext): monaco.IDisposable =>
  monaco.languages.registerHoverProvider(LANGUAGE, {
    provideHover: async (model, position) => {
      const session = context.sessionOf(model);
      if (session === null) return null;
      const card = await askLanguage(
        context,
        session,
        (api) => api.hover(session.path, model.getOffsetAt(position)),
        null,
      );
      if (card === null) return null;
      const lines = card.lines.map(({ label, text }) =>
        label === "" ? plain(text) : `${plain(label)}：${plain(text)}`,
      );
      return {
        range: session.rangeOf(card.span),
        contents: [
          { value: `**${plain(card.title)}**`, supportHtml: false, isTrusted: false },
          { value: lines.join("\n\n"), supportHtml: false, isTrusted: false },
        ],
      };
    },
  });
