import type { Origin, Program } from "../../model/ir.ts";
import type { Field } from "../../model/type.ts";
import type { Clause, Finding } from "./finding.ts";
import type { Renames } from "./partners.ts";

/** A change in how a fact is declared; only what can change a result. */
export interface ToldField {
  readonly finding: Finding;
  /** As 对象.字段. */
  readonly left: string;
  readonly right: string;
}

/** Facts of both sides that somebody else judges, or whose values stand in another order. */
export const compareFields = (
  left: Program,
  right: Program,
  objects: ReadonlyMap<string, string>,
  renamed: Renames,
): readonly ToldField[] => {
  const partners = new Map(renamed.map(([from, to]) => [to, from]));
  return [...right.objects.values()].flatMap((object) => {
    const other = left.objects.get(objects.get(object.name) ?? object.name);
    if (other === undefined) return [];
    return [...object.fields.values()].flatMap((field): readonly ToldField[] => {
      const path = partners.get(`${object.name}.${field.name}`) ?? `${other.name}.${field.name}`;
      const before = other.fields.get(path.slice(path.indexOf(".") + 1));
      if (before === undefined) return [];
      return differencesOf(before, field).map((finding) => ({
        finding,
        left: path,
        right: `${object.name}.${field.name}`,
      }));
    });
  });
};

const differencesOf = (left: Field, right: Field): readonly Finding[] => {
  const findings: Finding[] = [];
  const add = (
    kind: Finding["kind"],
    what: string,
    before: string,
    after: string,
    conditional: boolean,
  ): void => {
    const clause: Clause = { condition: null, origin: NOWHERE, dormant: false };
    findings.push({
      kind,
      what,
      before,
      after,
      left: clause,
      right: clause,
      effect: 0,
      wording: false,
      conditional,
    });
  };
  if (left.judgedBy?.name !== right.judgedBy?.name) {
    const bothJudged = left.judgedBy !== null && right.judgedBy !== null;
    add("parameterOwner", "裁量机关", judgeWords(left), judgeWords(right), bothJudged);
  }
  if (orderWords(left) !== orderWords(right)) {
    add("formula", "高低次序", orderWords(left), orderWords(right), false);
  }
  return findings;
};

const judgeWords = ({ judgedBy }: Field): string => judgedBy?.name ?? "不由裁量，按事实填报";

const orderWords = ({ type }: Field): string =>
  type.kind === "enumeration" && type.ascending !== null ? type.ascending.join("、") : "不分高低";

/** Declarations of facts keep no place in a file. */
const NOWHERE: Origin = {
  file: "",
  span: { start: 0, end: 0 },
  words: "",
  provision: null,
  item: null,
  basis: [],
};
