import { printNumeral } from "../numerals.ts";
import { span, type SourceText, type Span } from "../source.ts";
import type { Provision } from "./model.ts";
import type { Draft } from "./outline.ts";
import { addressOf, type Address, type LabelStyle } from "./provision-labels.ts";
import { withoutSpace } from "./whitespace.ts";

export interface ProvisionTree {
  readonly provisions: readonly Provision[];
  readonly roots: readonly Provision[];
  readonly byPath: ReadonlyMap<string, Provision>;
}

/** Gives every draft its path, its label and its place in the tree. */
export const buildProvisions = (
  drafts: readonly Draft[],
  source: SourceText,
  style: LabelStyle,
): ProvisionTree => new ProvisionBuilder(source, style).build(drafts);

type MutableProvision = { -readonly [Key in keyof Provision]: Provision[Key] } & {
  children: Provision[];
};

interface Surroundings {
  readonly parent: MutableProvision | null;
  /** Address that children of the parent extend; null below chapters, whose articles stand alone. */
  readonly address: Address | null;
  readonly inArticle: boolean;
  readonly annex: Address | null;
}

class ProvisionBuilder {
  readonly #source: SourceText;
  readonly #style: LabelStyle;
  readonly #provisions: MutableProvision[] = [];
  readonly #byPath = new Map<string, Provision>();
  readonly #repeated = new Map<string, number>();

  constructor(source: SourceText, style: LabelStyle) {
    this.#source = source;
    this.#style = style;
  }

  build(drafts: readonly Draft[]): ProvisionTree {
    const around: Surroundings = { parent: null, address: null, inArticle: false, annex: null };
    const roots = drafts.map((draft) => this.#provision(draft, around, 1, 1));
    return { provisions: this.#provisions, roots, byPath: this.#byPath };
  }

  #provision(draft: Draft, around: Surroundings, order: number, siblings: number): Provision {
    const ordinal = draft.level === "paragraph" ? this.#ordinal(draft, order) : null;
    const position = { order, siblings, ordinal, inArticle: around.inArticle, annex: around.annex };
    const base = addressOf(draft, around.address, position, this.#style);
    const path = this.#unique(base.path);
    const label =
      path === base.path ? base.label : `${base.label}（同号第${path.slice(base.path.length + 1)}处）`;
    const address = { path, label };
    const provision: MutableProvision = {
      path,
      level: draft.level,
      label,
      number: draft.level === "paragraph" ? order : draft.number,
      insertion: draft.insertion,
      title:
        draft.titleSpan && withoutSpace(this.#source.text.slice(draft.titleSpan.start, draft.titleSpan.end)),
      titleSpan: draft.titleSpan,
      span: span(draft.start, draft.start),
      pieces: draft.titleStandsAlone && draft.titleSpan ? [draft.titleSpan] : [],
      parent: around.parent,
      children: [],
    };
    this.#provisions.push(provision);
    this.#byPath.set(path, provision);
    const inside: Surroundings = {
      parent: provision,
      address,
      inArticle: around.inArticle || draft.level === "article",
      annex: draft.level === "annex" ? address : around.annex,
    };
    this.#fill(draft, provision, inside);
    provision.span = span(draft.start, endOf(draft, provision));
    return provision;
  }

  #fill(draft: Draft, provision: MutableProvision, inside: Surroundings): void {
    const own = draft.before.flat();
    const isText = TEXT_LEVELS.has(draft.level) || draft.children.length === 0;
    if (isText && (draft.before.length <= 1 || TEXT_LEVELS.has(draft.level))) {
      provision.pieces = [...provision.pieces, ...own, ...draft.after.flat()];
    } else if (draft.children.length === 0) {
      this.#paragraphs(draft, provision, inside);
    } else if (own.length > 0) {
      // The inline title of 四、…。 stays where it is written: in the lead.
      provision.children.push(this.#provision(part("lead", draft.before), inside, 1, 1));
    }
    const paragraphs = draft.children.filter(({ level }) => level === "paragraph").length;
    let order = 0;
    let behind = isText ? [] : draft.after;
    const close = (paragraphs: readonly (readonly Span[])[]): void => {
      if (paragraphs.length === 0) return;
      provision.children.push(this.#provision(part("closing", paragraphs), inside, 1, 1));
      behind = behind.slice(paragraphs.length);
    };
    for (const child of draft.children) {
      // Where a number is repeated, more items follow the words that seemed to close the list.
      close(behind.filter((pieces) => (pieces[0]?.start ?? child.start) < child.start));
      if (child.level === "paragraph") order += 1;
      provision.children.push(this.#provision(child, inside, order, paragraphs));
    }
    close(behind);
  }

  /** Several paragraphs below one heading are provisions of their own. */
  #paragraphs(draft: Draft, provision: MutableProvision, inside: Surroundings): void {
    for (const [index, pieces] of draft.before.entries()) {
      const paragraph = part("paragraph", [pieces]);
      provision.children.push(this.#provision(paragraph, inside, index + 1, draft.before.length));
    }
  }

  /** 一是 at the beginning of the first paragraph, 二是 at that of the second. */
  #ordinal(draft: Draft, order: number): string | null {
    const start = draft.before[0]?.[0]?.start;
    const words = `${printNumeral(order)}是`;
    return start !== undefined && this.#source.text.startsWith(words, start) ? words : null;
  }

  #unique(path: string): string {
    const times = (this.#repeated.get(path) ?? 0) + 1;
    this.#repeated.set(path, times);
    return times === 1 ? path : `${path}#${times}`;
  }
}

/** Levels whose paragraphs are all their own words: a 款, a 项 and what stands in it. */
const TEXT_LEVELS: ReadonlySet<string> = new Set(["paragraph", "item", "subitem", "lead", "closing"]);

const part = (level: "lead" | "closing" | "paragraph", paragraphs: readonly (readonly Span[])[]): Draft => {
  const start = paragraphs[0]?.[0]?.start ?? 0;
  return {
    level,
    number: null,
    insertion: null,
    name: null,
    start,
    markerEnd: start,
    titleSpan: null,
    titleStandsAlone: false,
    before: [...paragraphs],
    after: [],
    children: [],
    opensList: false,
  };
};

const endOf = (draft: Draft, provision: MutableProvision): number => {
  let end = Math.max(draft.markerEnd, provision.pieces.at(-1)?.end ?? 0);
  const last = provision.children.at(-1);
  if (last !== undefined) end = Math.max(end, last.span.end);
  return end;
};
