import type { Origin } from "../../../model/ir.ts";

/** Where a line of generated code comes from. */
export interface Mark {
  /** Index of the line in the code. */
  readonly line: number;
  readonly column: number;
  readonly origin: Origin;
}

/**
 * Lines of code with their indentation, with the words of the policy that they come from, and with the names that are
 * declared in the blocks around the place where the code is being written.
 */
export class Code {
  readonly lines: string[] = [];
  readonly marks: Mark[] = [];
  readonly #declared: Map<string, string>[] = [new Map()];
  #depth = 0;

  /** One statement or comment; with the words that it comes from. */
  line(text: string, origin?: Origin): void {
    const indentation = "  ".repeat(this.#depth);
    if (origin !== undefined)
      this.marks.push({ line: this.lines.length, column: indentation.length, origin });
    for (const [index, line] of text.split("\n").entries()) {
      this.lines.push(line === "" ? "" : `${indentation}${index === 0 ? "" : "  "}${line}`);
    }
  }

  /** Begins a block: what is declared in it is not known behind it. */
  begin(text: string, origin?: Origin): void {
    this.line(text, origin);
    this.#depth += 1;
    this.#declared.push(new Map());
  }

  end(text = "}"): void {
    this.#depth -= 1;
    this.#declared.pop();
    this.line(text);
  }

  /** The name under which a thing is known here; where there is none, it is declared right here. */
  once(key: string, declare: () => string): string {
    for (const names of this.#declared) {
      const known = names.get(key);
      if (known !== undefined) return known;
    }
    const name = declare();
    this.#declared.at(-1)!.set(key, name);
    return name;
  }

  /** Takes lines that were written apart. */
  append(other: Code): void {
    const start = this.lines.length;
    const indentation = "  ".repeat(this.#depth);
    for (const { line, column, origin } of other.marks) {
      this.marks.push({ line: start + line, column: column + indentation.length, origin });
    }
    for (const line of other.lines) this.lines.push(line === "" ? "" : indentation + line);
  }
}
