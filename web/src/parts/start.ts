import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Rung } from '../model/api';
import { elections, once } from '../model/asking';
import { asAsked, dayAndYear, effective, given } from '../model/moments';
import { narrow, Part } from '../model/part';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';
import { bar } from './bar';
import './elections';
import { small, type Small } from './wall';

/** November, in which the polls have been held since 1792: places of months begin with nought. */
const POLLS = 10;

/** The beginning: what this is in one sentence, the latest election with what each rung means, and all elections. */
@customElement('a-start')
export class Start extends Part {
  @state() private latest?: Small;
  /** Whether it is known what stands above the list, or that nothing does: else it would be pushed down. */
  @state() private come = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const all = once('elections', elections).then(
      (list) => {
        const known = list.filter((s) => s.ladder.some((r) => Object.keys(r.electors ?? {}).length));
        const newest = known.find((s) => s.live || s.rehearsal) ?? known.sort((a, b) => b.year - a.year)[0];
        this.latest = newest && small(newest);
      },
      () => undefined,
    );
    void all.then(() => {
      this.come = true;
    });
  }

  override render() {
    return html`<section class="start"><p class="what">${say('start.what')}</p>
      ${this.latest ? this.election(this.latest) : html`<div class="room-for"></div>`}</section>
      ${this.come ? html`<a-elections></a-elections>` : nothing}`;
  }

  private election(latest: Small): TemplateResult {
    const { summary, names, president, order, electors, stage } = latest;
    const office = summary.ladder.find((r) => r.stage === 'in-office')?.majority?.since;
    const over = !!office && !summary.live && !summary.rehearsal;
    const people = order.slice(0, 4).map((c) => `${names[c]} ${electors[c] ?? 0}`);
    const figures = say(`head.${stage}`, { figures: `${people.join(', ')}.`, caller: '' });
    const who = president ? (names[president] ?? president) : '';
    const first = office ? say('start.office', { who, day: dayAndYear(effective(office)) }) : figures;
    const year = String(summary.year);
    const end = over ? say('start.end', { day: dayAndYear(effective(office)) }) : '';
    return html`<div class="head"><div>
      <p class="dateline"><b class="ink">${say(over ? 'start.over' : 'start.runs', { year })}</b>
        <span>${end}</span></p>
      <h1><a href="/${summary.id}">${first}</a> ${office ? html`<span class="rest">${figures}</span>` : nothing}</h1>
      </div>${this.moments(latest)}</div>
      ${this.ladder(latest)}`;
  }

  /** Where one may go in: the start, the moment of decision, the end. */
  private moments({ summary }: Small): TemplateResult {
    const { id, firstMs, lastMs } = summary;
    const since = (stage: string) => summary.ladder.find((r) => r.stage === stage)?.majority?.since;
    const [voted, office] = [since('voted'), since('in-office')];
    // Laws and suits of years before stand in a record too: the election begins with its year's polls.
    const polls = Math.max(firstMs ?? -Infinity, Date.UTC(summary.year, POLLS, 2));
    const at = (ms: number) => `/${id}?at=${encodeURIComponent(asAsked(ms))}`;
    const rows: [number | undefined, string][] = [
      [firstMs === undefined ? undefined : polls, 'start.from'],
      [voted ? effective(voted) : undefined, 'start.decided'],
      [summary.live || summary.rehearsal ? undefined : office ? effective(office) : lastMs, 'start.to'],
    ];
    return html`<div class="next show"><ul>${rows.map(([ms, key]) =>
      ms === undefined
        ? nothing
        : html`<li><b>${dayAndYear(ms)}</b><a class="under" href=${at(ms)}>${say(key)}</a></li>`,
    )}${
      summary.live || summary.rehearsal
        ? html`<li><b>${say('live')}</b>
        <a class="under" href="/${id}">${say('live.to')}</a></li>`
        : nothing
    }
    </ul></div>`;
  }

  private ladder(latest: Small): TemplateResult {
    const { summary, order, names, paints } = latest;
    const candidates = Object.keys(names);
    const sides = {
      order: order.map((c) => candidates.indexOf(c)),
      names: candidates.map((c) => names[c]),
      paints: candidates.map((c) => paints[c] ?? 'c0'),
    };
    const whole = Math.max(summary.electors.entitled, 1);
    const majority = summary.electors.majority ?? Math.floor(whole / 2) + 1;
    const width = narrow() ? this.wide : Math.min(308, this.wide * 0.3);
    const heads = html`<div class="rung heads" aria-hidden="true"><span class="c-name">${say('stage')}</span>
      <span class="c-bar"><span class="hB b-ink">${names[order[0]]}</span>
        <span class="hR r-ink">${names[order[1]]}</span></span>
      <span class="gloss">${say('start.means')}</span><span class="c-when">${say('ladder.cross')}</span></div>`;
    const base = summary.electors.base ?? summary.electors.appointed ?? whole;
    const rung = (i: number) => {
      const row = summary.ladder.find((r) => r.stage === RUNGS[i]);
      const electors = candidates.map((c) => row?.electors?.[c] ?? 0);
      const lacking = isLacking(row, electors);
      const implied = row?.majority?.implied ? electors : undefined;
      const drawn = { electors, sides, whole, majority, stage: i, top: false, width, height: 26 };
      return html`<div class="rung"><span class="c-name"><b>${say(`stage.${RUNGS[i]}`)}</b></span>
        <span class="c-bar">${width ? bar({ ...drawn, narrow: false, implied, lacking }) : nothing}</span>
        <span class="gloss">${lacking ? html`<b class="ink">${say('start.notIn')}</b> ` : nothing}${say(
          `gloss.${RUNGS[i]}`,
        )}</span>
        <span class="c-when">${crossedAt(row)}</span></div>`;
    };
    return html`<div class="ladder glossed" role="group" aria-label=${say('ladder')}>
      ${heads}${[...RUNGS.keys()].reverse().map(rung)}</div>
      <p class="note">${say('start.line', { majority, base })}</p>`;
  }
}

/** Whether the record has nothing of a rung: it says so, or it has no figure there for an election that is over. */
const isLacking = (row: Rung | undefined, electors: number[]): boolean =>
  electors.every((n) => !n) && (row?.coverage ? row.coverage.extent !== 'complete' : row?.stage === 'called');

function crossedAt(row?: Rung): string {
  const since = row?.majority?.since;
  if (!since) return '';
  const { implied } = row.majority!;
  const moment = given(implied ? since.slice(since.indexOf('/') + 1) : since, row.majority!.about);
  return implied ? say('atLatest', { moment }) : moment;
}
