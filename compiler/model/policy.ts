import type { Provision } from "../../language/index.ts";
import type { Day } from "./value.ts";

/** What 【政策】 declares, and the official text that the results cite. */
export interface PolicyInfo {
  readonly name: string;
  readonly region: string | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  /** 征求意见稿, 试行, 正式 …; a draft is evaluated as 试算. */
  readonly stage: string | null;
  readonly trial: boolean;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day | null;
  /** Last day in force; null where the validity is not limited. */
  readonly lastDay: Day | null;
  readonly parents: readonly string[];
  readonly sourceFile: string | null;
  readonly sourceHash: string | null;
  readonly vocabularies: readonly string[];
  /** 细则, 指引, 办法 …: what the document calls itself. */
  readonly selfName: string | null;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly file: string;
  /** Text of that file, from which a whole provision is quoted; without it such a citation has no words. */
  readonly text?: string;
}
