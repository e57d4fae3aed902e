import { compileFunction } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commentText,
  fileName,
  Identifiers,
  propertyKey,
  sqlString,
  SqlIdentifiers,
  stringLiteral,
} from "../../../compiler/generate/names.ts";
import { everyHostileName, hostileName } from "./hostile-name.ts";

const names = fc.uniqueArray(hostileName, { minLength: 1, maxLength: 30 });

/** What a piece of JavaScript gives. */
const run = (code: string): unknown => {
  const compiled = compileFunction(`"use strict";${code}`) as () => unknown;
  return compiled();
};

const forEachName = (check: (name: string) => void): void => {
  for (const name of everyHostileName) check(name);
  fc.assert(fc.property(hostileName, check), { numRuns: 500 });
};

describe("strings and keys", () => {
  test("a literal is the same text in JavaScript and in JSON", () => {
    forEachName((name) => {
      const literal = stringLiteral(name);
      expect(run(`return ${literal}`)).toBe(name);
      expect(JSON.parse(literal)).toBe(name);
      expect(literal).not.toMatch(/[\n\r\u2028\u2029]|<\/|<!--|<script/i);
      expect(literal.isWellFormed()).toBe(true);
    });
  });

  test("keys are own keys, each with its value", () => {
    fc.assert(
      fc.property(names, (all) => {
        const body = all.map((name, at) => `${propertyKey(name)}: ${at}`).join(", ");
        const made = run(`return {${body}}`) as object;
        expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
        expect(new Map(Object.entries(made))).toEqual(new Map(all.map((name, at) => [name, at])));
      }),
    );
  });
});

describe("comments", () => {
  test("never end early, in JavaScript as in SQL", () => {
    forEachName((name) => {
      const text = commentText(name);
      expect(text).not.toMatch(/[\n\r\u2028\u2029\0]|\*\/|\/\*/);
      expect(run(`/** ${text} */ return 1;`)).toBe(1);
      expect(run(`// ${text}\nreturn 2;`)).toBe(2);
      expect([...text].length).toBeLessThanOrEqual(201);
    });
    expect("broken" in globalThis).toBe(false);
  });
});

describe("identifiers", () => {
  test("are valid, different for different names, and the same for the same name", () => {
    fc.assert(
      fc.property(names, (all) => {
        const identifiers = new Identifiers();
        const prefixes = ["check", "explain", "c"];
        const asked = prefixes.flatMap((prefix) => all.map((name) => [prefix, name] as const));
        const given = asked.map(([prefix, name]) => identifiers.of(prefix, name));
        expect(new Set(given).size).toBe(given.length);
        expect(asked.map(([prefix, name]) => identifiers.of(prefix, name))).toEqual(given);
        expect(
          run(`${given.map((name, at) => `const ${name} = ${at};`).join("")} return [${given.join(",")}]`),
        ).toEqual(given.map((_, at) => at));
      }),
    );
    for (const name of everyHostileName) {
      expect(run(`const ${new Identifiers().of("check", name)} = 1; return 1`)).toBe(1);
    }
  });

  test("a plain name is seen in its identifier", () => {
    expect(new Identifiers().of("check", "定点医药机构")).toBe("check定点医药机构");
  });
});

describe("SQL", () => {
  test("a string is one string, in which only NUL is lost", () => {
    forEachName((name) => {
      const literal = sqlString(name);
      expect(literal).toMatch(/^'(?:[^']|'')*'$/);
      expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(name.replaceAll("\0", ""));
    });
  });

  test("identifiers are quoted, short enough, and different where case does not count", () => {
    fc.assert(
      fc.property(names, (all) => {
        const identifiers = new SqlIdentifiers();
        const given = all.map((name) => identifiers.of(name));
        expect(all.map((name) => identifiers.of(name))).toEqual(given);
        for (const quoted of given) {
          expect(quoted).toMatch(/^"(?:[^"\0]|"")+"$/);
          const meant = quoted.slice(1, -1).replaceAll('""', '"');
          expect(new TextEncoder().encode(meant).length).toBeLessThanOrEqual(63);
        }
        expect(new Set(given.map((quoted) => quoted.toLowerCase())).size).toBe(given.length);
      }),
    );
  });
});

describe("file names", () => {
  test("hold no folder, no reserved character and no reserved word", () => {
    forEachName((name) => {
      const made = fileName(name, ".json");
      expect(made).toMatch(
        /^[^\s\p{C}<>:"/\\|?*'`$&;.~!#%(){}[\]-][^\s\p{C}<>:"/\\|?*'`$&;.~!#%(){}[\]]*\.json$/u,
      );
      expect(made).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(140);
    });
    expect(fileName("牡丹江市细则（试行）", ".sql")).toBe("牡丹江市细则（试行）.sql");
  });
});
