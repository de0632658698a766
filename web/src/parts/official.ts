import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Entry, When } from '../model/api';
import { ask, entries, fromFiles, once } from '../model/asking';
import { brief, day, effective, given } from '../model/moments';
import { Part } from '../model/part';
import { RUNGS } from '../model/stages';
import { number, say } from '../words/words';
import { nameOf } from './marks';
import { counted } from './reading';
import { tools } from './tools';

interface Meaning {
  figure?: string;
  ms: number;
  text: string;
  when: string | TemplateResult;
  met: boolean;
  acted: string | TemplateResult;
  go?: number;
}

/** Every meaning of official with the moment at which it came true, and a box for the reader's own. */
@customElement('a-official')
export class Official extends Part {
  @state() private acknowledgements: Entry[] = [];
  @state() private answer?: When;
  @state() private refusal = '';
  private of = '';
  private typing = 0;

  override render() {
    const { scene } = this;
    if (!scene.telling) return nothing;
    if (this.of !== scene.election) this.fetch(scene.election);
    const rows = this.rows();
    let before = true;
    return html`<section aria-label=${say('official')}>
      <h2>${say('official')}</h2>
      <table class="meanings"><thead><tr><th scope="col">${say('official.means')}</th>
        <th scope="col">${say('official.since')}</th><th scope="col">${say('official.acted')}</th></tr></thead>
      <tbody>${rows.map((r) => {
        const edge = before && !r.met;
        before = r.met;
        return html`<tr class="${r.met ? '' : 'no'} ${r.met && r.ms === scene.ms ? 'just' : ''} ${edge ? 'edge' : ''}">
          <td>${r.text}${
            r.met && r.figure
              ? html` <button type="button" class="quiet why" aria-label=${say('why.of', {
                  what: r.text,
                })} @click=${() => {
                  if (r.go !== undefined) scene.go(r.go);
                  scene.set({ figure: r.figure! });
                }}>${say('whyWord')}</button>`
              : nothing
          }</td><td>${
            r.go !== undefined ? html`<button type="button" @click=${() => scene.go(r.go!)}>${r.when}</button>` : r.when
          }</td><td>${r.acted}</td></tr>`;
      })}</tbody></table>
      ${fromFiles ? nothing : this.own()}
      ${tools(scene, 'when', () => this.querySelector('.meanings'))}
    </section>`;
  }

  private fetch(election: string): void {
    this.of = election;
    this.answer = undefined;
    this.refusal = '';
    this.acknowledgements = [];
    void once(`${election} acknowledgements`, () => entries(election, { fact: 'acknowledgement' })).then(
      (r) => {
        if (this.of === election) this.acknowledgements = r.entries.filter((e) => e.fact === 'acknowledgement');
      },
      () => undefined,
    );
  }

  private rows(): Meaning[] {
    const { scene } = this;
    const { story, standing, ms, meta } = scene;
    const majority = standing?.electors.majority ?? story!.majority;
    const rows: Meaning[] = [];
    // Once the result is declared, nobody can pass the line any more.
    const over = story!.declared.some((d) => d.ms <= ms);
    const chosen = standing?.outcome.president;
    const ballot = story!.marks.findLast((m) => m.kind === 'contingent' && m.ms <= ms);
    if (ballot && chosen?.verdict === 'determined' && (chosen.by === 'house' || chosen.by === 'senate'))
      rows.push({
        ms: ballot.ms,
        go: ballot.ms,
        met: true,
        figure: 'president',
        text: say('means.chosen', { by: say(`chamber.${chosen.by}`) }),
        when: brief(ballot.ms),
        acted: '',
      });
    for (const stage of [...RUNGS, 'in-office']) {
      const turns = story!.majorities.filter((m) => m.stage === stage);
      const turn =
        turns.findLast((m) => m.sinceMs <= ms && (m.untilMs === undefined || m.untilMs > ms)) ??
        turns.find((m) => m.sinceMs > ms);
      const blanks = { majority, caller: meta!.caller ?? meta!.callers[0]?.name ?? '' };
      if (stage === 'called' && !meta!.callers.length) continue;
      if (!turn && (stage === 'reported' || stage === 'called')) continue;
      const met = !!turn && turn.sinceMs <= ms;
      // Where the majority changed hands, whose it is has to be said.
      const whose =
        met && turns.some((m) => m.candidate !== turn.candidate) ? `: ${nameOf(scene, turn.candidate)}` : '';
      const text = say(`means.${stage}`, blanks) + whose;
      const due = standing?.deadlines.find((d) =>
        d.rule.startsWith(
          { voted: 'CAL.MEET', ascertained: 'CAL.MEET', counted: 'CAL.COUNT', 'in-office': 'CAL.TERM' }[stage] ?? '-',
        ),
      );
      if (met)
        rows.push({
          ms: turn.sinceMs,
          go: turn.sinceMs,
          text,
          met,
          figure: fromFiles && stage === 'in-office' ? undefined : `${stage}(${turn.candidate})`,
          when: given(turn.implied ? turn.since.slice(turn.since.indexOf('/') + 1) : turn.since, turn.about),
          acted: stage === 'reported' ? this.votes() : turn.implied ? say('implied') : '',
        });
      else {
        const dueMs = due ? effective(due.due) : turn && !scene.live ? turn.sinceMs : Infinity;
        rows.push({
          ms: dueMs,
          text,
          met,
          when:
            due && dueMs > ms
              ? say('due', { day: day(dueMs) })
              : over
                ? say('nobody')
                : stage === 'declared'
                  ? say('afterCount')
                  : say('notYet'),
          acted: '',
        });
      }
    }
    const safe = standing?.deadlines.find((d) => d.rule.startsWith('CAL.SAFE'));
    if (safe) {
      const dueMs = effective(safe.due),
        met = dueMs <= ms;
      rows.push({
        ms: dueMs,
        met,
        go: met ? dueMs : undefined,
        text: say('means.safe'),
        when: met ? given(safe.due) : say('due', { day: day(dueMs) }),
        acted: met
          ? say('means.safe.by', { met: safe.met.length, missed: safe.missed.length, unknown: safe.unknown.length })
          : safe.rule,
      });
    }
    const open = standing?.challenges?.filter((c) => c.open).length;
    const filed = standing?.challenges?.length ?? 0;
    if (filed && open !== undefined) {
      const last = Math.max(...standing!.challenges!.flatMap((c) => c.rulings.map((r) => effective(r.at))));
      rows.push({
        ms: open ? ms + 1 : last,
        met: !open,
        text: say('means.challenges'),
        when: open ? say('means.open', { n: open }) : brief(last),
        acted: html`<a class="under" href="/${scene.election}/challenges">${say('means.filed', { n: filed })}</a>`,
      });
    }
    rows.sort((a, b) => Number(b.met) - Number(a.met) || a.ms - b.ms);
    rows.forEach((row, i) => {
      if (row.met && !row.acted) row.acted = this.acted(row.ms, rows[i + 1]?.met ? rows[i + 1].ms : scene.ms);
    });
    return rows;
  }

  private votes(): string | TemplateResult {
    const votes = counted(this.scene).reduce((a, b) => a + b, 0);
    return say('means.votes', { votes: number(votes) });
  }

  /** How many in the record acted after this meaning came true and before the next did. */
  private acted(from: number, to: number): string | TemplateResult {
    const n = this.acknowledgements.filter((e) => {
      const ms = effective(e.at);
      return ms > from && ms <= to;
    }).length;
    return n
      ? html`<a class="under" href="/${this.scene.election}/record?fact=acknowledgement">${say('means.acted', {
          n,
        })}</a>`
      : '';
  }

  private own() {
    const callers = this.scene.meta!.callers.map((c) => c.id);
    const example = callers.length > 2 ? `called by ${callers.slice(0, 3).join(' and ')}` : 'voted >= majority';
    return html`<form class="own" @submit=${(e: Event) => {
      e.preventDefault();
      void this.asked(e.target as HTMLFormElement);
    }}>
      <label for="condition">${say('own')}</label>
      <input id="condition" name="condition" class="mono" placeholder=${example} spellcheck="false"
        autocomplete="off" @input=${(e: Event) => {
          clearTimeout(this.typing);
          const form = (e.target as HTMLInputElement).form!;
          this.typing = setTimeout(() => void this.asked(form), 350) as unknown as number;
        }}>
      <output for="condition">${this.refusal || this.told() || say('own.hint', { example })}</output>
    </form>`;
  }

  private async asked(form: HTMLFormElement): Promise<void> {
    const condition = String(new FormData(form).get('condition') ?? '').trim();
    this.refusal = '';
    if (!condition) {
      this.answer = undefined;
      return;
    }
    try {
      this.answer = await ask<When>(this.scene.election, 'when', { condition });
    } catch (fault) {
      this.answer = undefined;
      this.refusal = (fault as Error).message;
    }
  }

  private told() {
    if (!this.answer) return '';
    if (!this.answer.turns.length) return say('own.never');
    const entry = (n: number) =>
      html`<a class="under" href="/${this.scene.election}/record?from=${n}">${say('entry', { n })}</a> `;
    return this.answer.turns.map((t) => {
      const blanks = {
        who: nameOf(this.scene, t.candidate),
        since: given(t.since),
        until: t.until ? given(t.until) : '',
      };
      return html`<span>${say(t.until ? 'own.held' : 'own.holds', blanks)}
        ${(t.entries ?? []).slice(0, 2).map(entry)}</span>`;
    });
  }
}
