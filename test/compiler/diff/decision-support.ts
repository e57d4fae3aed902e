import { compareTexts } from "../../../compiler/diff/text/index.ts";
import type { Comparison } from "../../../compiler/model/change.ts";
import { readDocument } from "../../../language/index.ts";

/** The words of two documents compared, as `compare` gives them where there are no rules. */
export const comparisonOf = (left: string, right: string): Comparison => {
  const [one, other] = [
    readDocument({ name: "甲.txt", text: left }),
    readDocument({ name: "乙.txt", text: right }),
  ];
  const side = ({ title, form, source }: typeof one): Comparison["left"] => ({
    name: title ?? source.name,
    file: source.name,
    form,
    text: source.text,
    hasRules: false,
  });
  return {
    left: side(one),
    right: side(other),
    ...compareTexts(one, other),
    rules: [],
    behaviour: [],
    impact: null,
    notes: [],
  };
};
