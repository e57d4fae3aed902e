/** A name that no two things ever share. Chance is enough, and is to be had from every server, which a hash is not. */
export const chanceName = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
