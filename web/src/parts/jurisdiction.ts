import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Challenge, Entry, UnitRow } from '../model/api';
import { entries, once } from '../model/asking';
import type { Arrival } from '../model/living';
import { heldBy } from '../model/geography';
import { day, dayAndYear, effective, given } from '../model/moments';
import { Part } from '../model/part';
import { RUNGS } from '../model/stages';
import { knows, number, say } from '../words/words';
import { nameOf } from './marks';
import { jurisdictionName } from './reading';
import { leadChart, leadOf } from './tallychart';
import { tools } from './tools';

const KINDS =
  'call,call-withdrawn,certification,appointment,not-appointed,ascertainment,elector-votes,objection,' +
  'chamber-vote,commission-ruling,counted,voting-extended';
const ROW = 14;

/** One jurisdiction: everything that bears on it, on one time axis. */
@customElement('a-jurisdiction')
export class Jurisdiction extends Part {
  @state() private facts: Entry[] = [];
  private of = '';
  /** How many facts of each jurisdiction came while the page was open. */
  private readonly came = new Map<string, number>();
  private readonly arrived = (e: Event) => {
    for (const { unit, fact } of (e as CustomEvent<Arrival[]>).detail) {
      const id = unit?.split('-')[0];
      if (id && KINDS.split(',').includes(fact)) this.came.set(id, (this.came.get(id) ?? 0) + 1);
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.scene.addEventListener('arrived', this.arrived);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scene.removeEventListener('arrived', this.arrived);
  }

  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief) return nothing;
    const id = this.chosen();
    if (!id) return nothing;
    const key = `${scene.election} ${id} ${this.came.get(id) ?? ''}`;
    if (this.of !== key && !scene.playing) {
      const same = this.of.startsWith(`${scene.election} ${id} `);
      this.of = key;
      if (!same) this.facts = [];
      void once(`facts ${key}`, () => entries(scene.election, { unit: id, fact: KINDS })).then(
        (r) => {
          if (this.of === key) this.facts = r.entries.filter((e) => KINDS.split(',').includes(e.fact));
        },
        () => undefined,
      );
    }
    const row = scene.standing?.units.find((u) => u.unit === id);
    const electors = scene.meta!.units.filter((u) => u.jurisdiction === id).reduce((sum, u) => sum + u.electors, 0);
    const held = heldBy(scene, id);
    const who = scene
      .sides!.order.filter((c) => held.electors[c] > 0)
      .map((c) =>
        held.electors.filter((n) => n > 0).length > 1
          ? `${scene.sides!.names[c]} ${held.electors[c]}`
          : scene.sides!.names[c],
      )
      .join(', ');
    return html`<section aria-label=${jurisdictionName(scene, id)} aria-live="off">
      <h2>${jurisdictionName(scene, id)} <em>${say('juris.electors', { n: electors })}${
        held.stage >= 0 ? `, ${say(`juris.${RUNGS[held.stage]}`, { who })}` : ''
      }</em></h2>
      ${this.wide ? this.chart(id) : nothing}
      ${this.settled(row)}
      ${this.more(id, row)}
      ${tools(scene, 'jurisdiction', () => this.querySelector('svg.juris'))}
    </section>`;
  }

  /** What the reader chose; before that, the jurisdiction of the last event. */
  private chosen(): string {
    const { scene } = this;
    if (scene.selected) return scene.selected;
    const ids = scene.story!.jurisdictions;
    const of = scene.event?.unit?.split('-')[0];
    return of && ids.includes(of) ? of : (ids[0] ?? '');
  }

  private known(fact: Entry): boolean {
    const { ms, knownThen } = this.scene;
    return effective(fact.at) <= ms && (!knownThen || effective((fact.learned as string) ?? fact.at) <= ms);
  }

  private chart(id: string): TemplateResult {
    const { scene, wide: w } = this;
    const left = Math.min(124, w * 0.34),
      right = 5;
    const seen = this.facts.filter((f) => this.known(f));
    const challenges = (scene.standing?.challenges ?? []).filter(
      (c) => c.units?.some((u) => u.split('-')[0] === id) && effective(c.filed) <= scene.ms,
    );
    const persons = scene.story!.tickets.map((t) =>
      scene.story!.candidates.indexOf(scene.meta!.tickets.find((m) => m.id === t)?.president ?? ''),
    );
    const lead = leadOf(scene.story!, scene.sides!, persons, id, scene.ms);
    const from = scene.start;
    const to = Math.max(
      from + (scene.live ? 3_600_000 : 3 * 86_400_000),
      Math.min(scene.ms, scene.end) + (scene.ms - from) * 0.02,
    );
    const x = (ms: number) => left + ((Math.min(Math.max(ms, from), to) - from) / (to - from)) * (w - left - right);
    const now = x(scene.ms);
    const high = lead.points.length ? 100 : 0;
    const [first, second] = scene.sides!.order;
    let y = high + 18;
    const lines: TemplateResult[] = [];
    const rule = () => lines.push(svg`<path class="hairline" d="M0 ${y - 9}H${w}"></path>`);
    if (high) rule();
    for (const [key, kinds, filled] of [
      ['called', ['call'], false],
      ['certified', ['certification'], true],
      ['ascertained', ['ascertainment'], true],
      ['voted', ['elector-votes'], true],
      ['counted', ['counted', 'objection'], true],
    ] as [string, string[], boolean][]) {
      const here = seen.filter((f) => kinds.includes(f.fact) && String(f.unit ?? f.jurisdiction).split('-')[0] === id);
      if (!here.length && key === 'called' && !scene.meta!.callers.length) continue;
      lines.push(this.dots(say(`row.${key}`), here, x, y, w, left, filled));
      y += ROW;
    }
    if (challenges.length) {
      y += 3;
      rule();
      y += 2;
    }
    for (const c of challenges.slice().sort((a, b) => effective(a.filed) - effective(b.filed))) {
      lines.push(this.lawsuit(c, x, y, w, left));
      y += ROW;
    }
    return html`<svg class="juris" width=${w} height=${y + 10} role="img" aria-label=${say('juris.chart', {
      place: jurisdictionName(scene, id),
    })}>
      <path class="cursor" d="M${now} 0V${y - 8}"></path>
      ${leadChart(
        lead,
        [scene.sides!.names[first] ?? '', scene.sides!.names[second] ?? ''],
        [scene.sides!.paints[first], scene.sides!.paints[second]],
        x,
        left,
        w - right,
        high,
        scene.ms,
      )}
      ${lines}
      <text class="m" x=${left} y=${y + 6}>${day(from)}</text>${
        lead.corrections.length
          ? svg`<path class="correction" d="M4 ${y + 6}l-3 -6h6z"></path>
            <text class="m" x="10" y=${y + 6}>${say('chart.down')}</text>`
          : nothing
      }<text class="m" x=${w - right} y=${y + 6} text-anchor="end">${day(to)}</text>
    </svg>`;
  }

  /** One kind of fact as marks on its line; marks that would touch share a label. */
  private dots(
    name: string,
    facts: Entry[],
    x: (ms: number) => number,
    y: number,
    w: number,
    left: number,
    filled: boolean,
  ): TemplateResult {
    const groups: { x: number; labels: string[]; title: string[] }[] = [];
    for (const fact of facts.slice().sort((a, b) => effective(a.at) - effective(b.at))) {
      const place = x(effective(fact.at)),
        label = this.short(fact);
      const near = groups.at(-1);
      if (near && place - near.x < 9) {
        near.labels.push(label);
        near.title.push(given(fact.at));
      } else groups.push({ x: place, labels: [label], title: [given(fact.at, !!fact.about)] });
    }
    let taken = left - 2;
    return svg`<text class="s" x="0" y=${y + 3.5}>${name}</text>${groups.map((g, i) => {
      const different = g.labels.filter((l, n) => l && g.labels.indexOf(l) === n);
      const next = groups[i + 1]?.x ?? w + 6;
      const fits = (t: string) => [g.x + t.length * 5.5 + 10 < next, g.x - t.length * 5.5 - 10 > taken];
      const whole = different.join(', ');
      const text =
        fits(whole).some(Boolean) || different.length < 2 ? whole : `${different[0]} +${different.length - 1}`;
      const [atRight, atLeft] = fits(text),
        wide = text.length * 5.5 + 10;
      const anchor = atRight ? 'start' : 'end';
      taken = atRight ? g.x + wide : g.x + 5;
      return svg`<g><title>${`${whole} ${g.title[0]}`}</title>${
        atRight || atLeft
          ? svg`<text class="m" x=${g.x + (atRight ? 7 : -7)} y=${y + 3.5} text-anchor=${anchor}>${text}</text>`
          : nothing
      }
        <rect class=${filled ? 'spot full' : 'spot'} x=${g.x - 3} y=${y - 3} width="6" height="6"></rect></g>`;
    })}`;
  }

  private short(fact: Entry): string {
    if (fact.fact === 'call') return String(fact.caller);
    if (fact.fact === 'objection') return say('objection');
    const day_ = day(effective(fact.at));
    if (fact.fact === 'certification') {
      const [a, b] = Object.values(fact.votes as Record<string, number>).sort((p, q) => q - p);
      return a !== undefined && b !== undefined && !String(fact.unit).includes('-')
        ? `${number(a - b)}, ${day_}`
        : String(fact.unit).includes('-')
          ? ''
          : day_;
    }
    return fact.at.includes('/') ? given(fact.at) : day_;
  }

  private lawsuit(c: Challenge, x: (ms: number) => number, y: number, w: number, left: number): TemplateResult {
    const { ms } = this.scene;
    const rulings = c.rulings.filter((r) => effective(r.at) <= ms);
    const last = rulings.at(-1);
    // While scrubbing, the standing at hand may be of a later moment than the one shown.
    const open = !last || (c.open ?? false);
    const a = Math.max(x(effective(c.filed)), left),
      b = open ? x(ms) : x(effective(last!.at));
    const outcome = open ? say('open') : last!.outcome;
    const fit = (text: string, px: number) =>
      text.length * 5.3 > px ? text.slice(0, Math.max(Math.floor(px / 5.3) - 1, 2)).trimEnd() + '…' : text;
    const toRight = w - b - 8,
      toLeft = a - left - 8;
    const short = outcome.split(/[:;,(]/)[0];
    const atRight = toRight >= Math.min(short.length * 5.4, toLeft + 1) || toRight > toLeft;
    const room = atRight ? toRight : toLeft;
    return svg`<g><title>${`${c.name}, ${c.venue}. ${outcome}`}</title>
      <text class="m" x="0" y=${y + 3.5}>${fit(c.name.split(/, \d| \(\d|, No/)[0], left - 8)}</text>
      <path class=${open ? 'suit open' : 'suit'} d="M${a} ${y}H${Math.max(b, a + 1)}"></path>${
        open ? nothing : svg`<path class="suit" d="M${b} ${y - 3.5}v7"></path>`
      }
      ${
        room > 24
          ? svg`<text class=${open ? 's' : 'm'} x=${atRight ? b + 5 : a - 5} y=${y + 3.5} text-anchor=${
              atRight ? 'start' : 'end'
            }>${fit(short.toLowerCase(), room)}</text>`
          : nothing
      }</g>`;
  }

  private settled(row?: UnitRow) {
    const s = row?.settled;
    if (!s) return nothing;
    const reason = s.why && knows(`settled.why.${s.why}`) ? say(`settled.why.${s.why}`) : (s.why ?? '');
    return html`<p class="settled"><b>${say(`settled.${s.verdict}`)}</b> ${
      reason
        ? html`<span class="why" lang=${knows(`settled.why.${s.why}`) ? nothing : 'en'}>${reason}.</span> `
        : nothing
    }${
      s.outstandingAtMost !== undefined && s.why !== 'certified'
        ? say('settled.outstanding', { n: s.outstandingAtMost })
        : ''
    } ${s.margin !== undefined ? say('settled.margin', { n: s.margin }) : ''}
      <button type="button" class="under" @click=${() =>
        this.scene.set({ figure: `settled(${row!.unit})` })}>${say('whyWord')}</button></p>`;
  }

  private more(id: string, row?: UnitRow) {
    const { scene } = this;
    const votes = row?.certifiedVotes ?? row?.votes;
    const cast = this.facts.filter((f) => this.known(f) && f.fact === 'elector-votes');
    const named = cast.flatMap((f) => (f.electors as { name: string; president: string }[] | undefined) ?? []);
    const dues = (scene.standing?.deadlines ?? []).flatMap((d) =>
      (['met', 'missed', 'unknown', 'open'] as const)
        .filter((k) => d[k]?.includes(id))
        .map((k) => ({ d, k, why: d.reasons?.[id] })),
    );
    return html`<details class="more-of"><summary>${say('juris.more')}</summary>
      ${
        votes
          ? html`<table><caption class="note">${say(
              row?.certifiedVotes ? 'juris.certificate' : 'juris.tally',
            )}</caption><tbody>
        ${Object.entries(votes).map(
          ([t, n]) =>
            html`<tr><td>${nameOf(
              scene,
              scene.meta!.tickets.find((m) => m.id === t)?.president ?? t,
            )}</td><td class="num"><button type="button" class="under" @click=${() =>
              scene.set({ figure: `votes(${id},${t})` })}>${number(n)}</button></td></tr>`,
        )}
        ${
          row?.certifiedVotes && row.votes
            ? html`<tr class="no"><td>${say('juris.tally')}</td><td class="num note">${Object.values(row.votes)
                .map(number)
                .join(' · ')}</td></tr>`
            : nothing
        }
        ${(row?.otherSources ?? []).map(
          (o) =>
            html`<tr><td class="note">${o.source}</td><td class="num note">${Object.values(o.votes)
              .map(number)
              .join(' · ')}</td></tr>`,
        )}</tbody></table>`
          : nothing
      }
      ${
        row?.calls && Object.keys(row.calls).length
          ? html`<p><b>${say('row.called')}</b> ${Object.entries(row.calls)
              .map(([caller, who]) => `${caller}: ${nameOf(scene, who)}`)
              .join(', ')}</p>`
          : nothing
      }
      ${
        row?.electorVotes
          ? html`<p><b>${say('row.voted')}</b> ${Object.entries(row.electorVotes).map(
              ([office, votes]) =>
                html`${say(`office.${office}`)}: ${Object.entries(votes ?? {})
                  .map(([c, n]) => `${nameOf(scene, c)} ${n}`)
                  .join(', ')}. `,
            )}</p>`
          : nothing
      }
      ${
        named.length
          ? html`<ul class="names">${named.map((e) => html`<li>${e.name}: ${nameOf(scene, e.president)}</li>`)}</ul>`
          : nothing
      }
      ${
        dues.length
          ? html`<table><caption class="note">${say('juris.deadlines')}</caption><tbody>${dues.map(
              ({ d, k, why }) =>
                html`<tr><td>${dayAndYear(effective(d.due))}</td><td>${
                  knows(`due.${d.rule.split('.').slice(0, 2).join('.')}`)
                    ? say(`due.${d.rule.split('.').slice(0, 2).join('.')}`)
                    : d.what
                }</td><td>${say(`deadline.${k}`)}${
                  why ? html`<br><span class="note" lang="en">${why}</span>` : nothing
                }</td></tr>`,
            )}</tbody></table>`
          : nothing
      }
      <p><a class="under" href="/${scene.election}/record?unit=${id}">${say('juris.record')}</a></p>
    </details>`;
  }
}
