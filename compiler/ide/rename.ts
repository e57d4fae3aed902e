import { KEYWORDS, unitOf, type TextEdit } from "../../language/index.ts";
import { declaredId, KIND_NAMES, type Declared } from "../resolve/declared.ts";
import { edited, errorsAdded, movedBy, type Change } from "./applied-edits.ts";
import { nameOfPlace } from "./definition.ts";
import type { FileEdits, PolicyView, RenameAnswer } from "./model.ts";
import { fileNamed } from "./name-words.ts";
import { occurrenceAt, occurrencesOf, type Occurrence } from "./occurrences.ts";

const LONGEST_NAME = 40;
const FORBIDDEN = /[，,。；;：:、（）()【】「」『』“”｢｣"《》<>＜＞\s]/u;

/**
 * Gives the name at an offset another one everywhere, in the policy and in its vocabularies. The changed texts are
 * compiled and looked at: where another word would be cut differently, or something would no longer be found, nothing
 * is changed and the answer says where.
 */
export const rename = (
  view: PolicyView,
  offset: number,
  wanted: string,
  recompile: (texts: ReadonlyMap<string, string>) => PolicyView,
): RenameAnswer => {
  const found = occurrenceAt(view, view.file.source.name, offset);
  if (found === null) return refused("这里没有可以改名的名称，请把光标放在对象、字段、取值、参数等名称上。");
  const target = found.targets.length === 1 ? found.targets[0]! : null;
  if (target === null)
    return refused("这几个字在这里同时是几样东西的名称，无法确定改哪一个，请到声明它的地方改名。");
  if (target.startsWith("reading/"))
    return refused("这里是照抄的原文，不能改名。原文有改动的，请修改【理解】。");
  const name = nameOfPlace(view, found);
  const next = wanted.trim();
  const problem = nameProblem(view, target, name, next);
  if (problem !== null) return refused(problem);
  const places = (occurrencesOf(view).byTarget.get(target) ?? []).filter(
    (place) => nameOfPlace(view, place) === name,
  );
  const unclear = places.find(({ targets }) => targets.length > 1);
  if (unclear !== undefined)
    return refused(
      `“${name}”在${placeWords(view, unclear)}同时是另一样东西的名称，改名后意思会变，请先把两者分开。`,
    );
  const texts = new Map([view.file, ...view.vocabularies].map(({ source }) => [source.name, source.text]));
  let failure = "";
  // Without marks where that can be read; else with 「」 at the uses; else everywhere.
  for (const quoted of [() => false, ({ isDeclaration }: Occurrence) => !isDeclaration, () => true]) {
    const files = editsOf(view, places, next, quoted);
    const change = edited(texts, files);
    const after = recompile(change.texts);
    const wrong = difference(view, after, change, places, name, next);
    if (wrong === null) return { kind: "edits", files };
    if (failure === "") failure = wrong;
  }
  return refused(failure);
};

const refused = (message: string): RenameAnswer => ({ kind: "refused", message });

/** Why a name may not be taken, before anything is tried. */
const nameProblem = (view: PolicyView, target: string, name: string, next: string): string | null => {
  if (next === "") return "新名称不能为空。";
  if (next === name) return `新名称与原来的相同，都是“${name}”。`;
  if (next.length > LONGEST_NAME)
    return `新名称有${next.length}个字，太长了，请不要超过${LONGEST_NAME}个字。`;
  const forbidden = FORBIDDEN.exec(next);
  if (forbidden !== null) {
    const mark = forbidden[0].trim() === "" ? "空格或者换行" : `“${forbidden[0]}”`;
    return `新名称里有${mark}，名称中不能用标点和空格，请去掉它。`;
  }
  if (!/[\p{Script=Han}A-Za-z]/u.test(next)) return "新名称要有汉字或者字母，不能只有数字和符号。";
  if (Object.hasOwn(KEYWORDS, next)) return `“${next}”是规则语言的关键词，不能作名称，请换一个。`;
  if (unitOf(next) !== null) return `“${next}”是单位，不能作名称，请换一个。`;
  const { byId, byName } = view.model.declarations;
  const declared = byId.get(target);
  const clash = (byName.get(next) ?? []).find((other) => {
    if (declaredId(other) === target) return true;
    if (declared === undefined) return true;
    // The fields of two objects, and the values of two fields, may share a name.
    if (other.kind === "field" && declared.kind === "field") return other.object === declared.object;
    if (other.kind === "value" && declared.kind === "value")
      return other.object === declared.object && other.owner === declared.owner;
    // What is never written in the place of the other may share a name with it.
    if (APART.has(other.kind) || APART.has(declared.kind)) return other.kind === declared.kind;
    return true;
  });
  if (clash === undefined) return null;
  return `“${next}”已经声明为${KIND_NAMES[clash.kind]}（${placeWords(view, clash.place)}），请换一个名称。`;
};

const APART: ReadonlySet<Declared["kind"]> = new Set(["reading", "exception"]);

const QUOTED = /^[「『“｢]/;

const editsOf = (
  view: PolicyView,
  places: readonly Occurrence[],
  next: string,
  quoted: (place: Occurrence) => boolean,
): readonly FileEdits[] => {
  const byFile = new Map<string, TextEdit[]>();
  for (const place of places) {
    const text = fileNamed(view, place.file)?.source.text ?? "";
    const marks = QUOTED.test(text.slice(place.span.start, place.span.start + 1)) || quoted(place);
    const list = byFile.get(place.file) ?? [];
    list.push({ span: place.span, newText: marks ? `「${next}」` : next });
    byFile.set(place.file, list);
  }
  return [...byFile].map(([file, edits]) => ({
    file,
    edits: edits.toSorted((left, right) => left.span.start - right.span.start),
  }));
};

/** What the change would do beside the renaming; null where nothing. */
const difference = (
  view: PolicyView,
  after: PolicyView,
  change: Change,
  places: readonly Occurrence[],
  name: string,
  next: string,
): string | null => {
  const before = occurrencesOf(view);
  const now = occurrencesOf(after);
  const changed = new Set<Occurrence>(places);
  const keyOf = ({ file, span }: Pick<Occurrence, "file" | "span">): string =>
    `${file} ${span.start} ${span.end}`;
  const found = new Map(now.all.map((place) => [keyOf(place), place]));
  // What each name is declared as, by the place of its declaration in the changed texts.
  const declaredAt = (model: PolicyView["model"], move: boolean): ReadonlyMap<string, string> =>
    new Map(
      [...model.declarations.byId].map(([id, { place }]) => [
        id,
        keyOf(move ? { file: place.file, span: movedBy(change, place.file, place.span) } : place),
      ]),
    );
  const homes = declaredAt(view.model, true);
  const newHomes = declaredAt(after.model, false);
  const homesOf = (targets: readonly string[], known: ReadonlyMap<string, string>): string =>
    targets
      .map((target) => known.get(target) ?? target)
      .sort()
      .join("|");
  for (const place of before.all) {
    const moved = found.get(keyOf({ file: place.file, span: movedBy(change, place.file, place.span) }));
    if (moved !== undefined && homesOf(place.targets, homes) === homesOf(moved.targets, newHomes)) continue;
    return changed.has(place)
      ? `改为“${next}”后，${placeWords(view, place)}的“${name}”就认不出来了，请换一个名称。`
      : `改为“${next}”后，${placeWords(view, place)}的“${nameOfPlace(view, place)}”会被断成别的词，意思会变，请换一个名称。`;
  }
  const error = errorsAdded(view, after);
  if (error !== null) {
    return `改为“${next}”后，${placeWords(after, error)}会出错：${error.message}`;
  }
  if (now.all.length !== before.all.length)
    return `改为“${next}”后，其他地方的文字会被看作这个名称，意思会变，请换一个名称。`;
  return null;
};

/** 第十六条的规则, or the number of the line. */
const placeWords = (view: PolicyView, { file, span }: Pick<Occurrence, "file" | "span">): string => {
  const found = fileNamed(view, file);
  if (found === null) return "另一份文件";
  const line = found.source.text.slice(0, span.start).split("\n").length;
  const where = `第${line}行`;
  return file === view.file.source.name ? where : `“${file}”${where}`;
};
