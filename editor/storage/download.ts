/** Gives a file to the user's folder for downloads. */
export const download = (
  name: string,
  content: Uint8Array | string,
  type = "application/octet-stream",
): void => {
  const part = typeof content === "string" ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = cleanFileName(name);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Longest name, in characters, that every system takes. */
const LONGEST = 80;

/** A name that every system takes and that shows what it is: no separators, no hidden or turning characters. */
export const cleanFileName = (name: string): string => {
  const clean = name
    .normalize("NFC")
    .replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, "_")
    .replaceAll(/^[.\s]+|[.\s]+$/gu, "");
  const dot = clean.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  const short = [...stem].slice(0, LONGEST).join("");
  if (short === "") return `文件${extension}`;
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `_${short}${extension}` : `${short}${extension}`;
};
