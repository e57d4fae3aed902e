/** At which values of an open parameter results of a register change, and for how many records. */
export interface ParameterSensitivity {
  readonly parameter: string;
  /** 笔, 公里; null where numbers have none, or for 是 and 否. */
  readonly unit: string | null;
  /** Who has to set it. */
  readonly owner: string;
  /** Rules that read it, directly or through others. */
  readonly rules: readonly string[];
  /** Results at the values that were tried, from small to large. Empty where no register was given. */
  readonly steps: readonly SensitivityStep[];
  /** Every value at which a result changes is among the steps; false where only some values were tried. */
  readonly complete: boolean;
  /** What was looked at and how, one Chinese sentence. */
  readonly how: string;
}

/** From this value on (until the next step) the rules give these results. */
export interface SensitivityStep {
  /** 5笔; 1.5公里以上 and the like is in `range`. */
  readonly value: string;
  /** Where the step lies: 不超过5笔; 超过5笔不超过12笔; 超过12笔. */
  readonly range: string;
  /** One for each rule that reads the parameter. */
  readonly results: readonly {
    readonly rule: string;
    readonly counts: readonly { readonly result: string; readonly count: number }[];
  }[];
  /** Records whose results differ from the step before. */
  readonly moved: number;
}
