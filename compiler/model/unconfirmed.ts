/** How the name of a 【用例】 begins whose expected result was generated and which nobody has confirmed yet. */
export const UNCONFIRMED = "待确认·";

/** A generated 用例 that waits for a person: it runs and is shown, but shows nothing about the policy. */
export const isUnconfirmed = ({ name }: { readonly name: string }): boolean => name.startsWith(UNCONFIRMED);
