/** Whether a box was ticked. */
export const isTicked = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.checked;

/** What was chosen in a list. The list then shows `shown` again, where it is a menu more than a state. */
export const chosenIn = ({ target }: Event, shown: string | null = null): string => {
  if (!(target instanceof HTMLSelectElement)) return "";
  const { value } = target;
  if (shown !== null) target.value = shown;
  return value;
};

/** Arrow keys go from one item of an unfolding list to the next. */
export const moveInList = (event: KeyboardEvent, root: ParentNode): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const items = [...root.querySelectorAll<HTMLElement>(".item")];
  const at = items.findIndex((item) => item === event.target);
  if (at === -1) return;
  event.preventDefault();
  items[at + step]?.focus();
};
