import { nothing, svg } from "lit";
import { inMetres } from "../run/figures.ts";
import { gridLines, scaleBar, type Camera, type Plane, type Size } from "./projection.ts";

/** How many lines of the grid a side has at most. */
const LINES = 6;

/** Degrees, the scale, and where north is. */
export const groundLayer = (plane: Plane, camera: Camera, { width, height }: Size): unknown => {
  const ground = (x: number, y: number) =>
    plane.invert((x - camera.x) / camera.scale, (y - camera.y) / camera.scale);
  const [northWest, southEast] = [ground(0, 0), ground(width, height)];
  const screen = (longitude: number, latitude: number): readonly [number, number] => {
    const [x, y] = plane.project({ longitude, latitude });
    return [x * camera.scale + camera.x, y * camera.scale + camera.y];
  };
  const middle = ground(width / 2, height - 20);
  const bar = scaleBar(plane.pixelsPerMetre(middle.latitude) * camera.scale, Math.min(140, width / 4));
  return svg`
    ${gridLines(northWest.longitude, southEast.longitude, LINES).map((degrees) => {
      const [x] = screen(degrees, middle.latitude);
      return svg`<line class="grid" x1=${x} x2=${x} y1="0" y2=${height}></line>
        <text x=${x + 3} y=${height - 4}>${degrees}°</text>`;
    })}
    ${gridLines(southEast.latitude, northWest.latitude, LINES).map((degrees) => {
      const [, y] = screen(middle.longitude, degrees);
      return svg`<line class="grid" x1="0" x2=${width} y1=${y} y2=${y}></line>
        ${y > height - 18 ? nothing : svg`<text x=${width - 40} y=${y - 3} text-anchor="end">${degrees}°</text>`}`;
    })}
    <g transform="translate(${12} ${height - 26})">
      <path class="scale" d="M0 -5 V0 H${bar.pixels} V-5"></path>
      <text x=${bar.pixels + 6} y="3">${inMetres(bar.metres)}</text>
    </g>
    <g transform="translate(${14} ${height - 72})">
      <path class="north" d="M0 12 L5 -4 L10 12 L5 8 Z"></path>
      <text x="5" y="25" text-anchor="middle">北</text>
    </g>
  `;
};
