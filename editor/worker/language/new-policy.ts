import { draftPolicy } from "../../../compiler/draft-policy.ts";
import type { PathedText } from "../worker-api.ts";

/** The files of a new policy, as the command line makes them. */
export const newPolicyFiles = async (
  text: string,
  folder: string,
  version: string,
): Promise<readonly PathedText[]> => {
  const source = `source/${version}.txt`;
  const { policy } = await draftPolicy(text, folder, source);
  return [
    { path: `${folder}/${version}.tiaowen`, text: policy },
    { path: `${folder}/${source}`, text },
  ];
};
