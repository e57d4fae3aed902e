/** What the switcher shows of a file: the name and the region that its head gives, without compiling it. */
export interface PolicyName {
  readonly name: string | null;
  readonly region: string | null;
  readonly isVocabulary: boolean;
}

/** The head stands at the very beginning; no more of a file is looked at. */
const HEAD = 2000;

export const policyName = (text: string): PolicyName => {
  const head = text.slice(0, HEAD);
  const value = (key: string): string | null =>
    new RegExp(`^[ 　]*${key}：([^；。\\n]+)`, "mu").exec(head)?.[1]?.trim() ?? null;
  return {
    name: value("名称"),
    region: value("地区"),
    isVocabulary: /^\uFEFF?[\s　]*【词汇】/u.test(head),
  };
};

/** 阳江市 2025: short enough for a switcher, and no two files of a workspace share it. */
export const shortName = (path: string, { name, region, isVocabulary }: PolicyName): string => {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.tiaowen$/, "");
  if (isVocabulary) return name ?? file;
  if (region === null) return name ?? path.replace(/\.tiaowen$/, "");
  return `${region}　${file}`;
};
