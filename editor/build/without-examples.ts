import type { Plugin } from "vite";

/** What a kind of finding has for the reference and the command line; the page shows none of it. */
const UNSHOWN: ReadonlySet<string> = new Set(["why", "bad", "good"]);
/** Only an object that has all of these describes a kind of finding. */
const KIND = ["severity", "message", ...UNSHOWN];

/** Leaves the reasons and the wrong and right examples of findings out of what the page fetches. */
export const withoutExamples = (files: RegExp): Plugin => ({
  name: "without-examples",
  transform(code, id) {
    if (!files.test(id) || !code.includes("severity") || !code.includes("good")) return null;
    const unshown: Node[] = [];
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) for (const each of node) visit(each);
      else if (isNode(node)) {
        const properties = propertiesOf(node);
        if (KIND.every((key) => properties.has(key)))
          for (const key of UNSHOWN) unshown.push(properties.get(key)!);
        else for (const each of Object.values(node)) visit(each);
      }
    };
    visit(this.parse(code));
    if (unshown.length === 0) return null;
    return {
      code: unshown
        .toSorted((left, right) => right.start - left.start)
        .reduce((changed, { start, end }) => `${changed.slice(0, start)}""${changed.slice(end)}`, code),
      map: null,
    };
  },
});

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;

/** Values of an object by their plain names; none where it is no object. */
const propertiesOf = (node: Node): ReadonlyMap<string, Node> => {
  const list: unknown = node.type === "ObjectExpression" && "properties" in node ? node.properties : [];
  return new Map(
    (Array.isArray(list) ? list : []).flatMap((property: unknown): [string, Node][] => {
      if (!isNode(property) || !("key" in property) || !("value" in property)) return [];
      const { key, value } = property;
      return isNode(key) && "name" in key && typeof key.name === "string" && isNode(value)
        ? [[key.name, value]]
        : [];
    }),
  );
};
