import { expect, test } from "vitest";
import { TOKEN_KINDS } from "../../../compiler/ide/index.ts";
import { GROUNDS, TOKEN_COLOURS, TOKEN_ROLES } from "../../../editor/monaco/token-colours.ts";
import { THEMES } from "../../../editor/state/settings-model.ts";

const luminance = (hex: string): number => {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

const contrast = (left: string, right: string): number => {
  const [dark, light] = [luminance(left), luminance(right)].sort((first, second) => first - second);
  return (light! + 0.05) / (dark! + 0.05);
};

test("every kind of word has a colour", () => {
  expect(Object.keys(TOKEN_ROLES).sort()).toEqual([...TOKEN_KINDS].sort());
});

test.each(THEMES)("words can be read on every ground of the theme %s", (theme) => {
  const least = theme.startsWith("contrast") ? 7 : 4.5;
  const weak = Object.entries(TOKEN_COLOURS[theme]).flatMap(([role, colour]) =>
    Object.entries(GROUNDS[theme])
      .filter(([, ground]) => contrast(colour, ground) < least)
      .map(([ground]) => `${role} on ${ground}`),
  );
  expect(weak).toEqual([]);
});
