import { nothing, svg } from "lit";
import type { MapPoint, Reach } from "../../worker/worker-api.ts";
import { inMetres } from "../run/figures.ts";

/** Lines to more neighbours than this would hide the picture; the list beside it has them all. */
const MOST_LINES = 60;
/** In circles smaller than this, in pixels, words would cover everything. */
const LEGIBLE = 40;
/** Words on more lines than this would cover each other. */
const MOST_WORDS = 12;

/** The circles around a record, and lines to those who stand within, with their distances. */
export const reachLayer = (
  { centre, circles, neighbours }: Reach,
  place: (point: MapPoint) => readonly [number, number],
  pixelsPerMetre: (latitude: number) => number,
): unknown => {
  const [x, y] = place(centre);
  const scale = pixelsPerMetre(centre.latitude);
  const isLegible = Math.max(0, ...circles.map(({ metres }) => metres)) * scale >= LEGIBLE;
  // Those who decided stand first, so that no limit hides them.
  const shown = [...neighbours]
    .sort((left, right) => Number(right.decided) - Number(left.decided))
    .slice(0, MOST_LINES);
  return svg`
    ${circles.map(({ metres, metric, words }) => {
      const radius = metres * scale;
      return svg`<circle class="circle ${metric}" cx=${x} cy=${y} r=${radius}></circle>
        <text class="metres" x=${x} y=${y - radius - 5} text-anchor="middle">${words}</text>`;
    })}
    ${shown.map(({ point, decided }) => {
      const [left, top] = place(point);
      return svg`<line class=${decided ? "link decided" : "link"} x1=${x} y1=${y} x2=${left} y2=${top}></line>`;
    })}
    ${shown
      .filter(({ decided }) => decided && isLegible)
      .slice(0, MOST_WORDS)
      .map(({ point, straightMetres, walkingMetres }) => {
        const [left, top] = place(point);
        const words =
          walkingMetres === null ? `直线${inMetres(straightMetres)}` : `步行${inMetres(walkingMetres)}`;
        return svg`<text class="metres" x=${(x + left) / 2} y=${(y + top) / 2 - 2} text-anchor="middle">${words}</text>
          <text x=${left + 8} y=${top + 4}>${point.name ?? point.id}</text>`;
      })}
    ${centre.name === null ? nothing : svg`<text class="name" x=${x + 12} y=${y - 6}>${centre.name}</text>`}
  `;
};
