export type * from "./model.ts";
export { anchorAt } from "./anchor-at.ts";
export { findAnchor } from "./find-anchor.ts";
export { readNotes } from "./read-notes.ts";
export { sidecarName } from "./sidecar-name.ts";
export { writeNotes } from "./write-notes.ts";
