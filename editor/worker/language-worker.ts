import { expose } from "comlink";
import { createLanguageSession } from "./language/session.ts";

expose(createLanguageSession());
