// A text that came as HTML is shown as its words; the places of its claims are those of the text as it came.

const MARKUP = /<(?:!doctype|html|head|body|p|div|br|h[1-6]|article|ul|ol|table)\b[^<>]*>/i;
const UNREAD = /<!--[^]*?-->|<(script|style|head|title|noscript)\b[^]*?<\/\1\s*>/gi;
const BLOCK = /<\/?(?:p|div|br|h[1-6]|article|section|li|ul|ol|tr|table|blockquote|body|html)\b[^<>]*>/gi;
const TAG = /<[a-z/!][^<>]*>/gi;
const ENTITY = /&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

const decoded = (whole: string, entity: string): string => {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? whole;
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
};

export const isMarkup = (text: string): boolean => MARKUP.test(text);

/** The words of a piece of HTML, a blank line where a block begins or ends. */
export const withoutMarkup = (piece: string): string =>
  piece
    .replace(UNREAD, '')
    .replace(/\s+/g, ' ')
    .replace(BLOCK, '\n\n')
    .replace(TAG, '')
    .replace(ENTITY, decoded)
    .replace(/ *\n[\s]*\n */g, '\n\n');
