/** Days since 1970-01-01, and the way back, by the calendar of the language itself. */
export const dayOf = (date: string): number => Date.parse(date) / DAY;

export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const DAY = 86_400_000;
