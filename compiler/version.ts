/** The version in package.json; receipts carry it. */
export const VERSION = "0.5.0";
