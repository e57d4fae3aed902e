import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { PROJECT } from "./built-page.ts";

/** The rules of the guidelines; what axe calls good practice is read, but no fault. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Brings axe into every page of the context, past the policy of the page, which stays as strict as it is. */
export const bringAxe = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript({
    content: readFileSync(join(PROJECT, "node_modules", "axe-core", "axe.min.js"), "utf8"),
  });
};

/**
 * Everything serious that is wrong with what the page shows now: the rule, where, and the markup. `withoutText` leaves out
 * the text in the editor, for where it is the same that was looked at before.
 */
export const seriousFaults = async (
  page: Page,
  rules: readonly string[] = [],
  withoutText = false,
): Promise<readonly string[]> => {
  const options: RunOptions = {
    resultTypes: ["violations"],
    runOnly: rules.length === 0 ? { type: "tag", values: TAGS } : { type: "rule", values: [...rules] },
  };
  const violations = await page.evaluate(
    async ({ options, withoutText }) => {
      const { axe } = window as unknown as {
        readonly axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
      };
      const results = await axe.run(withoutText ? { exclude: [".monaco-editor"] } : document, options);
      return results.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map(({ target, html, failureSummary }) => ({
          target: target.flat().join(" "),
          html,
          failureSummary: failureSummary ?? "",
        })),
      }));
    },
    { options, withoutText },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id}: ${target}: ${html.slice(0, 200)}: ${failureSummary.replaceAll(/\s+/g, " ").slice(0, 240)}`,
      ),
    );
};
