import type { Script } from "./block.ts";
import type { Compilation } from "./compilation.ts";
import type { Branch } from "./pairs.ts";

/** Walking distances in whole millimetres, in either direction; one that is supplied for the direction itself goes before. */
export const suppliedTable = (compilation: Compilation): string =>
  compilation.shared("walking", "w", () => {
    const whole = `CAST(floor("米" * 1000 + CAST('0.5' AS DOUBLE PRECISION)) AS BIGINT)`;
    return (
      `SELECT "起点" AS a, "终点" AS b, ${whole} AS millimetres FROM "步行距离" ` +
      `UNION ALL SELECT "终点", "起点", ${whole} FROM "步行距离" AS forth WHERE NOT EXISTS ` +
      `(SELECT 1 FROM "步行距离" AS back WHERE back."起点" = forth."终点" AND back."终点" = forth."起点")`
    );
  });

/** Pairs that the table of walking distances names. */
export const suppliedBranch = (table: string, from: string): Branch => ({
  from: (keys, candidates) =>
    `${keys!} JOIN ${table} AS w ON w.a = k.${from} JOIN ${candidates} ON v.id = w.b`,
});

/** Columns of the keys `k` and of the candidates `v`. */
interface Places {
  readonly longitude: string;
  readonly latitude: string;
  readonly east: string;
  readonly north: string;
  readonly from: string;
  readonly radius: string;
}

/**
 * Pairs at most the radius apart. Both sides are laid into cells as large as the greatest radius, so that only
 * neighbouring cells meet, by an equal join.
 */
export const gridBranch = (script: Script, table: string | null, places: Places): Branch => ({
  from: (keys, candidates) => {
    const [keyPart, candidatePart] = [keys!.split(" AS ")[0]!, candidates.split(" AS ")[0]!];
    const column = (name: string): string => name.slice(name.indexOf(".") + 1);
    const [east, north] = [column(places.east), column(places.north)];
    const extent = script.part(
      "z",
      `SELECT max(far) AS far, max(wide) AS wide, max(high) AS high FROM (` +
        `SELECT max(${places.radius}) AS far, max(${places.longitude}) - min(${places.longitude}) AS wide, max(abs(${places.latitude})) AS high FROM ${keyPart} ` +
        `UNION ALL SELECT NULL, max(${east}) - min(${east}), max(abs(${north})) FROM ${candidatePart}) AS sides`,
      true,
    );
    const height = `(LEAST(GREATEST(CAST(far AS DOUBLE PRECISION), 0), 20100000000) / ${number("1000")} / ${number("6371008.8")} * ${number("57.29577951308232")} * ${number("1.001")} + ${number("0.000001")})`;
    const width = `CASE WHEN wide > 170 OR high + ${height} > ${number("89.5")} THEN ${number("100000")} ELSE ${height} / cos(radians(high + ${height})) END`;
    const cells = script.part("z", `SELECT ${height} AS height, ${width} AS width FROM ${extent}`, true);
    const cell = (value: string, size: string): string => `CAST(floor(${value} / ${size}) AS BIGINT)`;
    const spread = script.part(
      "z",
      `SELECT q.*, ${cell(`q.${places.latitude}`, "z.height")} + up.d AS row_, ${cell(`q.${places.longitude}`, "z.width")} + along.d AS column_ ` +
        `FROM ${keyPart} AS q CROSS JOIN ${cells} AS z CROSS JOIN (VALUES (-1), (0), (1)) AS up(d) CROSS JOIN (VALUES (-1), (0), (1)) AS along(d) ` +
        `WHERE q.${places.latitude} IS NOT NULL AND q.${places.longitude} IS NOT NULL`,
    );
    const laid = script.part(
      "z",
      `SELECT q.*, ${cell(`q.${north}`, "z.height")} AS row_, ${cell(`q.${east}`, "z.width")} AS column_ ` +
        `FROM ${candidatePart} AS q CROSS JOIN ${cells} AS z WHERE q.${north} IS NOT NULL AND q.${east} IS NOT NULL`,
    );
    return `${spread} AS k JOIN ${laid} AS v ON v.row_ = k.row_ AND v.column_ = k.column_ CROSS JOIN (SELECT CAST(NULL AS BIGINT) AS millimetres) AS w`;
  },
  where:
    `${greatCircle(places)} <= ${ofKeys(places.radius)}` +
    (table === null
      ? ""
      : ` AND NOT EXISTS (SELECT 1 FROM ${table} AS known WHERE known.a = k.${places.from} AND known.b = v.id)`),
});

/** The same distance for all is a number, and no column of the keys. */
const ofKeys = (column: string): string => (/^k\d+$/.test(column) ? `k.${column}` : column);

/** No pair at all: nothing tells how far anybody is. */
export const noBranch: Branch = {
  from: (keys, candidates) =>
    `${keys!} CROSS JOIN ${candidates} CROSS JOIN (SELECT CAST(NULL AS BIGINT) AS millimetres) AS w`,
  where: "FALSE",
};

const number = (digits: string): string => `CAST('${digits}' AS DOUBLE PRECISION)`;

/** Great circle on the mean Earth (IUGG), rounded to whole millimetres. */
const greatCircle = ({ longitude, latitude, east, north }: Places): string => {
  const angle = (degrees: string): string => `((${degrees}) * ${number("3.141592653589793")} / 180)`;
  const [low, high] = [angle(`k.${latitude}`), angle(north)];
  const meridian = `sin((${high} - ${low}) / 2)`;
  const parallel = `sin(${angle(`${east} - k.${longitude}`)} / 2)`;
  const half = `LEAST(${number("1")}, ${meridian} * ${meridian} + cos(${low}) * cos(${high}) * (${parallel} * ${parallel}))`;
  return `CAST(floor(2 * ${number("6371008.8")} * asin(sqrt(${half})) * 1000 + ${number("0.5")}) AS BIGINT)`;
};
