/** Order by UTF-16 code units: the same on every machine, unlike an order by language. */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
