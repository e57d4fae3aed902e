/** 12,345: figures in groups of three, as in the reports. */
export const inGroups = (figure: number): string => String(figure).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

/** 850米, 1.5公里: a distance as one reads it. */
export const inMetres = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres)}米` : `${Number((metres / 1000).toFixed(2))}公里`;
