import type { Page } from "playwright-core";

/** What the Tab key found on its way through the window. */
export interface TabWalk {
  /** Names of the stops in their order. */
  readonly stops: readonly string[];
  /** Controls that can be seen and were never reached. */
  readonly missed: readonly string[];
  /** Stops that do not show that they have the keyboard. */
  readonly withoutRing: readonly string[];
  /** Stops that lie outside the window or below something else. */
  readonly hidden: readonly string[];
  /** The way came back to where it began. */
  readonly isRound: boolean;
}

/** What a walk says where nothing is wrong. */
export const NOTHING_WRONG = { missed: [], withoutRing: [], hidden: [], isRound: true } as const;

interface Control {
  readonly id: number;
  readonly name: string;
  readonly isInWindow: boolean;
}

interface Stop {
  readonly id: number;
  readonly name: string;
  readonly isRinged: boolean;
  readonly isSeen: boolean;
  readonly isInText: boolean;
}

/** More stops than any window has. */
const MOST = 250;

/** Goes through the window, the text included, with the Tab key alone until it is back at the first stop. */
export const walkWithTab = async (page: Page): Promise<TabWalk> => {
  const controls = await page.evaluate(collectControls);
  const stops: Stop[] = [];
  const reached = new Set<number>();
  let isRound = false;
  for (let presses = 0; presses < MOST && !isRound; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(describeStop);
    // Parts of one control, such as the year and the month of a date, are one stop.
    if (stop === null || stop.id === stops.at(-1)?.id) continue;
    if (reached.has(stop.id)) {
      isRound = stop.id === stops[0]?.id;
      if (isRound) break;
      throw new Error(`The Tab key goes in a circle at: ${stop.name}`);
    }
    reached.add(stop.id);
    stops.push(stop);
  }
  const namesOf = (found: readonly Stop[]): readonly string[] => found.map(({ name }) => name);
  return {
    stops: namesOf(stops),
    missed: controls.filter(({ id }) => !reached.has(id)).map(({ name }) => name),
    withoutRing: namesOf(stops.filter(({ isRinged, isInText }) => !isRinged && !isInText)),
    hidden: namesOf(stops.filter(({ isSeen }) => !isSeen)),
    isRound,
  };
};

/** Everything that Tab should reach, with the number that is put on it. Runs in the page. */
const collectControls = (): readonly Control[] => {
  const numbered = window as unknown as { tabNumbers?: WeakMap<Element, number>; tabCount?: number };
  numbered.tabNumbers = new WeakMap();
  numbered.tabCount = 0;
  const found: Control[] = [];
  /** Below a window of its own nothing can be reached. */
  const isModal = (element: Element): boolean => element.matches("dialog:modal");
  const isUnder = (element: Element): boolean => {
    for (let at: Node | null = element; at !== null;) {
      if (at instanceof Element && isModal(at)) return true;
      const slot: Node | null = at instanceof Element ? at.assignedSlot : null;
      at = at instanceof ShadowRoot ? at.host : (slot ?? at.parentNode);
    }
    return false;
  };
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.shadowRoot !== null) look(element.shadowRoot);
      const isControl = element.matches(
        "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]",
      );
      if (!isControl || element.tabIndex < 0 || element.matches(":disabled")) continue;
      // The many parts of the editor are reached through its text.
      if (element.closest(".monaco-editor") !== null && !element.matches(".native-edit-context, textarea"))
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      numbered.tabCount! += 1;
      numbered.tabNumbers!.set(element, numbered.tabCount!);
      const words = element.getAttribute("aria-label") ?? element.innerText.trim().slice(0, 30);
      found.push({
        id: numbered.tabCount!,
        name: `${element.localName} ${element.className} ${words}`,
        isInWindow: isUnder(element),
      });
    }
  };
  look(document);
  const windows = found.filter(({ isInWindow }) => isInWindow);
  return windows.length > 0 ? windows : found;
};

/** The element that has the keyboard; null between the end of the page and its beginning. Runs in the page. */
const describeStop = (): Stop | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body || active === document.documentElement)
    return null;
  const numbered = window as unknown as { tabNumbers: WeakMap<Element, number>; tabCount: number };
  if (!numbered.tabNumbers.has(active)) {
    numbered.tabCount += 1;
    numbered.tabNumbers.set(active, numbered.tabCount);
  }
  const hasOutline = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return (
      outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && outlineColor !== "rgba(0, 0, 0, 0)"
    );
  };
  const root = active.getRootNode() as Document | ShadowRoot;
  const inner = active.getAttribute("aria-activedescendant");
  const marked = inner === null ? null : root.getElementById(inner);
  const { left, right, top, bottom } = (marked ?? active).getBoundingClientRect();
  const isInside = left >= -1 && right <= innerWidth + 1 && bottom > 0 && top < innerHeight;
  let upper: Element | null = document.elementFromPoint(
    (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
    (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
  );
  const chain = (element: Element | null): readonly Element[] => {
    const all: Element[] = [];
    for (let at: Node | null = element; at !== null;) {
      if (at instanceof Element) all.push(at);
      const slot: Node | null = at instanceof Element ? at.assignedSlot : null;
      at = at instanceof ShadowRoot ? at.host : (slot ?? at.parentNode);
    }
    return all;
  };
  while (upper?.shadowRoot) {
    const deeper: Element | null = upper.shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (deeper === null || deeper === upper) break;
    upper = deeper;
  }
  const isInText = active.closest(".monaco-editor") !== null;
  const words = active.getAttribute("aria-label") ?? active.innerText.trim().slice(0, 30);
  return {
    id: numbered.tabNumbers.get(active)!,
    name: `${active.localName} ${active.className} ${words}`,
    isRinged: hasOutline(active) || (marked !== null && hasOutline(marked)),
    isSeen:
      isInside && (isInText || chain(upper).includes(marked ?? active) || chain(active).includes(upper!)),
    isInText,
  };
};
