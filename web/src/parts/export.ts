const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
];
const SVG = 'http://www.w3.org/2000/svg';

/** What stands above and below a picture that leaves the page: what it shows, of when, from where. */
export interface Caption {
  title: string;
  moment: string;
  source: string;
}

const HEAD = 46;
const FOOT = 24;
/** Width of a letter of the source line and height of its line. */
const LETTER = 5.4;
const LINE = 13;
const SIDE = 12;
/** Pixels of a PNG for one of the page's. */
const SHARP = 2;

/** Saves a part of the page as an SVG that needs nothing else: styles, hatches and type are in it. */
export async function saveSvg(part: Element, name: string, caption: Caption): Promise<void> {
  const { text } = await picture(part, caption);
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** The same as a PNG of twice the size. */
export async function savePng(part: Element, name: string, caption: Caption): Promise<void> {
  const { text, width, height } = await picture(part, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * SHARP, height: height * SHARP });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png');
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

interface Picture {
  text: string;
  width: number;
  height: number;
}

/** The same picture from every window: a wide one shows the page larger. */
async function picture(part: Element, caption: Caption): Promise<Picture> {
  const type = await ownType();
  const { zoom } = document.body.style;
  document.body.style.zoom = '1';
  try {
    return drawn(part, caption, type);
  } finally {
    document.body.style.zoom = zoom;
  }
}

function drawn(part: Element, caption: Caption, type: string): Picture {
  const { width: wide, height: high } = part.getBoundingClientRect();
  // Below a narrow chart the source stands in two lines.
  const lines = caption.source.length * LETTER > wide ? caption.source.split('; ') : [caption.source];
  const below = LINE * (lines.length - 1);
  const [width, height] = [Math.ceil(wide) + 2 * SIDE, Math.ceil(high) + HEAD + FOOT + below];
  const root = getComputedStyle(document.documentElement);
  const whole = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(make('title', {}, caption.title), make('rect', { width, height, fill: root.backgroundColor }));
  if (type) whole.append(make('style', {}, type));
  const shown = part instanceof SVGSVGElement ? settled(part) : composed(part);
  shown.setAttribute('x', String(SIDE));
  shown.setAttribute('y', String(HEAD));
  const hatches = document.querySelector('#hatches defs');
  if (hatches) {
    const defs = settled(hatches);
    const used = shown.outerHTML;
    for (const pattern of Array.from(defs.children)) if (!used.includes(`#${pattern.id}`)) pattern.remove();
    whole.append(defs);
  }
  const words = { x: SIDE, fill: root.color, 'font-family': FAMILY };
  whole.append(
    make('text', { ...words, y: 18, 'font-size': 15, 'font-weight': 700 }, caption.title),
    make('text', { ...words, y: 35, 'font-size': 11.5 }, caption.moment),
    shown,
    ...lines.map((line, i) => make('text', { ...words, y: height - 8 - below + LINE * i, 'font-size': 10.5 }, line)),
  );
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

const FAMILY = '"Libre Franklin", sans-serif';
let kept: string | undefined;

/** The page's own type as a rule that carries the font in itself: a picture has no page to fetch it for it. */
async function ownType(): Promise<string> {
  if (kept !== undefined) return kept;
  const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
  const face = rules.find((rule) => rule instanceof CSSFontFaceRule) as CSSFontFaceRule | undefined;
  const url = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!url) return (kept = '');
  const base = face.parentStyleSheet?.href ?? location.href;
  const bytes = new Uint8Array(await (await fetch(new URL(url, base))).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const src = `url(data:font/woff2;base64,${btoa(text)}) format("woff2")`;
  return (kept = `@font-face{font-family:"Libre Franklin";src:${src};font-weight:100 900}`);
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A part that is more than one drawing: its drawings and words, each where it stands. */
function composed(part: Element): SVGElement {
  const all = part.getBoundingClientRect();
  const whole = make('svg', { width: Math.ceil(all.width), height: Math.ceil(all.height) });
  whole.append(
    make('rect', {
      width: Math.ceil(all.width),
      height: Math.ceil(all.height),
      fill: getComputedStyle(document.documentElement).backgroundColor,
    }),
  );
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element &&
    (node.matches('.quietly,details,select,input,.ctl,.zooms,.why,.count') || !node.getClientRects().length)
      ? NodeFilter.FILTER_REJECT
      : node.parentElement?.closest('svg')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node instanceof SVGSVGElement) {
      // One within another is copied with it.
      if (node.ownerSVGElement) continue;
      const at = node.getBoundingClientRect(),
        copy = settled(node);
      copy.setAttribute('x', String(at.x - all.x));
      copy.setAttribute('y', String(at.y - all.y));
      copy.setAttribute('overflow', 'visible');
      whole.append(copy);
    } else if (node instanceof Text && node.data.trim()) whole.append(...written(node, all));
  }
  return whole;
}

/** A text as it is set, line by line. */
function written(node: Text, all: DOMRect): SVGElement[] {
  const style = getComputedStyle(node.parentElement!),
    size = parseFloat(style.fontSize),
    range = document.createRange();
  const lines: { text: string; at: DOMRect }[] = [];
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const at = range.getClientRects()[0];
    if (!at) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.at.y - at.y) < 2) line.text += node.data[i];
    else lines.push({ text: node.data[i], at });
  }
  return lines
    .filter((l) => l.text.trim())
    .map(({ text, at }) => {
      const made = make('text', {
        x: at.x - all.x,
        y: at.y - all.y + at.height / 2 + size * 0.36,
        fill: style.color,
        'font-size': style.fontSize,
        'font-weight': style.fontWeight,
        'font-family': style.fontFamily,
      });
      made.textContent = text;
      return made;
    });
}

function settled(from: Element): SVGElement {
  const copy = from.cloneNode(true) as SVGElement;
  settle(from, copy);
  return copy;
}

function settle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of DRAWN) {
    const value = style.getPropertyValue(property);
    if (value) to.setAttribute(property, value.replace(/url\("[^"]*#([^"]+)"\)/, 'url(#$1)'));
  }
  to.removeAttribute('class');
  Array.from(from.children).forEach((child, i) => settle(child, to.children[i]));
}
