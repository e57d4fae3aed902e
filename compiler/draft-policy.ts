import { readDocument, withoutSpace } from "../language/index.ts";
import { sha256Hex } from "./data/index.ts";
import { newPolicyFile, readDocumentNumber, readStage } from "./report/new-policy.ts";

/**
 * A policy file for an official text: the head with what the text says of itself, then the text untouched. `name` stands
 * where the text has no title; `source` is where the text is kept beside the policy.
 */
export const draftPolicy = async (
  text: string,
  name: string,
  source: string,
): Promise<{ readonly title: string; readonly policy: string; readonly provisions: number }> => {
  const document = readDocument({ name: source, text });
  const title = document.title ?? name;
  const policy = newPolicyFile({
    title,
    documentNumber: readDocumentNumber(text),
    stage: readStage(title),
    source,
    checksum: await sha256Hex(withoutSpace(text)),
    text,
  });
  return { title, policy, provisions: document.provisions.length };
};
