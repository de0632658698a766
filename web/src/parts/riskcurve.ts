import { svg, type TemplateResult } from 'lit';
import type { AuditStatus } from '../model/api';
import { number, say } from '../words/words';
import { percent } from './shares';

const WIDTH = 330;
const HEIGHT = 150;
const LEFT = 44;
const RIGHT = 8;
const TOP = 10;
const FOOT = 22;
const LINES = [1, 0.5, 0.2, 0.1, 0.05];

/** How the risk went with the cards, on a scale of its logarithm: evidence multiplies. */
export function riskCurve({ course, alpha, risk }: AuditStatus): TemplateResult {
  const least = Math.min(alpha, ...course.map((point) => Math.max(point.risk, alpha / 4)));
  const most = Math.max(1, ...course.map((point) => point.cards));
  const x = (cards: number) => LEFT + (cards / most) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => TOP + (Math.log(Math.max(share, least)) / Math.log(least)) * (HEIGHT - TOP - FOOT);
  const points = [{ cards: 0, risk: 1 }, ...course];
  const lines = [...new Set([...LINES.filter((line) => line >= least), alpha])];
  const end = points[points.length - 1];
  return svg`<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
    aria-label=${say('audit.course.spoken', { risk: percent(risk), cards: number(most), alpha: percent(alpha) })}>
    ${lines.map(
      (line) => svg`<path class=${line === alpha ? 'asked' : 'line'} d="M${LEFT} ${y(line)}H${WIDTH - RIGHT}"></path>
      <text class=${line === alpha ? 'asked' : ''} x=${LEFT - 6} y=${y(line) + 4}
        text-anchor="end">${percent(line)}</text>`,
    )}
    <polyline points=${points.map((point) => `${x(point.cards)},${y(point.risk)}`).join(' ')}></polyline>
    <circle cx=${x(end.cards)} cy=${y(end.risk)} r="4"></circle>
    <text x=${LEFT} y=${HEIGHT - 5}>0</text>
    <text x=${WIDTH - RIGHT} y=${HEIGHT - 5} text-anchor="end">${number(most)}</text></svg>`;
}

/** Where the risk last rose, if it ever did. */
export function roseIn({ course }: AuditStatus): string | undefined {
  for (let i = course.length - 1; i > 0; i--) if (course[i].risk > course[i - 1].risk) return course[i].unit;
  return undefined;
}
