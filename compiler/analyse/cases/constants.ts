import type { Condition } from "../../model/ir.ts";

export const ever = ({ origin }: Condition): Condition => ({ kind: "constant", value: true, origin });

export const never = ({ origin }: Condition): Condition => ({ kind: "constant", value: false, origin });
