import * as z from "zod/mini";

// The policy of the page forbids to compile code from text, and already the attempt would be reported.
z.config({ jitless: true });

export { z };
