import { withoutSpace } from "../../../language/index.ts";

/** Characters that are drawn as nothing: a decision, which is read, cannot order them. */
const INVISIBLE = /[\u200b-\u200d\u2060]/g;

/** What a decision can carry of a text: everything that is drawn. */
export const bareWords = (text: string): string => withoutSpace(text).replace(INVISIBLE, "");
