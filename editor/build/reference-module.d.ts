declare module "virtual:reference" {
  export const PAGES: readonly {
    readonly name: string;
    readonly title: string;
    readonly headings: readonly { readonly id: string; readonly level: number; readonly words: string }[];
    readonly html: string;
  }[];
}
