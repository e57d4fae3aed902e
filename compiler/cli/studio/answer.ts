import type { IncomingMessage, ServerResponse } from "node:http";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** What is sent back. The headers of the page's safety stand on every answer and are not named here. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  body: Buffer.from(JSON.stringify(value)),
});

/** Something that was not done, with the sentence that says why. */
export const problemAnswer = (
  status: number,
  problem: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => jsonAnswer(status, { problem }, headers);

export const send = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  withSolver: boolean,
): void => {
  response.writeHead(status, {
    ...SECURITY_HEADERS[withSolver ? "solver" : "plain"],
    ...headers,
    ...(body === null ? {} : { "Content-Length": String(body.byteLength) }),
  });
  if (body === null || request.method === "HEAD") response.end();
  else response.end(body);
};
