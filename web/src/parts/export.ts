const DRAWN = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'paint-order', 'font-size', 'font-weight', 'font-family', 'text-anchor'];

/** Saves a chart as a file of its own: every style in its elements, the hatches it uses with it. */
export function saveSvg(chart: SVGSVGElement, name: string): void {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  settle(chart, copy);
  const hatches = document.querySelector('#hatches defs');
  if (hatches) {
    const defs = hatches.cloneNode(true) as Element;
    settle(hatches, defs);
    const used = copy.outerHTML;
    for (const pattern of Array.from(defs.children)) if (!used.includes(`#${pattern.id}`)) pattern.remove();
    copy.prepend(defs);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  link.download = `${name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
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
