import type { PolicyTexts } from "../../worker/worker-api.ts";
import type { Studio } from "../studio.ts";

/** The text of a policy as it stands on the page now, with those of the vocabularies that it uses. */
export const policyTexts = async (studio: Studio, path: string): Promise<PolicyTexts | null> => {
  const { paths } = await studio.language.call((api) => api.sources(path));
  return textsOf(studio, path, paths);
};

/** The same for vocabularies that are known already; null where the policy is not open. */
export const textsOf = (
  studio: Studio,
  path: string,
  vocabularies: readonly string[],
): PolicyTexts | null => {
  const texts = studio.texts.get();
  const policy = texts.get(path);
  if (policy === undefined) return null;
  return {
    path,
    text: policy.text,
    vocabularies: vocabularies.flatMap((each) => {
      const found = texts.get(each);
      return found === undefined ? [] : [{ path: each, text: found.text }];
    }),
  };
};

/** Whether both would be judged alike. */
export const isSameTexts = (left: PolicyTexts, right: PolicyTexts): boolean =>
  left.path === right.path &&
  left.text === right.text &&
  left.vocabularies.length === right.vocabularies.length &&
  left.vocabularies.every(
    ({ path, text }, at) => right.vocabularies[at]?.path === path && right.vocabularies[at].text === text,
  );
