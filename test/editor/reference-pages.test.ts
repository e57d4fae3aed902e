import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPage, referencePages } from "../../editor/build/reference-pages.ts";
import { placeOfWord, searchHelp } from "../../editor/components/help/help-search.ts";

const pages = referencePages(join(import.meta.dirname, "..", "..", "language", "reference"));

const headingOf = (name: string, words: string): string | undefined =>
  pages.find((page) => page.name === name)?.headings.find((heading) => heading.words.startsWith(words))?.id;

describe("the help", () => {
  test("has every page of the language reference, the first one first", () => {
    expect(pages.map(({ name }) => name)).toEqual([
      "README",
      "studio",
      "document",
      "words",
      "blocks",
      "meaning",
      "comparison",
      "analysis",
      "mutation",
      "targets",
      "tables",
      "diagnostics",
    ]);
    expect(pages.every(({ title, html }) => title !== "" && html.includes("<h1"))).toBe(true);
  });

  test("every link leads to a page and a heading that are there", () => {
    const broken = pages.flatMap(({ name, html }) =>
      [...html.matchAll(/data-page="([^"]*)" data-anchor="([^"]*)"/g)].flatMap(([, page, anchor]) => {
        const target = pages.find((each) => each.name === page);
        if (target === undefined) return [`${name} → ${page}`];
        if (anchor === "" || target.headings.some(({ id }) => id === anchor)) return [];
        return [`${name} → ${page}#${anchor}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test("markup in a page is refused", () => {
    expect(() => readPage("x", "# 甲\n\n<script>1</script>\n")).toThrow("HTML");
    expect(() => readPage("x", "甲 <img src=x> 乙")).toThrow("HTML");
  });

  test("addresses are told and not gone to", () => {
    const { html } = readPage("x", "[甲](javascript:alert(1)) [乙](https://a.example/b)");
    expect(html).not.toMatch(/href="(?!#")/);
  });

  test("lines go on without a space, but not in a sample", () => {
    const { html } = readPage("x", "甲乙\n丙丁\n\n```\n甲\n乙\n```\n");
    expect(html).toContain("甲乙丙丁");
    expect(html).toContain("甲\n乙");
  });

  test("words are found, headings first", () => {
    const [first] = searchHelp(pages, "参数", 5);
    expect(first).toMatchObject({ inHeading: true });
    expect(searchHelp(pages, "绝没有这样的字句", 5)).toEqual([]);
    expect(placeOfWord(pages, "规则")).toEqual({ page: "blocks", anchor: headingOf("blocks", "【规则】") });
    expect(placeOfWord(pages, "对象")?.page).toBe("blocks");
    expect(placeOfWord(pages, "绝没有这样的字句")).toBeNull();
  });
});
