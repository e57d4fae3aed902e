import type { Provision } from "../../../language/index.ts";
import type { Origin, Program } from "../../model/ir.ts";

/** The 条, or the 一、（一）… level, that a clause stands under; null where it stands under none. */
export const articleOf = ({ policy }: Program, { provision }: Origin): Provision | null => {
  let found = provision === null ? undefined : policy.provisions.get(provision);
  while (found !== undefined && INSIDE.has(found.level) && found.parent !== null) found = found.parent;
  return found ?? null;
};

/** Levels inside an article. */
const INSIDE: ReadonlySet<Provision["level"]> = new Set(["paragraph", "item", "subitem"]);
