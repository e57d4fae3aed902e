/** What was chosen last in this tab, so that a reload does not lose it. */
export interface KeptChoice {
  readonly left: string | null;
  readonly right: string | null;
  readonly withData: boolean;
  readonly second: boolean;
}

const KEY = "tiaowen.comparison";

export const readChoice = (): KeptChoice | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const values = new Map<string, unknown>(Object.entries(kept));
    const path = (name: "left" | "right"): string | null => {
      const value = values.get(name);
      return typeof value === "string" ? value : null;
    };
    return {
      left: path("left"),
      right: path("right"),
      withData: values.get("withData") !== false,
      second: values.get("second") === true,
    };
  } catch {
    return null;
  }
};

export const keepChoice = (choice: KeptChoice): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing begins with the open policy again.
  }
};
