/** Who became whom: a partner index for each side, -1 while there is none. */
export interface Pairing {
  readonly right: Int32Array;
  readonly left: Int32Array;
}

export const newPairing = (lefts: number, rights: number): Pairing => ({
  right: new Int32Array(lefts).fill(-1),
  left: new Int32Array(rights).fill(-1),
});

export const isFree = (pairing: Pairing, left: number, right: number): boolean =>
  pairing.right[left] === -1 && pairing.left[right] === -1;

export const join = (pairing: Pairing, left: number, right: number): void => {
  pairing.right[left] = right;
  pairing.left[right] = left;
};

export interface Candidate {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Best first; ties by where the two stand, in a way that does not tell left from right. */
export const byScore = (one: Candidate, other: Candidate): number =>
  other.score - one.score ||
  one.left + one.right - other.left - other.right ||
  Math.abs(one.left - one.right) - Math.abs(other.left - other.right);

/** Joins the best candidates first, each unit once: the same as joining mutual best ones again and again. */
export const joinBest = (pairing: Pairing, candidates: readonly Candidate[], minimum: number): void => {
  for (const { left, right, score } of candidates.toSorted(byScore)) {
    if (score >= minimum && isFree(pairing, left, right)) join(pairing, left, right);
  }
};
