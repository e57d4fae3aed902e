import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { Provision } from "../model.ts";
import { markerSpan, writtenNumber } from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "level-empty": {
    severity: "warning",
    message: "“{title}”下面没有条文，紧接着就是“{next}”。请对照正式文本核对：是漏了内容，还是标题多余。",
    why: "只有标题没有内容的章、节，可能是粘贴时丢了一段。",
    bad: "第一章 总则\n第一条 本办法适用于本市。\n第二章 管理\n第三章 附则\n第二条 本办法自印发之日起施行。\n",
    good: "第一章 总则\n第一条 本办法适用于本市。\n第二章 附则\n第二条 本办法自印发之日起施行。\n",
  },
  "single-section": {
    severity: "info",
    message: "“{chapter}”只分了一节（“{section}”）。一章分节的，至少应有两节；只有一节的，可以不分。",
    why: "分节是为了把一章的内容分开，只有一节就没有分开，可能是漏了后面的节。",
    bad: "第一章 总则\n第一节 一般规定\n第一条 本办法适用于本市。\n第二章 附则\n第二条 本办法自印发之日起施行。\n",
    good: "第一章 总则\n第一条 本办法适用于本市。\n第二章 附则\n第二条 本办法自印发之日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** A 章 or 节 without an article, and a 章 with one single 节. */
export const divisionContent: TextLint = {
  catalogue,
  check: (text) => {
    // A file of headings alone is a plan of a text, no text that lost its articles.
    if (!text.document.byPath.has("1")) return [];
    return divisionsBelow(text.document.roots).flatMap(([provision, next]) =>
      checkDivision(text, provision, next),
    );
  },
};

/** 编, 章 and 节 with what follows each; articles and what is below them are not gone through. */
const divisionsBelow = (siblings: readonly Provision[]): (readonly [Provision, Provision | undefined])[] =>
  siblings.flatMap((provision, order) =>
    DIVISIONS.has(provision.level)
      ? [[provision, siblings[order + 1]] as const, ...divisionsBelow(provision.children)]
      : [],
  );

const checkDivision = (
  text: TextUnderReview,
  provision: Provision,
  next: Provision | undefined,
): Diagnostic[] => {
  if (!DIVISIONS.has(provision.level) || provision.number === null) return [];
  const file = text.document.source.name;
  if (isEmpty(provision) && next?.level === provision.level) {
    const values = { title: headingOf(provision), next: headingOf(next) };
    return [
      report("level-empty", file, markerSpan(text.document, provision), values, {
        provision: provision.path,
      }),
    ];
  }
  const sections = provision.children.filter(({ level }) => level === "section");
  const [only] = sections;
  if (provision.level !== "chapter" || sections.length !== 1 || only === undefined || isEmpty(only))
    return [];
  const values = { chapter: headingOf(provision), section: headingOf(only) };
  return [report("single-section", file, markerSpan(text.document, only), values, { provision: only.path })];
};

const DIVISIONS: ReadonlySet<Provision["level"]> = new Set(["book", "part", "chapter", "section"]);

const isEmpty = ({ children, pieces, titleSpan }: Provision): boolean =>
  children.length === 0 && pieces.every((piece) => piece === titleSpan);

const headingOf = ({ level, number, title }: Provision): string =>
  `${writtenNumber(level, number ?? 0)} ${(title ?? "").replace(/\s+/g, "")}`.trim();
