import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROKEN_KINDS, tryMutation, type Breakable } from "./broken-engines.ts";

// Those that show at once; `npm run verify:full` breaks every operator of the list.
describe.each(BROKEN_KINDS)(
  "an operator that is broken in $name is noticed",
  ({ mutations, start, most }) => {
    let breakable: Breakable;
    beforeAll(async () => {
      breakable = await start();
    });
    afterAll(() => breakable.close());

    const quick = mutations.filter(({ quick: isQuick }) => isQuick === true);

    test.each(quick)("$name", async (mutation) => {
      expect(await tryMutation(mutation, breakable, most)).toMatchObject({ kind: "noticed" });
    });

    test("not where nothing is broken", async () => {
      const harmless = { name: "nothing", from: /$/g, to: " " };
      expect(await tryMutation(harmless, breakable, 3)).toEqual({ kind: "unnoticed" });
    });
  },
);
