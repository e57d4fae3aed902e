/** What stands in the control that an event came from. */
export const entered = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : "";
