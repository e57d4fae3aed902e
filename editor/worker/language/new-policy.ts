import { sha256Hex } from "../../../compiler/data/index.ts";
import { newPolicyFile, readDocumentNumber, readStage } from "../../../compiler/report/new-policy.ts";
import { readDocument, withoutSpace } from "../../../language/index.ts";
import type { PathedText } from "../worker-api.ts";

/** As the command line makes it: the head with what the text itself says, then the text untouched. */
export const newPolicyFiles = async (
  text: string,
  folder: string,
  version: string,
): Promise<readonly PathedText[]> => {
  const source = `source/${version}.txt`;
  const document = readDocument({ name: source, text });
  const title = document.title ?? folder;
  const policy = newPolicyFile({
    title,
    documentNumber: readDocumentNumber(text),
    stage: readStage(title),
    source,
    checksum: await sha256Hex(withoutSpace(text)),
    text,
  });
  return [
    { path: `${folder}/${version}.tiaowen`, text: policy },
    { path: `${folder}/${source}`, text },
  ];
};
