import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../model/asking';
import type { Acknowledgement, Standing } from '../model/api';
import { effective } from '../model/moments';
import { say } from '../words/words';
import type { Past } from './asked';
import { daysAfter, place } from './completing';
import { MARKS, when } from './past';

const WIDTH = 640;
const MARGIN = 20;
const DOT = 6;
const TOP = 34;
const STAGES = ['called', 'certified', 'voted', 'counted'] as const;
const LATE: ReadonlySet<string> = new Set(['voted', 'counted', 'declared', 'in-office']);

/** What others did on the strength of a result, and how official it was then: a table, and a chart against stages. */
@customElement('a-acknowledged')
export class Acknowledged extends LitElement {
  @property() election = '';
  @state() private all: Acknowledgement[] = [];
  @state() private stages: [string, number][] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('election') && this.election) void this.read();
  }

  private async read(): Promise<void> {
    const year = Number(this.election.slice(-4));
    const standing = await ask<Standing & { acknowledgements?: Acknowledgement[] }>(this.election, 'standing');
    const turns = await Promise.all(
      STAGES.map((stage) => ask<Past>(this.election, 'when', { condition: `${stage} >= majority` })),
    );
    this.stages = STAGES.flatMap((stage, i): [string, number][] => {
      const since = turns[i]?.turns?.[0]?.since;
      return since ? [[stage, daysAfter(year, effective(since))]] : [];
    });
    this.all = standing.acknowledgements ?? [];
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.all.length) return nothing;
    const by = (stage: string) => this.all.filter((each) => (each.stage ?? 'none') === stage).length;
    const counts = ['none', 'reported', ...STAGES, 'declared', 'in-office']
      .map((stage) => [stage, by(stage)] as const)
      .filter(([, n]) => n);
    return html`<section><h2>${say('watch.acknowledged')}</h2>
      <p>${this.sum()}</p>
      <p class="soft">${say('watch.ackStage')}: ${counts
        .map(([stage, n]) => `${say(`watch.stage.${stage}`)} ${n}`)
        .join(', ')}.</p>
      ${this.chart()}
      <details><summary>${say('watch.ackTable', { n: this.all.length })}</summary>
        <table><thead><tr><th>${say('watch.ackWhen')}</th><th>${say('watch.ackWho')}</th>
          <th>${say('watch.ackToward')}</th><th>${say('watch.ackStage')}</th></tr></thead>
        <tbody>${this.all.map(
          (each) => html`<tr><td>${when(each.at)}</td><td>${each.actor}${each.country ? ` (${each.country})` : ''}</td>
            <td>${each.toward}</td><td>${say(`watch.stage.${each.stage ?? 'none'}`)}</td></tr>`,
        )}</tbody></table></details></section>`;
  }

  /** How many came within a day of the call, and how many only once the electors had voted. */
  private sum(): string {
    const year = Number(this.election.slice(-4));
    const called = this.stages.find(([stage]) => stage === 'called')?.[1];
    const soon = this.all.filter((each) => {
      const after = daysAfter(year, effective(each.at)) - (called ?? Infinity);
      return after >= 0 && after <= 1;
    });
    const waited = this.all.filter((each) => LATE.has(each.stage ?? ''));
    const sum = say('watch.ackSum', { n: soon.length, of: this.all.length });
    return this.stages.some(([stage]) => stage === 'voted')
      ? `${sum} ${say('watch.ackWaited', { n: waited.length })}`
      : sum;
  }

  /** A dot for each, those of about one moment upon each other; a line where each stage came. */
  private chart(): TemplateResult {
    const year = Number(this.election.slice(-4));
    const x = (days: number): number => MARGIN + place(days) * (WIDTH - 2 * MARGIN);
    const stacks = new Map<number, number>();
    const dots = this.all.map((each) => {
      const at = Math.round(x(daysAfter(year, effective(each.at))) / DOT) * DOT;
      const level = stacks.get(at) ?? 0;
      stacks.set(at, level + 1);
      return { at, level };
    });
    const ground = TOP + Math.max(4, ...stacks.values()) * DOT;
    return html`<svg class="acks" viewBox="0 0 ${WIDTH} ${ground + 18}" role="img" aria-label=${say('watch.ackChart')}>
      ${this.stages.map(
        ([stage, days], i) => svg`<path d="M${x(days)} ${14 + (i % 2) * 12}V${ground}" class="stage" />
          <text x=${x(days)} y=${10 + (i % 2) * 12} text-anchor="middle">${say(`watch.stage.${stage}`)}</text>`,
      )}
      <path d="M${MARGIN} ${ground}H${WIDTH - MARGIN}" />
      ${MARKS.map(
        (day) => svg`<path d="M${x(day)} ${ground}v3" />
          <text x=${x(day)} y=${ground + 14} text-anchor="middle">${say(`watch.mark.${day}`)}</text>`,
      )}
      ${dots.map(
        ({ at, level }) => svg`<circle cx=${at} cy=${ground - DOT / 2 - 1 - level * DOT} r=${DOT / 2 - 0.5} />`,
      )}
    </svg>`;
  }
}
