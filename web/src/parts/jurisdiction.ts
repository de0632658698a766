import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Entry, UnitRow } from '../model/api';
import { entries, once } from '../model/asking';
import type { Arrival } from '../model/living';
import { heldBy } from '../model/geography';
import { brief, dayAndYear, effective } from '../model/moments';
import { Part } from '../model/part';
import { CALLED, RUNGS } from '../model/stages';
import { knows, number, say } from '../words/words';
import { nameOf } from './marks';
import { cases } from './cases';
import { electorsOf, isEarly, jurisdictionName, standingNow } from './reading';
import { axisOf, leadIn, momentOn, stateChart, type Axis } from './statechart';
import { sourceTitle } from './sources';
import { leadTold, type Point } from './tallychart';
import { tools } from './tools';
import { inWords } from './inwords';

const KINDS =
  'call,call-withdrawn,certification,appointment,not-appointed,ascertainment,elector-votes,objection,' +
  'chamber-vote,commission-ruling,counted,voting-extended';

/** One jurisdiction: everything that bears on it, on one time axis. */
@customElement('a-jurisdiction')
export class Jurisdiction extends Part {
  @state() private facts: Entry[] = [];
  /** The moment at which the chart is read off. */
  @state() private peek?: number;
  private of = '';
  /** How many facts of each jurisdiction came while the page was open. */
  private readonly came = new Map<string, number>();

  protected override arrived(came: Arrival[]): void {
    for (const { unit, fact } of came) {
      const id = unit?.split('-')[0];
      if (id && KINDS.split(',').includes(fact)) this.came.set(id, (this.came.get(id) ?? 0) + 1);
    }
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
    const row = standingNow(scene)?.units.find((u) => u.unit === id);
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
      ${cases(scene, id)}
      ${this.more(id, row)}
      ${tools(scene, 'jurisdiction', () => this.querySelector('svg.juris'), id)}
    </section>`;
  }

  /** What the reader chose; before that, where something came about last; else where most electors are still open. */
  private chosen(): string {
    const { scene } = this;
    if (scene.selected) return scene.selected;
    const ids = scene.story!.jurisdictions;
    const event = scene.event;
    const of = event?.mark.unit?.split('-')[0];
    if (of && ids.includes(of) && (event?.places.length ?? 0) < 2) return of;
    const open = ids.filter((id) => heldBy(scene, id).stage < CALLED);
    const among = open.length && isEarly(scene) ? open : ids;
    return among.reduce((a, b) => (electorsOf(scene, b) > electorsOf(scene, a) ? b : a), among[0] ?? '');
  }

  private known(fact: Entry): boolean {
    const { ms, knownThen } = this.scene;
    return effective(fact.at) <= ms && (!knownThen || effective((fact.learned as string) ?? fact.at) <= ms);
  }

  /** Reads the chart off at the pointer, or by the arrow keys from count to count. */
  private read(e: PointerEvent, axis: Axis): void {
    const svg = (e.currentTarget as Element).getBoundingClientRect();
    this.peek = momentOn(axis, ((e.clientX - svg.x) / svg.width) * axis.wide);
  }

  private keyed(e: KeyboardEvent, points: Point[]): void {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!direction || !points.length) return;
    e.preventDefault();
    e.stopPropagation();
    const at = this.peek ?? this.scene.ms;
    const next = direction > 0 ? points.find((p) => p[0] > at) : points.findLast((p) => p[0] < at);
    if (next) this.peek = next[0];
  }

  private chart(id: string): TemplateResult {
    const { scene, wide } = this;
    const axis = axisOf(scene, wide);
    const { points } = leadIn(scene, id);
    const facts = this.facts.filter((f) => this.known(f));
    const [first, second] = scene.sides!.order;
    const names = [first, second].map((c) => scene.sides!.names[c] ?? '');
    const peek = this.peek === undefined ? undefined : points.findLast((p) => p[0] <= this.peek!);
    const told = peek
      ? say('chart.peek', { moment: brief(peek[0]), lead: leadTold(names, peek[1]), votes: peek[2] })
      : say('chart.hint');
    return html`<div class="chart" @pointermove=${(e: PointerEvent) => this.read(e, axis)}
        @pointerleave=${() => {
          this.peek = undefined;
        }} @keydown=${(e: KeyboardEvent) => this.keyed(e, points)}>
      ${stateChart(scene, id, facts, axis, peek?.[0])}</div>
      ${points.length > 1 ? html`<p class="note peek" aria-live="polite">${told}</p>` : nothing}`;
  }

  private settled(row?: UnitRow) {
    const s = row?.settled;
    if (!s) return nothing;
    return html`<p class="settled"><b>${say(`settled.${s.verdict}`)}</b> ${
      s.why ? html`<span class="why">${inWords(s.why, s.whyEs)}.</span> ` : nothing
    }${
      s.outstandingAtMost !== undefined && s.why !== 'certified'
        ? say('settled.outstanding', { n: s.outstandingAtMost })
        : ''
    } ${s.margin !== undefined ? say('settled.margin', { n: s.margin }) : ''}
      <button type="button" class="under" @click=${() =>
        this.scene.set({ figure: `settled(${row!.unit})` })}>${say('whyWord')}</button> ${
        s.beside?.length
          ? html`<span class="note">${inWords(s.beside.join('; '), s.besideEs?.join('; '))}.</span>`
          : nothing
      }</p>`;
  }

  /** Whose a ticket is; of one line among several of a slate, which. */
  private line(id: string): string {
    const { tickets } = this.scene.meta!;
    const ticket = tickets.find((each) => each.id === id);
    const name = nameOf(this.scene, ticket?.president ?? id);
    const several = ticket?.slate && tickets.filter((each) => each.slate === ticket.slate).length > 1;
    return several ? `${name} (${id})` : name;
  }

  private more(id: string, row?: UnitRow) {
    const { scene } = this;
    const votes = row?.certifiedVotes ?? row?.votes;
    const cast = this.facts.filter((f) => this.known(f) && f.fact === 'elector-votes');
    const named = cast.flatMap((f) => (f.electors as { name: string; president: string }[] | undefined) ?? []);
    const dues = (scene.standing?.deadlines ?? []).flatMap((d) =>
      (['met', 'missed', 'unknown', 'open'] as const)
        .filter((k) => d[k]?.includes(id))
        .map((k) => ({ d, k, why: inWords(d.reasons?.[id], d.reasonsEs?.[id]) })),
    );
    return html`<details class="more-of"><summary>${say('juris.more')}</summary>
      ${
        votes
          ? html`<table><caption class="note">${say(
              row?.certifiedVotes ? 'juris.certificate' : 'juris.tally',
            )}</caption><tbody>
        ${Object.entries(votes).map(
          ([t, n]) =>
            html`<tr><td>${this.line(t)}</td><td class="num"><button type="button" class="under" @click=${() =>
              scene.set({ figure: `votes(${id},${t})` })}>${number(n)}</button></td></tr>`,
        )}
        ${
          row?.certifiedVotes && row.votes
            ? html`<tr class="no"><td>${say('juris.tally')}</td><td class="num note">${Object.values(row.votes)
                .map(number)
                .join(' · ')}</td></tr>`
            : nothing
        }
        ${(row?.otherSources ?? []).map(({ source, votes: theirs }) => {
          const told = Object.values(theirs).map(number).join(' · ');
          return html`<tr><td class="note" lang="en">${sourceTitle(scene, source)}</td>
            <td class="num note">${told}</td></tr>`;
        })}</tbody></table>`
          : nothing
      }
      ${
        row?.reporting || row?.ballots?.cast !== undefined || row?.registered !== undefined
          ? html`<p>${[
              row.reporting ? say('juris.reporting', { n: row.reporting.units, all: row.reporting.of }) : '',
              row.ballots?.cast === undefined ? '' : say('juris.ballots', { n: row.ballots.cast }),
              row.registered === undefined ? '' : say('juris.registered', { n: row.registered }),
            ]
              .filter(Boolean)
              .join('; ')}</p>`
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
                    : inWords(d.what, d.whatEs)
                }</td><td>${say(`deadline.${k}`)}${
                  d.reasons?.[id] ? html`<br><span class="note">${why}</span>` : nothing
                }</td></tr>`,
            )}</tbody></table>`
          : nothing
      }
      <p><a class="under" href="/${scene.election}/record?unit=${id}">${say('juris.record')}</a></p>
    </details>`;
  }
}
