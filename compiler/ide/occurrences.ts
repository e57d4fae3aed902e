import { countBegun } from "./begun.ts";
import { slice, wordsOfBlock, type Name, type PolicyFile, type Span } from "../../language/index.ts";
import { declaredId, lookUp, type Declared, type DeclaredKind } from "../resolve/declared.ts";
import type { FilePlace, PolicyView } from "./model.ts";

/** One place where a name stands, and what it may mean there. */
export interface Occurrence extends FilePlace {
  /** `declaredId` of each thing that is meant; one, but where several declarations share the words. */
  readonly targets: readonly string[];
  readonly isDeclaration: boolean;
}

/** Every place of every name: uses that were checked, headers, and words that no rule was checked for. */
export interface Occurrences {
  readonly all: readonly Occurrence[];
  /** In order of position, by file. */
  readonly byFile: ReadonlyMap<string, readonly Occurrence[]>;
  readonly byTarget: ReadonlyMap<string, readonly Occurrence[]>;
}

/** Collected once for each compiled policy. */
export const occurrencesOf = (view: PolicyView): Occurrences => {
  const found = cache.get(view.model);
  if (found !== undefined) return found;
  const made = new Collector(view).collect();
  cache.set(view.model, made);
  return made;
};

const cache = new WeakMap<PolicyView["model"], Occurrences>();

/** The narrowest occurrence around an offset; at a border the one that begins there. */
export const occurrenceAt = (view: PolicyView, file: string, offset: number): Occurrence | null => {
  const places = occurrencesOf(view).byFile.get(file) ?? [];
  const begun = countBegun(places, offset);
  for (let at = begun - 1; at >= Math.max(0, begun - 3); at -= 1) {
    const place = places[at]!;
    if (place.span.start <= offset && offset <= place.span.end) return place;
  }
  return null;
};

class Collector {
  readonly #view: PolicyView;
  readonly #places = new Map<string, { place: FilePlace; targets: Set<string>; isDeclaration: boolean }>();

  constructor(view: PolicyView) {
    this.#view = view;
  }

  collect(): Occurrences {
    const { declarations, uses } = this.#view.model;
    for (const declared of declarations.all) {
      this.#add(declared.place.file, declared.place.span, declaredId(declared), true);
    }
    for (const { file, span, target } of uses) this.#add(file, span, target, false);
    for (const file of [...this.#view.vocabularies, this.#view.file]) this.#headers(file);
    for (const file of [...this.#view.vocabularies, this.#view.file]) this.#words(file);
    const all = [...this.#places.values()]
      .map(({ place, targets, isDeclaration }): Occurrence => ({
        ...place,
        targets: [...targets],
        isDeclaration,
      }))
      .sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
    const byFile = new Map<string, Occurrence[]>();
    const byTarget = new Map<string, Occurrence[]>();
    const push = (map: Map<string, Occurrence[]>, key: string, occurrence: Occurrence): void => {
      const list = map.get(key);
      if (list === undefined) map.set(key, [occurrence]);
      else list.push(occurrence);
    };
    for (const occurrence of all) {
      push(byFile, occurrence.file, occurrence);
      for (const target of occurrence.targets) push(byTarget, target, occurrence);
    }
    return { all, byFile, byTarget };
  }

  #add(file: string, span: Span, target: string, isDeclaration: boolean): void {
    const key = `${file} ${span.start} ${span.end}`;
    const known = this.#places.get(key);
    if (known === undefined)
      this.#places.set(key, { place: { file, span }, targets: new Set([target]), isDeclaration });
    else {
      known.targets.add(target);
      known.isDeclaration ||= isDeclaration;
    }
  }

  /** Names in places that are declarations themselves: headers, objects of fields, targets of exceptions. */
  #headers(file: PolicyFile): void {
    const { declarations } = this.#view.model;
    const add = (name: Name | null | { readonly kind: "missing" }, kinds: readonly DeclaredKind[]): void => {
      if (name === null || name.kind === "missing") return;
      for (const kind of kinds) {
        const declared = lookUp(declarations, kind, name.text);
        if (declared === undefined) continue;
        this.#add(file.source.name, name.span, declaredId(declared), false);
        return;
      }
    };
    for (const block of file.blocks) {
      switch (block.kind) {
        case "object":
          for (const { type } of block.fields) if (type.kind === "reference") add(type.object, ["object"]);
          break;
        case "parameter":
          add(block.regional, ["object"]);
          break;
        case "definition":
          add(block.name, ["definition"]);
          break;
        case "indicator":
          add(block.name, ["indicator"]);
          for (const { object } of block.indicators) add(object, ["object"]);
          break;
        case "classification":
          add(block.name, ["classification"]);
          add(block.object, ["object"]);
          break;
        case "exception":
          for (const { targets } of block.sentences) {
            for (const target of targets) if (target.kind === "rule") add(target.name, RESULTS);
          }
          break;
        case "case":
          for (const setting of block.settings) {
            if (setting.kind === "recordedReason") add(setting.rule, RESULTS);
          }
          break;
        case "metadata":
        case "measures":
        case "ranking":
        case "rule":
        case "reading":
        case "note":
        case "assertion":
        case "boundary":
        case "property":
          break;
      }
    }
  }

  /** Words that are cut as a name but were not checked: in a sentence that has an error, or beside their field. */
  #words(file: PolicyFile): void {
    const { byName, byId } = this.#view.model.declarations;
    const name = file.source.name;
    const starts = new Map<number, string>();
    for (const { place, targets } of this.#places.values()) {
      if (place.file === name) starts.set(place.span.start, targets.values().next().value!);
    }
    for (const segment of file.segments.blocks) {
      const tokens =
        wordsOfBlock({ text: file.source.text, segment, vocabulary: file.vocabulary })?.lexed.tokens ?? [];
      let before: Declared | undefined;
      for (const token of tokens) {
        if (token.tokenType.name !== "Term") {
          if (token.tokenType.name !== "Is" && token.tokenType.name !== "Negator") before = undefined;
          continue;
        }
        const known = starts.get(token.startOffset);
        if (known !== undefined) {
          before = byId.get(known);
          continue;
        }
        const meant = oneMeaning(byName.get(token.image) ?? [], before);
        before = meant;
        if (meant === undefined) continue;
        this.#add(name, { start: token.startOffset, end: token.endOffset + 1 }, declaredId(meant), false);
      }
    }
  }
}

const RESULTS = ["rule", "classification", "definition", "indicator", "ranking"] as const;

/** The only thing that the words can mean; a value behind its own field is that of the field. */
const oneMeaning = (known: readonly Declared[], before: Declared | undefined): Declared | undefined => {
  if (new Set(known.map(declaredId)).size === 1) return known[0];
  if (before === undefined || (before.kind !== "field" && before.kind !== "classification")) return undefined;
  const owned = known.filter(
    (declared) =>
      declared.kind === "value" && declared.owner === before.name && declared.object === before.object,
  );
  return owned.length === 1 ? owned[0] : undefined;
};

const QUOTE_MARKS = /^[「『“｢"]|[」』”｣"]$/g;

/** The name that stands there, without its marks and without white space. */
export const nameIn = (file: PolicyFile, span: Span): string =>
  slice(file.source, span).replaceAll(QUOTE_MARKS, "").replaceAll(/\s/g, "");
