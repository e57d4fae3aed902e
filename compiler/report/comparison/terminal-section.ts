import type { Paint } from "../tone.ts";

export interface ComparisonLayout {
  readonly width?: number;
  readonly paint?: Paint;
  /** Unchanged provisions, whole texts, every witness and every 编号. */
  readonly all?: boolean;
}

/** The same with nothing left open. */
export interface WholeLayout {
  readonly width: number;
  readonly paint: Paint;
  readonly all: boolean;
}

export const sectionText = (title: string, body: string, { paint }: WholeLayout): string =>
  `${paint("strong", title)}\n${body}`;
