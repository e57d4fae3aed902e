import type { Diagnostic, RelatedPlace, Span } from "../../language/index.ts";
import { reportLower } from "./diagnostics.ts";

/** One that rests on the next, and the last on the first. */
export interface CircleMember {
  readonly name: string;
  readonly file: string;
  readonly span: Span;
  readonly provision: string | null;
}

/** A circle, told at its first member; the other places stand beside it, each with what it rests on. */
export const circleFound = (
  members: readonly CircleMember[],
  advice = members.length === 1 ? "请改用别的内容来规定它。" : "请断开其中一处。",
): Diagnostic => {
  const [first, ...others] = members;
  const related = others.map((member, index): RelatedPlace => {
    const next = others[index + 1] ?? first!;
    return {
      file: member.file,
      span: member.span,
      message: `“${member.name}”在这里用到“${next.name}”`,
      ...inProvision(member),
    };
  });
  const circle =
    others.length === 0
      ? `“${first!.name}”用到了它自己`
      : `${members.map(({ name }) => `“${name}”`).join("、")}互相依赖`;
  return reportLower(
    "rules-in-a-circle",
    first!.file,
    first!.span,
    { circle, advice },
    { ...inProvision(first!), ...(related.length === 0 ? {} : { related }) },
  );
};

const inProvision = ({ provision }: CircleMember): { readonly provision?: string } =>
  provision === null ? {} : { provision };
