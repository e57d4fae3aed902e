import type { OfficialDocument } from "../../../language/document/index.ts";
import { span } from "../../../language/source.ts";
import {
  matchesOf,
  oneEdit,
  pickMatch,
  type Choice,
  type Edit,
  type Injector,
  type Match,
} from "./damage.ts";

/** A term used before its definition, defined and never used, or a second short name for one thing. */
export const term: Injector = (document, choice) =>
  choice.pick([usedBefore, neverUsed, twoNames])(document, choice);

const AUTHORITY =
  /(?:国务院|省|市|县级以上人民政府)(?:[^，。、；：（）的和或及由与经对向]{2,8})(?:主管部门|管理机构|委员会|管理部门)/g;

const SHORT_NAMES = ["主管单位", "经办单位", "牵头部门", "评审机构", "受理窗口"] as const;

/** An authority that the text names at least five times, with a short name that it does not have yet. */
interface Named {
  readonly long: string;
  readonly uses: readonly Match[];
  readonly names: readonly string[];
}

const pickNamed = (document: OfficialDocument, choice: Choice): Named | null => {
  const byName = new Map<string, Match[]>();
  for (const use of matchesOf(document, AUTHORITY)) {
    const name = use.groups[0]!;
    byName.set(name, [...(byName.get(name) ?? []), use]);
  }
  const often = [...byName].filter(([, uses]) => uses.length >= 5);
  const names = SHORT_NAMES.filter((name) => !document.source.text.includes(name));
  if (often.length === 0 || names.length < 2) return null;
  const [long, uses] = choice.pick(often);
  return { long, uses, names };
};

const written = ({ start, end }: Match, insert: string): Edit => ({ at: start, remove: end - start, insert });

const define = (long: string, name: string): string => `${long}（以下简称${name}）`;

const usedBefore: Injector = (document, choice) => {
  const named = pickNamed(document, choice);
  if (named === null) return null;
  const { long, uses } = named;
  const name = choice.pick(named.names);
  const at = choice.whole(2, 3);
  return {
    edits: uses.slice(1).map((use, index) => written(use, index + 1 === at ? define(long, name) : name)),
    places: uses.slice(1, at + 1).map(({ start, end }) => span(start, end)),
    what: `${name} used before its definition`,
  };
};

const twoNames: Injector = (document, choice) => {
  const named = pickNamed(document, choice);
  if (named === null) return null;
  const { long, uses, names } = named;
  const [first, second] = [names[0]!, names[1]!];
  const [one, two, three, ...others] = uses;
  return {
    edits: [
      written(one!, define(long, first)),
      written(two!, first),
      written(three!, define(long, second)),
      ...others.map((use) => written(use, second)),
    ],
    places: [span(one!.start, one!.end), span(three!.start, three!.end)],
    what: `${long} has two short names`,
  };
};

const neverUsed: Injector = (document, choice) => {
  const authority = pickMatch(document, choice, AUTHORITY);
  const name = choice.pick(SHORT_NAMES);
  if (authority === null || document.source.text.includes(name)) return null;
  return oneEdit(authority.end, 0, `（以下${choice.pick(["简称", "称"])}${name}）`, `${name} is never used`);
};
