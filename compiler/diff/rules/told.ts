import type { Decision } from "../../model/ir.ts";
import type { ModalDirection } from "./modality.ts";
import type { Finding } from "./finding.ts";

/** How what a clause reaches bears on its decision. */
export type Role =
  /** More records fall under the rule. */
  | { readonly kind: "reach" }
  /** What must be fulfilled: more records fulfil it. */
  | { readonly kind: "demand" }
  /** More records are in a class, or under a definition. */
  | { readonly kind: "class"; readonly value: string }
  | { readonly kind: "definition" }
  /** Nothing is told of it. */
  | { readonly kind: "other" }
  /** The direction is known at the place itself. */
  | { readonly kind: "modal"; readonly modal: ModalDirection };

/** A finding with the decisions that it is about. */
export interface Told {
  readonly finding: Finding;
  readonly left: Decision | null;
  readonly right: Decision | null;
  readonly role: Role;
}
