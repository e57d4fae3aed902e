/**
 * What is asked about a place in the text once somebody works there. Its code is fetched behind that which reads the
 * text, so that what is wrong with a text is shown without it.
 */
export { complete, definition, format, hover, nameAt, suppressionFix } from "../../../compiler/ide/index.ts";
export { fixesAt } from "./fixes-at.ts";
export { referencesEverywhere } from "./references-everywhere.ts";
export { renameEverywhere } from "./rename-everywhere.ts";
