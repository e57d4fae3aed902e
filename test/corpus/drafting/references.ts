import type { OfficialDocument } from "../../../language/document/index.ts";
import { printNumeral } from "../../../language/numerals.ts";
import { span } from "../../../language/source.ts";
import { matchesOf, oneEdit, pickMatch, type Choice, type Damage, type Injector } from "./damage.ts";

/** What a text calls itself, by the end of its title. */
export const ownName = ({ title }: OfficialDocument): string | null =>
  /(条例|办法|规定|细则|法)(?:[（(].*)?$/.exec(title ?? "")?.[1] ?? null;

/** A reference that leads nowhere: beyond the last article, 前款 in a first paragraph, 上述. */
export const citation: Injector = (document, choice) =>
  choice.pick([beyondLast, beyondLast, missingParagraph, nothingBefore, nothingBefore, unknownAbove])(
    document,
    choice,
  );

const beyondLast: Injector = (document, choice) => {
  const name = ownName(document);
  const last = Math.max(
    ...document.provisions.map(({ level, number }) => (level === "article" ? (number ?? 0) : 0)),
  );
  if (name === null || last < 5) return null;
  const number = printNumeral(last + choice.whole(1, 30));
  const cited = pickMatch(document, choice, new RegExp(`本${name}第([一二三四五六七八九十百]+)条`, "g"));
  if (cited !== null && choice.whole(0, 2) > 0) {
    const at = cited.start + name.length + 2;
    return {
      edits: [{ at, remove: cited.groups[1]!.length, insert: number }],
      places: [span(cited.start, cited.end)],
      what: `an article ${number} that does not exist`,
    };
  }
  const against = pickMatch(document, choice, new RegExp(`违反本${name}(?!第)`, "g"));
  return against === null
    ? null
    : oneEdit(against.end, 0, `第${number}条`, `an article ${number} that does not exist`);
};

const missingParagraph: Injector = (document, choice) => {
  const own = new RegExp(`本${ownName(document) ?? "文"}第[一二三四五六七八九十百]+条第([一二三])款`, "g");
  const cited = pickMatch(document, choice, own);
  if (cited === null) return null;
  const number = choice.pick(["七", "八", "九"]);
  return {
    edits: [{ at: cited.end - 2, remove: 1, insert: number }],
    places: [span(cited.start, cited.end)],
    what: `a paragraph ${number} that does not exist`,
  };
};

const nothingBefore: Injector = (document, choice) => {
  const firsts = matchesOf(document, /^/g).filter(
    ({ run: { provision } }) =>
      provision.level === "paragraph" && provision.number === 1 && provision.parent?.level === "article",
  );
  if (firsts.length === 0) return null;
  const words = choice.pick([
    "违反前款规定的，",
    "除前款规定外，",
    "依照前两款的规定，",
    "有前款所列情形的，",
  ]);
  return oneEdit(choice.pick(firsts).start, 0, words, "前款 in the first paragraph of an article");
};

const unknownAbove: Injector = (document, choice) => {
  const first = pickMatch(document, choice, /(?<=，)(?=应当|不得|可以)/g);
  const words = choice.pick(["依照上述规定", "按照上述标准", "属于上述情形的，"]);
  return first === null ? null : oneEdit(first.start, 0, words, "上述 names no place");
};

/** 本办法 in a 条例: a sentence taken over from another text. */
export const selfName: Injector = (document, choice) => {
  const name = ownName(document);
  if (name === null) return null;
  const own = pickMatch(document, choice, new RegExp(`本${name}(?![院人律定庭])`, "g"));
  if (own === null) return null;
  const kinds = ["条例", "办法", "规定", "细则", "意见", "法"].filter((kind) => kind !== name);
  const other = choice.pick(kinds);
  const damage: Damage = oneEdit(own.start + 1, name.length, other, `本${other} in a ${name}`);
  return { ...damage, places: [span(own.start, own.end)] };
};

/** One document number written in two ways. */
export const documentNumber: Injector = (document, choice) => {
  const ends = matchesOf(document, /。/g).filter(
    ({ run: { provision } }) => provision.level === "paragraph" && provision.children.length === 0,
  );
  if (ends.length < 4) return null;
  const at = choice.whole(0, ends.length - 2);
  const first = ends[at]!;
  const second = ends[choice.whole(at + 1, ends.length - 1)]!;
  const [name, year, number] = [choice.pick(ISSUERS), choice.whole(2008, 2024), choice.whole(2, 98)];
  const [form, other] = numberForms(choice, name, year, number);
  const sentence = (written: string): string => `收费标准按照《关于规范服务收费的通知》（${written}）执行。`;
  return {
    edits: [
      { at: first.end, remove: 0, insert: sentence(form) },
      { at: second.end, remove: 0, insert: sentence(other) },
    ],
    places: [span(first.end, first.end), span(second.end, second.end)],
    what: `${form} and ${other}`,
  };
};

const ISSUERS = ["国发", "国办发", "冀政发", "黑医保规", "粤府办", "建房"] as const;

const numberForms = (choice: Choice, name: string, year: number, number: number): [string, string] =>
  choice.pick<[string, string]>([
    [`${name}〔${year}〕${number}号`, `${name}[${year}]${number}号`],
    [`${name}〔${year}〕${number}号`, `${name}（${year}）${number}号`],
    [`${name}〔${year}〕${number}号`, `${name}【${year}】${number}号`],
    [`${name}〔${year}〕${number}号`, `${name}〔${year}〕第${number}号`],
    [`${name}〔${year}〕${number}号`, `${name}〔${year}〕 ${number} 号`],
    [`国务院令第${500 + number}号`, `国务院令第 ${500 + number} 号`],
    [`国务院令第${500 + number}号`, `国务院第${500 + number}号令`],
  ]);
