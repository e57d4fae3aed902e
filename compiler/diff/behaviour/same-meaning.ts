import { contentKey } from "../../analyse/content-key.ts";
import type { Side } from "../../analyse/difference-query.ts";

/**
 * Whether two decisions are the same to a machine: the same clauses over the same fields and parameters, whatever their
 * words and places. Then they differ on no record.
 */
export const meanTheSame = (left: Side, right: Side): boolean =>
  left.decision !== null && right.decision !== null && meaningOf(left) === meaningOf(right);

const meaningOf = ({ program, decision }: Side): string =>
  decision === null ? "" : contentKey(program, [decision]);
