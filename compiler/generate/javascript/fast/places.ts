import type { Condition, Ranking } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import { isConstant } from "./constants.ts";
import { gridOf } from "./grid.ts";
import type { LeafCode, Writing } from "./leaf-code.ts";

type Ranked = Extract<Condition, { kind: "ranked" }>;

/** Whether a record of the register stands among so many: from columns, sorted once. */
export const rankedCode = (writing: Writing, leaf: Ranked): LeafCode => {
  const { subject, amount } = leaf;
  if (subject.kind !== "variable" || subject.index !== 0 || !isConstant(amount)) return null;
  const ranking = writing.program.decisions.find(({ id }) => id === leaf.ranking);
  const places = ranking?.kind === "ranking" ? placesName(writing, ranking) : null;
  if (places === null) return null;
  const node = writing.nodes.condition(leaf);
  const quota = writing.constants.quota(places, [
    node,
    stringLiteral(leaf.end),
    writing.nodes.term(amount),
    String(leaf.share),
  ]);
  return { level: writing.access.fromRegister(node, `${quota}Index`) };
};

/** The places of a ranking among the constants; null where it ranks by more than one number that a record holds. */
export const placesName = (writing: Writing, ranking: Ranking): string | null => {
  const [key, ...others] = ranking.keys;
  const object = writing.program.objects.get(ranking.object);
  if (key === undefined || others.length > 0 || object === undefined) return null;
  const { term } = key;
  if (term.kind !== "field" || term.of.kind !== "variable" || term.type.kind !== "number") return null;
  const group = ranking.group === null ? null : object.fields.get(ranking.group);
  if (object.fields.get(term.field)?.judgedBy !== null) return null;
  if (group !== null && (group?.judgedBy !== null || !TEXTS.has(group.type.kind))) return null;
  const { members } = ranking;
  const always = members.kind === "constant" && members.value;
  return writing.constants.places(
    [
      `ranking: ${stringLiteral(ranking.id)}`,
      `object: ${stringLiteral(ranking.object)}`,
      `group: ${group === null ? "null" : stringLiteral(group.name)}`,
      `key: ${stringLiteral(term.field)}`,
      `steps: ${10 ** gridOf(term.type).scale}`,
      `descending: ${key.descending}`,
      `ties: ${stringLiteral(ranking.ties)}`,
      `members: [${always ? "" : writing.nodes.condition(members)}]`,
    ].join(", "),
  );
};

const TEXTS: ReadonlySet<string> = new Set(["text", "enumeration", "reference"]);
