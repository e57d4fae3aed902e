/**
 * What the names of one side are called where both sides are held against each other: the left side keeps its
 * names, the right side takes those of its partners.
 */
export interface Names {
  readonly object: (name: string) => string;
  readonly field: (object: string, name: string) => string;
  readonly parameter: (name: string) => string;
  readonly reading: (name: string) => string;
  readonly decision: (id: string) => string;
}

const itself = (name: string): string => name;

export const OWN_NAMES: Names = {
  object: itself,
  field: (_object, name) => name,
  parameter: itself,
  reading: itself,
  decision: itself,
};

/** Right names to left names, kind by kind; fields as 对象.字段. */
export interface Renamed {
  readonly objects: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, string>;
}

export const namesAfter = (renamed: Renamed): Names => ({
  object: (name) => renamed.objects.get(name) ?? name,
  field: (object, name) => renamed.fields.get(`${object}.${name}`) ?? name,
  parameter: (name) => renamed.parameters.get(name) ?? name,
  reading: (name) => renamed.readings.get(name) ?? name,
  decision: (id) => renamed.decisions.get(id) ?? id,
});
