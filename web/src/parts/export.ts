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

/** Saves a part of the page as a file of its own: every style in its elements, the hatches it uses with it. */
export function saveSvg(part: Element, name: string): void {
  const copy = part instanceof SVGSVGElement ? settled(part) : composed(part);
  const hatches = document.querySelector('#hatches defs');
  if (hatches) {
    const defs = settled(hatches);
    const used = copy.outerHTML;
    for (const pattern of Array.from(defs.children)) if (!used.includes(`#${pattern.id}`)) pattern.remove();
    copy.prepend(defs);
  }
  copy.setAttribute('xmlns', SVG);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  link.download = `${name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
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
    (node.matches('.quietly,details,select,input,.ctl,.spans') || !node.getClientRects().length)
      ? NodeFilter.FILTER_REJECT
      : node.parentElement?.closest('svg')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node instanceof SVGSVGElement) {
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
