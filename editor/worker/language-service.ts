export { createLanguageSession as createLanguageService } from "./language/session.ts";
