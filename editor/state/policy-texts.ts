import type { PolicyTexts } from "../worker/worker-api.ts";
import type { Studio } from "./studio.ts";

/** A policy with the vocabularies that it uses, as they stand in the editor now; null where it is not open. */
export const policyTexts = async (studio: Studio, path: string): Promise<PolicyTexts | null> => {
  const { paths } = await studio.language.call((api) => api.sources(path));
  const texts = studio.texts.get();
  const text = texts.get(path);
  if (text === undefined) return null;
  return {
    path,
    text: text.text,
    vocabularies: paths.flatMap((each) => {
      const known = texts.get(each);
      return known === undefined ? [] : [{ path: each, text: known.text }];
    }),
  };
};
