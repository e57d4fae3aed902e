import { signal } from "@lit-labs/signals";
import { DEFAULT_LAYOUT, type Layout, type NarrowView, type ThemeChoice } from "./settings-model.ts";

/** Windows of their own above the page; one at a time. */
export type OpenDialog =
  | { readonly kind: "shortcuts" }
  | { readonly kind: "new-policy" }
  | { readonly kind: "changed-on-disk"; readonly path: string }
  | { readonly kind: "failure"; readonly details: string };

/** An official text that was read from a file. */
export interface Draft {
  readonly text: string;
  /** Name of the file without its ending. */
  readonly name: string;
  /** What of the file did not become text, in plain sentences. */
  readonly losses: readonly string[];
}

/** How the window is arranged and what floats above it. */
export class ShellState {
  readonly layout = signal<Layout>(DEFAULT_LAYOUT);
  readonly themeChoice = signal<ThemeChoice>("system");
  readonly isNarrow = signal(false);
  readonly narrowView = signal<NarrowView>("text");
  /** Words that the command palette starts with; null while it is closed. */
  readonly palette = signal<string | null>(null);
  readonly dialog = signal<OpenDialog | null>(null);
  /** Step of the tour; null while it does not run. */
  readonly tourStep = signal<number | null>(null);
  readonly isTourDone = signal(false);
  /** Path of the file that was open last, by the key of the workspace. */
  readonly lastFiles = signal<Readonly<Record<string, string>>>({});
  /** Text that a new policy is to be made of. */
  readonly draft = signal<Draft | null>(null);
  /** Files whose unsaved texts were given back after the page had ended. */
  readonly recovered = signal<readonly string[]>([]);
  /** Only provisions that nobody has treated stand in the outline. */
  readonly untreatedOnly = signal(false);
  /** Ids of the commands that were used last, the newest first. */
  readonly recentCommands = signal<readonly string[]>([]);
  /** Page of the help, and the heading or words to go to. */
  readonly helpPlace = signal<{ readonly page: string; readonly anchor: string | null }>({
    page: "README",
    anchor: null,
  });
  /** The text is being read by the compiler for longer than one notices. */
  readonly isBusy = signal(false);

  arrange(change: Partial<Layout>): void {
    this.layout.set({ ...this.layout.get(), ...change });
  }
}
