import { html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Outcome, Summary } from '../model/api';
import { elections, once } from '../model/asking';
import { Part } from '../model/part';
import { shortName } from '../model/people';
import { fillOf, inked, RUNGS } from '../model/stages';
import { number, say } from '../words/words';

const SORTS = ['year', 'old', 'close', 'entries'] as const;
type Sort = (typeof SORTS)[number];

interface Small {
  summary: Summary;
  order: string[];
  paints: Record<string, string>;
  names: Record<string, string>;
  share: number;
}

/** Every election as a small ladder, each leading in. */
@customElement('a-elections')
export class Elections extends Part {
  @state() private all: Small[] = [];
  @state() private sort: Sort = 'year';
  @state() private refusal = '';

  override connectedCallback(): void {
    super.connectedCallback();
    once('elections', elections).then(
      (list) => {
        this.all = list.map(small);
      },
      (fault) => {
        this.refusal = (fault as Error).message;
      },
    );
  }

  override render() {
    const by: Record<Sort, (a: Small, b: Small) => number> = {
      year: (a, b) => b.summary.year - a.summary.year,
      old: (a, b) => a.summary.year - b.summary.year,
      close: (a, b) => a.share - b.share,
      entries: (a, b) => b.summary.entries - a.summary.entries,
    };
    return html`<section class="room"><h1 class="word">${say('elections')}</h1>
      <p class="tabs-row" role="group" aria-label=${say('sort')}>${SORTS.map(
        (s) =>
          html`<button type="button" class="tab" aria-pressed=${s === this.sort} @click=${() => {
            this.sort = s;
          }}>${say(`sort.${s}`)}</button>`,
      )}</p>
      ${this.refusal ? html`<p>${this.refusal}</p>` : nothing}
      <ul class="wall">${this.all
        .slice()
        .sort(by[this.sort])
        .map((s) => this.one(s))}</ul></section>`;
  }

  private one({ summary, order, paints, names }: Small) {
    const w = 176,
      h = 70,
      row = h / RUNGS.length;
    const rungs = RUNGS.map((stage) => summary.ladder.find((r) => r.stage === stage)?.electors ?? {});
    const whole = Math.max(summary.electors.entitled, ...rungs.map((r) => Object.values(r).reduce((a, b) => a + b, 0)));
    const k = w / whole;
    const top = rungs.findLast((r) => Object.values(r).some((n) => n > 0)) ?? {};
    const told = order
      .filter((c) => top[c])
      .sort((a, b) => top[b] - top[a])
      .slice(0, 3)
      .map((c) => `${names[c]} ${top[c]}`)
      .join(', ');
    const stage = RUNGS[rungs.findLastIndex((r) => Object.values(r).some((n) => n > 0))];
    return html`<li><a href="/${summary.id}">
      <b>${summary.year}</b>
      <svg viewBox="0 0 ${w} ${h + 2}" preserveAspectRatio="none" height=${h + 2} aria-hidden="true">${rungs.map(
        (electors, i) => {
          const y = h - (i + 1) * row + 1,
            fill = fillOf(i),
            tall = row - 3;
          const figures = order.map((c) => electors[c] ?? 0);
          if (!figures.some((n) => n))
            return svg`<path class="none" d="M0 ${y + 0.5}H${w}M0 ${y + tall - 0.5}H${w}"></path>`;
          let edge = w - (figures[1] ?? 0) * k;
          return order.map((c, place) => {
            const n = figures[place];
            if (!n) return nothing;
            const x = place === 0 ? 0 : place === 1 ? w - n * k : (edge -= n * k);
            return svg`<rect class="${inked(paints[c], fill)} half" x=${x} y=${y} width=${Math.max(
              n * k - 0.5,
              0.5,
            )} height=${tall}></rect>`;
          });
        },
      )}<path class="line" d="M${
        (summary.electors.majority ?? Math.floor(summary.electors.entitled / 2) + 1) * k
      } 0V${h + 1}"></path><path class="rails" d="M0 0V${h + 1}M${w} 0V${h + 1}"></path></svg>
      <span class="told">${
        told ? html`<span class="note">${say(`stage.${stage}`)}</span> ${told}` : say('head.nothing')
      }</span>
      <span class="note">${ending(summary.outcome?.president, names)} ${say('entries', {
        n: number(summary.entries),
      })}${summary.rehearsal ? ` · ${say('rehearsal.short')}` : ''}</span></a></li>`;
  }
}

/** How the law ends it, where it did not end by the electors. */
function ending(outcome: Outcome | undefined, names: Record<string, string>): string {
  if (outcome?.verdict === 'determined' && outcome.by && outcome.by !== 'electors')
    return say('wall.by', { by: outcome.by, who: names[outcome.candidate ?? ''] ?? outcome.candidate ?? '' });
  return outcome?.verdict === 'alternatives' ? say('wall.alternatives') : '';
}

function small(summary: Summary): Small {
  const most: Record<string, number> = {};
  for (const rung of summary.ladder)
    for (const [c, n] of Object.entries(rung.electors ?? {}))
      most[c] = (most[c] ?? 0) + n * (rung.stage === 'declared' ? 10 : 1);
  const order = Object.keys(most).sort((a, b) => most[b] - most[a]);
  const party = (c: string) => summary.candidates.find((p) => p.id === c)?.party;
  const place = (c: string) => summary.candidates.findIndex((p) => p.id === c);
  const [a, b] = order;
  if (
    b &&
    (party(b) === 'Democratic' ||
      (party(a) === 'Republican' && party(b) !== 'Republican') ||
      (party(b) !== 'Republican' && party(a) !== 'Democratic' && place(b) < place(a)))
  )
    [order[0], order[1]] = [b, a];
  const paints = Object.fromEntries(order.map((c, i) => [c, i === 0 ? 'b' : i === 1 ? 'r' : `c${2 + ((i - 2) % 10)}`]));
  const names = Object.fromEntries(summary.candidates.map((c) => [c.id, shortName(c)]));
  const last = summary.ladder.findLast((r) => r.electors && Object.keys(r.electors).length)?.electors ?? {};
  return {
    summary,
    order,
    paints,
    names,
    share: Math.max(0, ...Object.values(last)) / (summary.electors.entitled || 1),
  };
}
