import type { StatusTone } from "../run/statuses.ts";
import type { Located } from "./located.ts";

export type Palette = Readonly<Record<StatusTone | "surface", string>>;

/** Half the width of a point, in pixels. */
export const RADIUS = 5;

/** Draws the points; each meaning has a shape of its own beside its colour. */
export const drawPoints = (
  context: CanvasRenderingContext2D,
  drawn: readonly number[],
  located: readonly Located[],
  place: (at: number) => readonly [number, number],
  palette: Palette,
): void => {
  context.lineWidth = 1;
  for (const at of drawn) {
    const { tone } = located[at]!;
    const [x, y] = place(at);
    context.beginPath();
    SHAPES[tone](context, x, y);
    context.fillStyle = tone === "muted" ? palette.surface : palette[tone];
    context.strokeStyle = tone === "muted" ? palette.muted : palette.surface;
    context.fill();
    context.stroke();
  }
};

type Shape = (context: CanvasRenderingContext2D, x: number, y: number) => void;

const SHAPES = {
  bad: (context, x, y) => {
    context.moveTo(x, y - RADIUS - 1);
    context.lineTo(x + RADIUS + 1, y + RADIUS);
    context.lineTo(x - RADIUS - 1, y + RADIUS);
    context.closePath();
  },
  strong: (context, x, y) => {
    context.moveTo(x, y - RADIUS - 1);
    context.lineTo(x + RADIUS + 1, y);
    context.lineTo(x, y + RADIUS + 1);
    context.lineTo(x - RADIUS - 1, y);
    context.closePath();
  },
  warn: (context, x, y) => {
    context.rect(x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2);
  },
  good: (context, x, y) => {
    context.arc(x, y, RADIUS - 1, 0, 2 * Math.PI);
  },
  muted: (context, x, y) => {
    context.arc(x, y, RADIUS - 2, 0, 2 * Math.PI);
  },
} as const satisfies Record<StatusTone, Shape>;

/** What the shapes mean, for the legend; the same shapes as paths in a box of 14 pixels. */
export const LEGEND = [
  { tone: "bad", path: "M7 1 L13 12 L1 12 Z", words: "冲突、不符合" },
  { tone: "strong", path: "M7 1 L13 7 L7 13 L1 7 Z", words: "成立" },
  { tone: "warn", path: "M3 3 H11 V11 H3 Z", words: "待定" },
  { tone: "good", path: "M11 7 A4 4 0 1 1 3 7 A4 4 0 1 1 11 7 Z", words: "符合、已认定" },
  { tone: "muted", path: "M10 7 A3 3 0 1 1 4 7 A3 3 0 1 1 10 7 Z", words: "不成立、不适用" },
] as const satisfies readonly { readonly tone: StatusTone; readonly path: string; readonly words: string }[];
