/** A text that somebody hands in, with the name of the file that it came from. */
export interface Handed {
  text: string;
  file: string;
}

/** How many bytes all texts together may have. */
export const MOST_BYTES = 100_000;

/** How many texts are compared. */
export const MOST_TEXTS = 20;

export const bytesOf = (texts: readonly Handed[]): number =>
  texts.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0);

/** A file as text; nothing where it is none, such as a document of a word processor. */
export const readFile = async (file: File): Promise<Handed | undefined> => {
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return text.includes('\u0000') ? undefined : { text, file: file.name };
  } catch {
    return undefined;
  }
};

/** What is asked of the server. */
export const question = (texts: readonly Handed[], day: string, named = false): string =>
  JSON.stringify({
    texts: texts.map(({ text, file }) => (named && file ? { text, file } : { text })),
    ...(day ? { asOf: day } : {}),
  });
