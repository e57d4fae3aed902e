import type { Comparison } from "../../model/change.ts";
import { writeDecision } from "./document.ts";

/** The decision that puts the whole new text in the place of the old one, and why it does. */
export const wholeText = ({ left, right }: Comparison, ground: string | null): string => {
  const name = /[“”。；\n\ue000]/.test(left.name) ? "" : `《${left.name}》`;
  return writeDecision(left.name, ground, [[{ kind: "whole", name, text: right.text.trim() }]]);
};
