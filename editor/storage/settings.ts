import { LOWER_VIEWS, MODES, SIDE_VIEWS, THEMES } from "../state/settings-model.ts";
import { z } from "./zod.ts";

const orElse = z.catch;

/** What is not as expected is taken as if it had never been set; the rest is kept. */
const SETTINGS = z.object({
  theme: orElse(z.enum(["system", ...THEMES]), "system"),
  mode: orElse(z.enum(MODES), "write"),
  lowerView: orElse(z.enum(LOWER_VIEWS), "run"),
  sideView: orElse(z.enum(SIDE_VIEWS), "explain"),
  /** Sizes of panes in pixels by the name of the divider. */
  panes: orElse(z.record(z.string(), z.number().check(z.gte(0), z.lte(20_000))), {}),
  /** Folded panes by the name of the divider. */
  folded: orElse(z.record(z.string(), z.boolean()), {}),
  /** Path of the file that was open last, by the key of the workspace. */
  lastFiles: orElse(z.record(z.string(), z.string().check(z.maxLength(1000))), {}),
  /** 基准日 that was used last; null for none. */
  day: orElse(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), null),
  /** Only provisions that nobody has treated stand in the outline. */
  untreatedOnly: orElse(z.boolean(), false),
  /** Ids of the commands that were used last, the newest first. */
  recentCommands: orElse(z.array(z.string().check(z.maxLength(60))), []),
  tourSeen: orElse(z.boolean(), false),
  /** The rules are analysed whenever they have changed. */
  analyses: orElse(z.boolean(), true),
  /** Stands on notes and in the review opinion. */
  author: orElse(z.string().check(z.maxLength(50)), ""),
});

export type Settings = Readonly<z.infer<typeof SETTINGS>>;

/** What settings are kept in; localStorage where the page may use it. */
export type SettingsPlace = Pick<Storage, "getItem" | "setItem">;

const KEY = "tiaowen.settings";

/** Settings as they were kept; whatever is broken falls back, and nothing is thrown. */
export const parseSettings = (text: string | null): Settings => {
  const whole = SETTINGS.safeParse(readJson(text));
  return whole.success ? whole.data : SETTINGS.parse({});
};

/** Settings of this browser, kept with every change. */
export class SettingsFile {
  readonly #place: SettingsPlace | null;
  #value: Settings;

  constructor(place: SettingsPlace | null = browserPlace()) {
    this.#place = place;
    this.#value = parseSettings(attempt(() => place?.getItem(KEY) ?? null));
  }

  get value(): Settings {
    return this.#value;
  }

  /** Changes some settings; where they cannot be kept they hold until the page is closed. */
  change(changes: Partial<Settings>): Settings {
    this.#value = { ...this.#value, ...changes };
    attempt(() => this.#place?.setItem(KEY, JSON.stringify(this.#value)) ?? null);
    return this.#value;
  }
}

const browserPlace = (): SettingsPlace | null =>
  attempt(() => (typeof localStorage === "undefined" ? null : localStorage));

/** Browsers that keep nothing throw at the first touch. */
const attempt = <Result>(work: () => Result): Result | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

const readJson = (text: string | null): unknown => attempt(() => JSON.parse(text ?? "{}") as unknown);
