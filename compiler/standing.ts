import { provisionAt, type Diagnostic, type PolicyFile, type RelatedPlace } from "../language/index.ts";

/**
 * Findings and the other places that they name, each with the provision that it stands in or under, so that
 * every report can say 第十六条第二款 and not only the line. Titles and what belongs to no provision have none.
 */
export const withProvisions = (
  diagnostics: readonly Diagnostic[],
  files: readonly PolicyFile[],
): readonly Diagnostic[] => {
  const byName = new Map(files.map((file) => [file.source.name, file]));
  const provisionOf = (name: string, offset: number): string | undefined => {
    const file = byName.get(name);
    return file === undefined ? undefined : provisionIn(file, offset);
  };
  const placed = (other: RelatedPlace): RelatedPlace => {
    const provision = other.provision ?? provisionOf(other.file, other.span.start);
    return provision === undefined ? other : { ...other, provision };
  };
  return diagnostics.map((found) => {
    if (found.provision !== undefined && found.related === undefined) return found;
    const provision = found.provision ?? provisionOf(found.file, found.span.start);
    return {
      ...found,
      ...(provision === undefined ? {} : { provision }),
      ...(found.related === undefined ? {} : { related: found.related.map(placed) }),
    };
  });
};

/** A block belongs to the provision above it, official text to itself. */
const provisionIn = ({ blocks, document }: PolicyFile, offset: number): string | undefined => {
  const block = blocks.find(({ span }) => span.start <= offset && offset < span.end);
  if (block !== undefined) return block.provision ?? undefined;
  const provision = provisionAt(document, offset);
  if (provision === null || offset >= provision.span.end) return undefined;
  return provision.path;
};
