/** At which values of an open parameter results of a register change, and for how many records. */
export interface ParameterSensitivity {
  readonly parameter: string;
  /** Who has to set it. */
  readonly owner: string;
  /** Rules whose results it can change, by name. */
  readonly rules: readonly string[];
  /** Results from small to large values, one step for each stretch that gives the same ones; empty without a register. */
  readonly steps: readonly SensitivityStep[];
  /** Results are told for every value there is; false where only some were tried. */
  readonly complete: boolean;
  /** What was looked at and how, one Chinese sentence. */
  readonly how: string;
}

/** For these values of the parameter the rules give these results. */
export interface SensitivityStep {
  /** 低于5笔; 5笔至11笔; 12笔以上; 1.5公里 where one value was tried. */
  readonly range: string;
  /** Limits in print, null where there is none on that side. */
  readonly lower: string | null;
  readonly lowerIncluded: boolean;
  readonly upper: string | null;
  readonly upperIncluded: boolean;
  /** One for each rule that it can change: how many records have which result. */
  readonly results: readonly {
    readonly rule: string;
    readonly counts: readonly { readonly result: string; readonly count: number }[];
  }[];
  /** Results that differ from those of the step before. */
  readonly moved: number;
}
