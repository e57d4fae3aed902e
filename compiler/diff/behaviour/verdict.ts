import type { BehaviourChange, Verdict } from "../../model/change.ts";
import { compareExamples, type Asked, type Example, type Inquiry } from "./inquiry.ts";
import type { Relation, RelationOf } from "./relation.ts";

export interface Judged {
  readonly verdict: Verdict;
  readonly proof: BehaviourChange["proof"];
  /** Why it stays undecided. */
  readonly reason: string | null;
  /** One for each way in which results differ, the plainest first. */
  readonly examples: readonly Example[];
}

type Way = Exclude<Relation, "same">;
type Proof = NonNullable<BehaviourChange["proof"]>;

type Finding =
  | { readonly kind: "found"; readonly example: Example }
  | { readonly kind: "none"; readonly proof: Proof }
  | { readonly kind: "undecided"; readonly reason: string };

/** Asks for each way in which results can differ, and tells only what is shown or proved. */
export const judgePair = async (
  inquiry: Inquiry,
  relation: RelationOf,
  possible: ReadonlySet<Relation>,
): Promise<Judged> => {
  const any = await inquiry.ask(askedFor(relation, null));
  if (any.kind === "none") return { verdict: "equivalent", proof: any.proof, reason: null, examples: [] };
  const findings = new Map<Way, Finding>();
  for (const way of WAYS) {
    // Differences of another kind matter for the verdict only where there is no other difference.
    const isSettled = way === "other" && [...findings.values()].some(({ kind }) => kind === "found");
    if (!isSettled) findings.set(way, await findingFor(inquiry, relation, possible, way));
  }
  const examples = [...findings.values()]
    .flatMap((finding) => (finding.kind === "found" ? [finding.example] : []))
    .toSorted(compareExamples);
  return { ...verdictOf(findings), examples };
};

/** Both directions before the rest. */
const WAYS = ["stricter", "looser", "other"] as const satisfies readonly Way[];

const askedFor = (relation: RelationOf, way: Way | null): Asked => ({
  wanted: (left, right) => {
    const found = relation(left, right);
    return way === null ? found !== "same" : found === way;
  },
  focus: [],
  keepParameters: false,
});

const findingFor = async (
  inquiry: Inquiry,
  relation: RelationOf,
  possible: ReadonlySet<Relation>,
  way: Way,
): Promise<Finding> => {
  if (!possible.has(way)) return { kind: "none", proof: "structure" };
  const asked = askedFor(relation, way);
  const answer = await inquiry.ask(asked);
  return answer.kind === "found" ? { kind: "found", example: await inquiry.plainest(asked, answer) } : answer;
};

const verdictOf = (findings: ReadonlyMap<Way, Finding>): Omit<Judged, "examples"> => {
  const [stricter, looser, other] = [
    findings.get("stricter")!,
    findings.get("looser")!,
    findings.get("other"),
  ];
  if (stricter.kind === "found" && looser.kind === "found")
    return { verdict: "incomparable", proof: "own", reason: null };
  if (stricter.kind === "found" && looser.kind === "none")
    return { verdict: "stricter", proof: looser.proof, reason: null };
  if (looser.kind === "found" && stricter.kind === "none")
    return { verdict: "looser", proof: stricter.proof, reason: null };
  const undecided = [stricter, looser, other].find((finding) => finding?.kind === "undecided");
  if (undecided?.kind === "undecided") return { verdict: "undecided", proof: null, reason: undecided.reason };
  if (other?.kind === "found")
    return { verdict: "incomparable", proof: strongest(stricter, looser), reason: null };
  return { verdict: "equivalent", proof: strongest(stricter, looser, other), reason: null };
};

/** Where several proofs are needed, the one that took most is named. */
const strongest = (...findings: readonly (Finding | undefined)[]): Proof => {
  const proofs = new Set(findings.map((finding) => (finding?.kind === "none" ? finding.proof : null)));
  return proofs.has("z3") ? "z3" : proofs.has("own") ? "own" : "structure";
};
