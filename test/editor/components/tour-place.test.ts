import { expect, test } from "vitest";
import { placeBeside } from "../../../editor/components/tour/place.ts";

const SIZE = { width: 320, height: 150 };
const WINDOW = { width: 1280, height: 800 };

const overlaps = (
  box: { left: number; top: number; width: number; height: number },
  at: { left: number; top: number },
): boolean =>
  at.left < box.left + box.width &&
  at.left + SIZE.width > box.left &&
  at.top < box.top + box.height &&
  at.top + SIZE.height > box.top;

test.each([
  ["outline", { left: 0, top: 36, width: 260, height: 740 }],
  ["editor", { left: 261, top: 36, width: 678, height: 498 }],
  ["lower", { left: 261, top: 535, width: 678, height: 240 }],
  ["side", { left: 940, top: 36, width: 340, height: 740 }],
  ["bar", { left: 0, top: 0, width: 1280, height: 36 }],
])("the callout on %s stands in the window and does not cover it", (_name, box) => {
  const at = placeBeside(box, SIZE, WINDOW);
  expect(overlaps(box, at)).toBe(false);
  expect(at.left).toBeGreaterThanOrEqual(0);
  expect(at.top).toBeGreaterThanOrEqual(0);
  expect(at.left + SIZE.width).toBeLessThanOrEqual(WINDOW.width);
  expect(at.top + SIZE.height).toBeLessThanOrEqual(WINDOW.height);
});
