import type { Provision } from "../../../language/index.ts";
import type { Candidate, Pairing } from "./pairing.ts";
import type { ProvisionUnit } from "./unit.ts";

/**
 * How much the place of two provisions speaks for their being one: what stands around both is a pair already, or the
 * number or the title is the same. Each counts a little, so that words decide.
 */
export const bonusOfPlace = (
  lefts: readonly ProvisionUnit[],
  rights: readonly ProvisionUnit[],
  pairing: Pairing,
  areVersions: boolean,
): ((candidate: Candidate) => number) => {
  const bonusOf = ({ left, right }: Candidate, own: Int32Array, other: Int32Array): number => {
    const [near, far] = [own[left]!, other[right]!];
    const ends = [near < 0 || near >= lefts.length, far < 0 || far >= rights.length] as const;
    const areNext = Math.abs(near - left) === 1 && Math.abs(far - right) === 1;
    if (ends[0] || ends[1]) return ends[0] && ends[1] ? (areNext ? OUTERMOST : BETWEEN) : 0;
    if (pairing.right[near] !== far) return 0;
    return areNext ? NEXT : BETWEEN;
  };
  const bringIntoForce = ({ left, right }: Candidate): boolean =>
    COMMENCEMENT.test(lefts[left]!.words) && COMMENCEMENT.test(rights[right]!.words);
  const around = { left: nearestPaired(pairing.right), right: nearestPaired(pairing.left) };
  return (candidate) => {
    const own = lefts[candidate.left]!.provision;
    const other = rights[candidate.right]!.provision;
    // What a letter says about the document is no provision of it.
    if (isLetter(own) !== isLetter(other)) return -1;
    const before = bonusOf(candidate, around.left.before, around.right.before);
    const after = bonusOf(candidate, around.left.after, around.right.after);
    const both = before > 0 && after > 0 ? BOTH_SIDES : 0;
    const sameNumber = own.level === other.level && own.path === other.path;
    const sameTitle = own.title !== null && own.title === other.title;
    return (
      before +
      after +
      both +
      (sameNumber ? SAME_NUMBER : 0) +
      (sameTitle ? SAME_TITLE : 0) +
      (areVersions && bringIntoForce(candidate) ? INTO_FORCE : 0)
    );
  };
};

/** The last provision says from when the document applies, the first one what it is for. */
const OUTERMOST = 0.14;
const NEXT = 0.05;
const BETWEEN = 0.03;
const BOTH_SIDES = 0.05;
const SAME_NUMBER = 0.02;
const SAME_TITLE = 0.05;
/** Every version says once from when it applies, however little else that provision has in common. */
const INTO_FORCE = 0.2;
const COMMENCEMENT = /^本.{1,12}自.{1,16}起(?:施行|实施|执行|生效)/;

const isLetter = ({ level, path }: Provision): boolean => level === "preamble" && path.startsWith("通知");

/** For each unit the nearest one with a partner in front of it and behind it; outside the text where there is none. */
const nearestPaired = (partners: Int32Array): { readonly before: Int32Array; readonly after: Int32Array } => {
  const before = new Int32Array(partners.length);
  const after = new Int32Array(partners.length);
  let last = -1;
  for (let at = 0; at < partners.length; at += 1) {
    before[at] = last;
    if (partners[at] !== -1) last = at;
  }
  last = partners.length;
  for (let at = partners.length - 1; at >= 0; at -= 1) {
    after[at] = last;
    if (partners[at] !== -1) last = at;
  }
  return { before, after };
};
