/**
 * Every kind of finding of the analysis. Known here, so that a policy can say 不提示 of them without the analysis being
 * loaded; a test holds the list to the catalogues of the checks.
 */
export const ANALYSIS_CODES: ReadonlySet<string> = new Set(["class-overlap"]);
