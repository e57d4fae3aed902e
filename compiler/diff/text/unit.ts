import type { OfficialDocument, Provision, Span } from "../../../language/index.ts";
import type { FurnitureChange } from "../../model/change.ts";

/** What is compared with one counterpart: a 条 with all below it, or in a text in 一、 （一） a lowest heading. */
export interface ProvisionUnit {
  readonly provision: Provision;
  /** Marker to the last word. */
  readonly span: Span;
  /** The headings that it stands under, from outside in. */
  readonly under: readonly HeadingUnit[];
  /** Words without own number, white space and width. */
  readonly words: string;
}

/** 第三章 定点医疗机构, 三、基本原则: the line alone. */
export interface HeadingUnit {
  readonly provision: Provision;
  readonly span: Span;
  readonly under: readonly HeadingUnit[];
  readonly words: string;
}

export interface FurnitureUnit {
  readonly role: FurnitureChange["role"];
  readonly span: Span;
  readonly words: string;
}

/** A stretch of the text that is carried over, or not, as one. Tiles cover the text without gap or overlap. */
export interface Tile {
  readonly span: Span;
  /** Where the unit itself stands; around it are blank characters and signs of the file. */
  readonly inner: Span;
}

export interface TextUnits {
  readonly document: OfficialDocument;
  readonly provisions: readonly ProvisionUnit[];
  readonly headings: readonly HeadingUnit[];
  readonly furniture: readonly FurnitureUnit[];
  readonly tiles: readonly Tile[];
  /** Lines of the publication that stand inside a provision, as page numbers do. */
  readonly enclosed: readonly Span[];
}
