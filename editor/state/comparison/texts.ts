import type { ComparedTexts, PolicyTexts, RegisterFile } from "../../worker/worker-api.ts";
import { policyName } from "../policy-name.ts";
import { policyTexts } from "../policy-texts.ts";
import { hasBundledData, readBundled } from "../run/bundled-data.ts";
import { isSameTexts, textsOf } from "../run/policy-texts.ts";
import type { Studio } from "../studio.ts";
import { decodeText } from "../text-codec.ts";

/** A document as it stands now; null where it is gone. */
export const comparedText = async (
  studio: Studio,
  path: string,
  opened: ReadonlyMap<string, string>,
): Promise<PolicyTexts | null> => {
  const own = opened.get(path);
  if (own !== undefined) return { path, text: own, vocabularies: allVocabularies(studio) };
  if (studio.texts.get().has(path)) return policyTexts(studio, path);
  if (!studio.paths.get().includes(path)) return null;
  const { bytes } = await studio.documents.store.read(path);
  return { path, text: decodeText(bytes), vocabularies: [] };
};

/** What a policy from elsewhere may use is not known before it is read. */
const allVocabularies = (studio: Studio): PolicyTexts["vocabularies"] =>
  [...studio.texts.get().values()]
    .filter(({ text }) => policyName(text).isVocabulary)
    .map(({ path, text }) => ({ path, text }));

/** The register that lies beside a policy; nothing where there is none. */
export const bundledData = async (studio: Studio, path: string): Promise<readonly RegisterFile[]> =>
  hasBundledData(studio, path) ? readBundled(studio, path) : [];

/** Whether a text was changed since it was compared. */
export const isChangedSince = (studio: Studio, { left, right }: ComparedTexts): boolean =>
  [left, right].some((compared) => {
    if (!studio.texts.get().has(compared.path)) return false;
    const now = textsOf(
      studio,
      compared.path,
      compared.vocabularies.map(({ path }) => path),
    );
    return now === null || !isSameTexts(now, compared);
  });
