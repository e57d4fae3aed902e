import type { BehaviourChange, Contrast, Verdict } from "../../model/change.ts";
import { compareExamples, type Asked, type Example, type Inquiry } from "./inquiry.ts";
import type { Relation, RelationOf } from "./relation.ts";

export interface Judged {
  readonly verdict: Verdict;
  /** For incomparable. */
  readonly contrast: Contrast | null;
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
  if (any.kind === "none") return { ...decided("equivalent", any.proof), examples: [] };
  const findings = new Map<Way, Finding>();
  for (const way of WAYS) {
    // Differences of another kind matter for the verdict only where there is no other difference.
    const isSettled = !DIRECTED.has(way) && [...findings.values()].some(({ kind }) => kind === "found");
    if (isSettled) continue;
    const finding = await findingFor(inquiry, relation, possible, way);
    findings.set(way, way === "other" ? await ordinary(inquiry, relation, finding) : finding);
  }
  const examples = [...findings.values()]
    .flatMap((finding) => (finding.kind === "found" ? [finding.example] : []))
    .toSorted(compareExamples);
  return { ...verdictOf(findings), examples };
};

/** Both directions before the rest. */
const WAYS = ["stricter", "looser", "other", "named"] as const satisfies readonly Way[];
const DIRECTED: ReadonlySet<Way> = new Set(["stricter", "looser"]);

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

/** Where only numbers too large for any policy make the difference, it is none to tell, but nothing is proved either. */
const ordinary = async (inquiry: Inquiry, relation: RelationOf, finding: Finding): Promise<Finding> => {
  if (finding.kind !== "found") return finding;
  const { world, record } = finding.example.found;
  if (!inquiry.overflows(world, record)) return finding;
  const asked: Asked = {
    ...askedFor(relation, "other"),
    also: (other, judged) => !inquiry.overflows(other, judged),
  };
  const answer = await inquiry.ask(asked);
  return answer.kind === "found"
    ? { kind: "found", example: await inquiry.plainest(asked, answer) }
    : { kind: "undecided", reason: TOO_LARGE };
};

const TOO_LARGE = "只发现数值过大、超出计算范围时结果不同；在通常的数值内没有发现不同，但也没有证明相同。";

const verdictOf = (findings: ReadonlyMap<Way, Finding>): Omit<Judged, "examples"> => {
  const [stricter, looser] = [findings.get("stricter")!, findings.get("looser")!];
  const [other, named] = [findings.get("other"), findings.get("named")];
  if (stricter.kind === "found" && looser.kind === "found") return differing("directions", "own");
  if (stricter.kind === "found" && looser.kind === "none") return decided("stricter", looser.proof);
  if (looser.kind === "found" && stricter.kind === "none") return decided("looser", stricter.proof);
  // That results differ is known, whatever else is not.
  if (stricter.kind === "none" && looser.kind === "none" && other?.kind !== "none" && named?.kind === "found")
    return differing("results", strongest(stricter, looser));
  const undecided = [stricter, looser, other, named].find((finding) => finding?.kind === "undecided");
  if (undecided?.kind === "undecided")
    return { verdict: "undecided", contrast: null, proof: null, reason: undecided.reason };
  if (other?.kind === "found") return differing("results", strongest(stricter, looser));
  if (named?.kind === "found") return differing("names", strongest(stricter, looser, other));
  return decided("equivalent", strongest(stricter, looser, other, named));
};

const decided = (verdict: "equivalent" | "stricter" | "looser", proof: Proof): Omit<Judged, "examples"> => ({
  verdict,
  contrast: null,
  proof,
  reason: null,
});

const differing = (contrast: Contrast, proof: Proof): Omit<Judged, "examples"> => ({
  verdict: "incomparable",
  contrast,
  proof,
  reason: null,
});

/** Where several proofs are needed, the one that took most is named. */
const strongest = (...findings: readonly (Finding | undefined)[]): Proof => {
  const proofs = new Set(findings.map((finding) => (finding?.kind === "none" ? finding.proof : null)));
  return proofs.has("z3") ? "z3" : proofs.has("own") ? "own" : "structure";
};
