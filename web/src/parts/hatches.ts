import { svg } from 'lit';

const stripes = (id: string, size: number, paint: string) => svg`
  <pattern id=${id} width=${size} height=${size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width=${size} height=${size} class=${`t-${paint}-tint`}></rect>
      <rect width=${size * 0.48} height=${size} class=${`t-${paint}-line`}></rect>
  </pattern>`;

// Further candidates have a texture in ink each; none of them looks like the states' hatch.
const DRAWN: ((s: number) => string)[] = [
  (s) => `M${s * 0.3} ${s * 0.3}h${s * 0.4}v${s * 0.4}h${-s * 0.4}z`,
  (s) => `M0 ${s * 0.3}h${s}v${s * 0.4}h${-s}z`,
  (s) => `M${s * 0.3} 0h${s * 0.4}v${s}h${-s * 0.4}z`,
  (s) => `M0 0h${s}v${s * 0.25}h${-s}zM0 0h${s * 0.25}v${s}h${-s * 0.25}z`,
  (s) => `M${s / 2} 0L${s} ${s / 2}L${s / 2} ${s}L0 ${s / 2}z`,
  (s) => `M0 0h${s / 2}v${s / 2}h${-s / 2}zM${s / 2} ${s / 2}h${s / 2}v${s / 2}h${-s / 2}z`,
  (s) => `M0 0h${s}v${s * 0.15}h${-s}zM0 ${s / 2}h${s}v${s * 0.15}h${-s}z`,
  (s) => `M0 0h${s * 0.15}v${s}h${-s * 0.15}zM${s / 2} 0h${s * 0.15}v${s}h${-s * 0.15}z`,
  (s) => `M0 ${s / 2}L${s / 2} 0L${s} ${s / 2}v${s * 0.3}L${s / 2} ${s * 0.3}L0 ${s * 0.8}z`,
  (s) =>
    `M${s * 0.4} 0h${s * 0.2}v${s * 0.4}h${s * 0.4}v${s * 0.2}h${-s * 0.4}v${s * 0.4}` +
    `h${-s * 0.2}v${-s * 0.4}h${-s * 0.4}v${-s * 0.2}h${s * 0.4}z`,
];

const texture = (place: number, size: number, id: string) => svg`
  <pattern id=${id} width=${size} height=${size} patternUnits="userSpaceOnUse">
    <rect width=${size} height=${size} class="t-tint"></rect><path d=${DRAWN[place](size)} class="t-fill"></path>
  </pattern>`;

/** As the states' hatch, and finer: a stage that is only implied. */
const fine = (paint: string) => svg`
  <pattern id=${`i${paint}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" class="t-paper"></rect><rect width="0.9" height="6" class=${
      paint === 'k' ? 't-fill' : `t-${paint}-line`
    }></rect>
  </pattern>`;

/** The hatches and textures of the page, at the size of a bar and, in a map's own units, at twice that. */
export const hatches = () => svg`<svg width="0" height="0" class="quietly" aria-hidden="true" id="hatches"><defs>
  ${['b', 'r'].map((c) => [stripes(`h${c}`, 4, c), stripes(`H${c}`, 9, c)])}
  <pattern id="hk" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="2" height="4" class="t-fill"></rect></pattern>
  ${['b', 'r', 'k'].map(fine)}
  ${DRAWN.map((_, i) => [texture(i, 5, `h${i + 2}`), texture(i, 11, `H${i + 2}`)])}
</defs></svg>`;
