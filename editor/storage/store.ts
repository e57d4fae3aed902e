/** A file of the workspace as it lies in the store now. */
export interface WorkspaceFile {
  /** Below the workspace, with / between the folders. */
  readonly path: string;
  readonly size: number;
  /** Another text whenever the content may be another one. */
  readonly version: string;
}

export type WriteResult =
  | { readonly kind: "written"; readonly version: string }
  /** Somebody else has written it since; `bytes` is what lies there now, null where it is gone. */
  | { readonly kind: "changed"; readonly version: string; readonly bytes: Uint8Array | null }
  | { readonly kind: "failed"; readonly message: string };

/** Where the files of the workspace are kept. What cannot be done is a `StoreFailure` with a sentence for the reader. */
export interface Store {
  readonly kind: "server" | "browser" | "folder";
  /** Name of the workspace, as it stands in the title. */
  readonly name: string;
  /** Tells workspaces of the same name apart; what is remembered for a workspace is remembered under it. */
  readonly key: string;
  /** What the user must know of this workspace once it was listed, e.g. that files were left out; null for nothing. */
  readonly notice: string | null;
  list(): Promise<readonly WorkspaceFile[]>;
  read(path: string): Promise<{ readonly bytes: Uint8Array; readonly version: string }>;
  /** `version` is what was read before; null or `GONE` for a file that must not be there yet. */
  write(path: string, bytes: Uint8Array, version: string | null): Promise<WriteResult>;
  /** Paths of the known files whose content is another one now, or that are gone. */
  changed(known: ReadonlyMap<string, string>): Promise<readonly string[]>;
}

/** Version of a file that is not there any more. */
export const GONE = "";

/** Something that the store could not do, as a sentence that can be shown. */
export class StoreFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StoreFailure";
  }
}

/** The sentence of a failure, or a general one where the cause has none of ours. */
export const failureMessage = (error: unknown, general: string): string =>
  error instanceof StoreFailure ? error.message : general;
