import { canonicalData, sha256Hex, type IndexedFacts } from "./data/index.ts";
import type { Facts } from "./model/facts.ts";
import type { Program } from "./model/ir.ts";
import type { Receipt } from "./model/outcome.ts";
import { VERSION } from "./version.ts";

/** What a result was found with, so that anybody can tell whether it would be found again. */
export const receiptOf = async (
  program: Program,
  texts: { readonly policy: string; readonly vocabularies: readonly string[] },
  facts: IndexedFacts,
  taken: ReadonlyMap<string, number> = new Map(),
): Promise<Receipt> => {
  const readings = new Map<string, number>();
  for (const { name, adopted } of program.readings.values()) {
    const option = taken.get(name) ?? adopted;
    if (option !== null) readings.set(name, option);
  }
  return {
    ...(await textHashes(texts)),
    data: await sha256Hex(canonicalData(facts.tables)),
    readings: Object.fromEntries([...readings].sort(([left], [right]) => (left < right ? -1 : 1))),
    compiler: VERSION,
  };
};

/** Names of records where the register gives one (its field 名称), by 对象 and 编号. */
export const recordNames =
  (facts: Facts): ((object: string, id: string) => string | null) =>
  (object, id) => {
    const name = facts.record(object, id)?.facts.get("名称");
    return name?.kind === "text" ? name.value : null;
  };

/** Texts of the policy and its vocabularies as one receipt sees them, independent of encoding and line ends. */
const textHashes = async ({
  policy,
  vocabularies,
}: {
  readonly policy: string;
  readonly vocabularies: readonly string[];
}): Promise<{ policy: string; vocabulary: string }> => {
  const parts = await Promise.all(vocabularies.map((text) => sha256Hex(text)));
  return {
    policy: await sha256Hex(policy),
    // No vocabulary has no checksum.
    vocabulary:
      parts.length === 0 ? "" : parts.length === 1 ? parts[0]! : await sha256Hex(parts.sort().join("\n")),
  };
};
