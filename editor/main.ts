import { start } from "./start.ts";

void start(document.body);
