import type { SourceText } from "../source.ts";
import { withoutSpace } from "./whitespace.ts";

/**
 * Follows the stored source line by line beside the official text that is being read, so that
 * the line that must come next is known. A rule that repeats the words of the provision that it
 * stands under is therefore never taken for official text.
 */
export class StoredLines {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(stored: SourceText | undefined) {
    this.#lines = (stored?.text ?? "")
      .split("\n")
      .map(withoutSpace)
      .filter((line) => line !== "");
  }

  /** A line of official text was read: what follows it in the source is expected next. */
  pass(line: string): void {
    if (this.#next >= this.#lines.length) return;
    const compact = withoutSpace(line);
    if (compact === "") return;
    const last = Math.min(this.#next + LOOKAHEAD, this.#lines.length);
    for (let at = this.#next; at < last; at += 1) {
      if (this.#lines[at] !== compact) continue;
      this.#next = at + 1;
      return;
    }
  }

  /** Whether this is the very line that must come next. */
  expects(line: string): boolean {
    const expected = this.#lines[this.#next];
    return expected !== undefined && expected.length >= SHORTEST && withoutSpace(line) === expected;
  }
}

/** Lines of the source that an edited official text may have lost before it is followed again. */
const LOOKAHEAD = 40;

/** A shorter line (a date, 附则) says too little about where it stands. */
const SHORTEST = 4;
