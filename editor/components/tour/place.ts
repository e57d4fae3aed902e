export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the callout and what it speaks of, and the edge of the window. */
const GAP = 10;

/** Where a callout stands beside the box: where it fits without covering it, otherwise where most room is. */
export const placeBeside = (
  box: Box,
  size: Pick<Box, "width" | "height">,
  window: Pick<Box, "width" | "height">,
): Pick<Box, "left" | "top"> => {
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const across = (wanted: number): number => clamp(wanted, GAP, window.width - size.width - GAP);
  const down = (wanted: number): number => clamp(wanted, GAP, window.height - size.height - GAP);
  const places = [
    { room: window.width - right - size.width, left: right + GAP, top: down(box.top + GAP) },
    { room: box.left - size.width, left: box.left - size.width - GAP, top: down(box.top + GAP) },
    { room: window.height - bottom - size.height, left: across(box.left + GAP), top: bottom + GAP },
    { room: box.top - size.height, left: across(box.left + GAP), top: box.top - size.height - GAP },
  ];
  const fitting = places.find(({ room }) => room >= 2 * GAP);
  const { left, top } = fitting ?? places.reduce((best, each) => (each.room > best.room ? each : best));
  return { left: across(left), top: down(top) };
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
