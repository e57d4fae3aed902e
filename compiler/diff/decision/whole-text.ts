import type { Comparison } from "../../model/change.ts";
import { writeDecision } from "./document.ts";

/** The decision that puts the whole new text in the place of the old one, and why it does. */
export const wholeText = ({ left, right }: Comparison, ground: string | null): string => {
  const name = /[“”。；\n\ue000]/.test(left.name) ? "" : `《${left.name}》`;
  return writeDecision(left.name, ground, [[{ kind: "whole", name, text: right.text.trim() }]]);
};

/** Nothing is ordered where nothing but white space differs. */
export const sameText = (name: string): string =>
  `关于修改《${name.replace(/[“”\n]/g, "")}》的决定\n\n修改前后的文字相同，没有需要修改的内容。\n`;
