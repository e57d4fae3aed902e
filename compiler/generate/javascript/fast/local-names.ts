/** Names of one function. Each is new; a name of the policy stands behind an English word. */
export class LocalNames {
  readonly #taken = new Set<string>();

  fresh(word: string, name = ""): string {
    const base = word + [...name.replaceAll(/[^\p{ID_Continue}]/gu, "_")].slice(0, LONGEST).join("");
    let found = base;
    for (let next = 2; this.#taken.has(found); next += 1) found = `${base}_${next}`;
    this.#taken.add(found);
    return found;
  }
}

const LONGEST = 40;
