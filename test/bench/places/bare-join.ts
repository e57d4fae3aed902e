import type { Place } from "./registers.ts";

const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * What a good programmer writes for “how many of the same type within so many metres”, and nothing else: points sorted
 * into cells by counting, chords instead of arcs, three rows of cells for each point. Distances are rounded to the
 * millimetre as everywhere, so half a millimetre is still within.
 */
export const countSameTypeNeighbours = (places: readonly Place[], metres: number): Int32Array => {
  const count = places.length;
  const longitude = new Float64Array(count);
  const latitude = new Float64Array(count);
  const type = new Uint8Array(count);
  const types = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const { 位置: position, 机构类别: name } = places[index]!;
    const comma = position.indexOf(",");
    longitude[index] = Number(position.slice(0, comma));
    latitude[index] = Number(position.slice(comma + 1));
    let code = types.get(name);
    if (code === undefined) types.set(name, (code = types.size));
    type[index] = code;
  }
  return joinPoints(longitude, latitude, type, metres);
};

/** The same on numbers that are there already. */
export const joinPoints = (
  longitude: Float64Array,
  latitude: Float64Array,
  type: Uint8Array,
  metres: number,
): Int32Array => {
  const count = type.length;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let index = 0; index < count; index += 1) {
    west = Math.min(west, longitude[index]!);
    east = Math.max(east, longitude[index]!);
    south = Math.min(south, latitude[index]!);
    north = Math.max(north, latitude[index]!);
  }
  const height = ((metres + 1) / RADIUS / RADIANS) * 1.0001;
  const width = height / Math.cos(Math.max(Math.abs(south), Math.abs(north)) * RADIANS);
  const columns = Math.floor((east - west) / width) + 3;
  const rows = Math.floor((north - south) / height) + 3;

  const starts = new Int32Array(columns * rows + 1);
  const cells = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const row = Math.floor((latitude[index]! - south) / height) + 1;
    const cell = row * columns + Math.floor((longitude[index]! - west) / width) + 1;
    cells[index] = cell;
    starts[cell + 1]! += 1;
  }
  for (let cell = 0; cell < columns * rows; cell += 1) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const z = new Float64Array(count);
  const sortedType = new Uint8Array(count);
  const origin = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const slot = next[cells[index]!]!;
    next[cells[index]!] = slot + 1;
    const around = Math.cos(latitude[index]! * RADIANS);
    x[slot] = around * Math.cos(longitude[index]! * RADIANS);
    y[slot] = around * Math.sin(longitude[index]! * RADIANS);
    z[slot] = Math.sin(latitude[index]! * RADIANS);
    sortedType[slot] = type[index]!;
    origin[slot] = index;
  }

  const chord = 2 * Math.sin((metres + 0.0005) / RADIUS / 2);
  const limit = chord * chord;
  const found = new Int32Array(count);
  for (let slot = 0; slot < count; slot += 1) {
    const [ownX, ownY, ownZ, ownType] = [x[slot]!, y[slot]!, z[slot]!, sortedType[slot]!];
    const middle = cells[origin[slot]!]!;
    let total = -1;
    for (let row = middle - columns; row <= middle + columns; row += columns) {
      const end = starts[row + 2]!;
      for (let other = starts[row - 1]!; other < end; other += 1) {
        if (sortedType[other] !== ownType) continue;
        const [dx, dy, dz] = [x[other]! - ownX, y[other]! - ownY, z[other]! - ownZ];
        if (dx * dx + dy * dy + dz * dz < limit) total += 1;
      }
    }
    found[origin[slot]!] = total;
  }
  return found;
};
