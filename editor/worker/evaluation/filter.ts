import type { ResultFilter } from "../worker-api.ts";
import { restsOn } from "./provisions.ts";
import type { Results } from "./results.ts";
import { contradictingRows } from "./urgency.ts";

/** The rows that a filter leaves, in their own order. Words are sought once in each rule and record, not in each row. */
export const rowFilter = (results: Results): ((filter: ResultFilter) => Uint32Array) => {
  const { decision, record, status, decisions, records, statuses, values } = results.shown;
  const ruleTexts = decisions.map(({ id, label }) => folded(`${id}\n${label ?? ""}`));
  const recordTexts = records.map(({ id, name }) => folded(`${id}\n${name ?? ""}`));
  const contradicting = contradictingRows(results.shown);
  return (filter) => {
    const words = folded(filter.text)
      .split(/\s+/u)
      .filter((word) => word !== "");
    const inRules = words.map((word) => marks(ruleTexts, (text) => text.includes(word)));
    const inRecords = words.map((word) => marks(recordTexts, (text) => text.includes(word)));
    const isRule = marks(decisions, ({ id, rule }, at) => {
      if (filter.decision !== null && filter.decision !== id && filter.decision !== rule) return false;
      return filter.provision === null || restsOn(results, results.decisions[at]!, filter.provision);
    });
    const isRecord = marks(records, ({ object, id, region }) => {
      if (filter.record !== null && (filter.record.object !== object || filter.record.id !== id))
        return false;
      return filter.region === null || filter.region === region;
    });
    const isStatus = marks(statuses, (each) => {
      if (filter.provision !== null && !DECIDED.has(each)) return false;
      return filter.statuses.length === 0 || filter.statuses.includes(each);
    });
    const found = new Uint32Array(decision.length);
    let count = 0;
    for (let row = 0; row < decision.length; row += 1) {
      const [rule, whose] = [decision[row]!, record[row]!];
      if (isRule[rule] === 0 || isRecord[whose] === 0 || isStatus[status[row]!] === 0) continue;
      if (filter.contradicting && !contradicting.has(row)) continue;
      const isMeant = words.every(
        (word, at) =>
          inRules[at]![rule] === 1 ||
          inRecords[at]![whose] === 1 ||
          (values.get(row) !== undefined && folded(values.get(row)!).includes(word)),
      );
      if (!isMeant) continue;
      found[count] = row;
      count += 1;
    }
    return found.slice(0, count);
  };
};

/** Results in which a provision has decided something. */
const DECIDED: ReadonlySet<string> = new Set(["成立", "不符合", "符合", "已认定", "冲突"]);

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

const marks = <Item>(items: readonly Item[], test: (item: Item, at: number) => boolean): Uint8Array =>
  Uint8Array.from(items, (item, at) => (test(item, at) ? 1 : 0));
