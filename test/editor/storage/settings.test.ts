import { expect, test } from "vitest";
import { parseSettings, SettingsFile, type SettingsPlace } from "../../../editor/storage/settings.ts";

const DEFAULTS = {
  theme: "system",
  mode: "write",
  lowerView: "run",
  sideView: "explain",
  panes: {},
  folded: {},
  lastFiles: {},
  day: null,
  untreatedOnly: false,
  recentCommands: [],
  tourSeen: false,
  analyses: true,
  author: "",
};

test.each([null, "", "{", "null", "[]", "1", '"text"', "{}"])(
  "%j gives the settings to begin with",
  (text) => {
    expect(parseSettings(text)).toEqual(DEFAULTS);
  },
);

test("one broken setting falls back alone, and what is not known is left out", () => {
  const text = JSON.stringify({
    theme: "pink",
    author: "法制科 张三",
    panes: { outline: -1 },
    day: "2025-06-01",
    lowerView: "map",
    other: "x",
  });
  expect(parseSettings(text)).toEqual({
    ...DEFAULTS,
    author: "法制科 张三",
    day: "2025-06-01",
    lowerView: "map",
  });
});

test("changes are kept and found again", () => {
  const kept = new Map<string, string>();
  const place: SettingsPlace = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
  const settings = new SettingsFile(place);
  settings.change({ theme: "dark", panes: { outline: 280 } });
  settings.change({ tourSeen: true });
  expect(new SettingsFile(place).value).toEqual({
    ...DEFAULTS,
    theme: "dark",
    panes: { outline: 280 },
    tourSeen: true,
  });
});

test("a browser that keeps nothing still has settings until the page is closed", () => {
  const refuse = (): never => {
    throw new DOMException("no", "SecurityError");
  };
  const settings = new SettingsFile({ getItem: refuse, setItem: refuse });
  expect(settings.value).toEqual(DEFAULTS);
  settings.change({ author: "张三" });
  expect(settings.value.author).toBe("张三");
});
