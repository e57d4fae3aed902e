/** One file of a change that went over several files, by the numbers that its text had before and after. */
export interface GroupMember {
  readonly path: string;
  readonly before: number;
  readonly after: number;
}

export interface Followers {
  /** Files that must take the same step. */
  readonly follow: readonly string[];
  /** Files that were changed since, so that a step there would take back something else. */
  readonly changed: readonly string[];
}

const NOBODY: Followers = { follow: [], changed: [] };

/**
 * Changes over several files that are taken back and made again together. The numbers name states of a text: a step
 * back gives a text the number again that it had before.
 */
export class UndoGroups {
  #groups: readonly (readonly GroupMember[])[] = [];

  add(members: readonly GroupMember[]): void {
    this.#groups = [...this.#groups.slice(1 - MOST), members];
  }

  /** `path` has just gone from one state to the other; `stateOf` tells where the other files are. */
  step(
    path: string,
    direction: "back" | "again",
    now: number,
    stateOf: (path: string) => number | null,
  ): Followers {
    const [from, to] = direction === "back" ? (["after", "before"] as const) : (["before", "after"] as const);
    const group = this.#groups.find((members) =>
      members.some((member) => member.path === path && member[to] === now),
    );
    if (group === undefined) return NOBODY;
    const others = group.filter((member) => member.path !== path && stateOf(member.path) !== member[to]);
    return {
      follow: others.filter((member) => stateOf(member.path) === member[from]).map((member) => member.path),
      changed: others.filter((member) => stateOf(member.path) !== member[from]).map((member) => member.path),
    };
  }
}

/** More than anybody takes back. */
const MOST = 50;
