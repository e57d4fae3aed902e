import { handler } from "./handler.js";

/** 装进 Hono：const app = new Hono(); mount(app); export default app; */
export const mount = (app) => {
  app.all("/rent-subsidy", (c) => handler(c.req.raw));
};
