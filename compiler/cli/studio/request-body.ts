import type { IncomingMessage } from "node:http";

/** The bytes of a request; null as soon as they are known to be more than the limit. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Uint8Array | null> => {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (piece: Buffer) => {
      size += piece.byteLength;
      if (size > limit) {
        pieces.length = 0;
        resolve(null);
      } else pieces.push(piece);
    });
    request.on("end", () => resolve(Buffer.concat(pieces)));
    request.on("error", reject);
    request.on("aborted", () => reject(new Error("aborted")));
  });
};
