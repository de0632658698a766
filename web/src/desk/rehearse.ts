import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { given } from '../model/moments';
import { number, say } from '../words/words';
import { lookAgain } from './asking';
import { unitName } from './naming';
import { Screen } from './screen';
import { desk } from './store';

interface Score {
  planted: number;
  sent: number;
  waiting: number;
  found: number;
  missed: number;
  items: { fault: string; unit: string; at: string; codes: string[]; came: string }[];
}

/** How somebody types: what differed counts for both. */
interface Typing {
  account: number;
  papers: number;
  fields: number;
  differing: number;
  seconds: number;
}

/** What became of the faults that are planted in a rehearsal: what waits is counted, and not named. */
@customElement('a-rehearse')
export class Rehearse extends Screen {
  @state() private score?: Score;
  @state() private typists: Typing[] = [];
  private asked = '';

  protected override willUpdate(): void {
    const versions = [...desk.kept, ...desk.proposals].map((each) => each.version).join();
    const now = `${desk.standing?.entries} ${versions}`;
    if (now === this.asked) return;
    this.asked = now;
    void this.doing('score', async () => {
      if (desk.may('GET', '/proposals')) this.score = await lookAgain<Score>(desk.at('rehearsal'));
      this.typists = (await lookAgain<{ items: Typing[] }>(desk.at('typing'))).items;
    });
  }

  override render(): TemplateResult {
    const { score } = this;
    if (!score) return html`${this.heading(say('rehearse.begins'))}${this.typing()}${this.refused('score')}`;
    const { planted, sent, found, missed, waiting, items } = score;
    const left = planted - sent;
    return html`${this.heading(
      say('rehearse.head', { found, sent }),
      left ? say('rehearse.rest', { left, missed, waiting }) : say('rehearse.over', { missed, waiting }),
    )}
      <h2>${say('rehearse.faults')} <em>${say('rehearse.faults.rest')}</em></h2>
      <table><thead><tr><th>${say('rehearse.fault')}</th><th>${say('rehearse.where')}</th>
        <th>${say('rehearse.what')}</th></tr></thead><tbody>${[...items].reverse().map(
          (each) => html`<tr><td><b>${say(`fault.${each.fault}`)}</b></td>
            <td>${unitName(each.unit)} <small>${given(each.at)}</small></td>
            <td>${say(`rehearse.${each.came}`)} <small>${each.codes.join(', ')}</small></td></tr>`,
        )}</tbody></table>${this.typing()}${this.refused('score')}`;
  }

  /** One's own typing; for who administers the desk, each one's. */
  private typing(): unknown {
    if (!this.typists.length) return nothing;
    return html`<h2>${say('rehearse.typing')} <em>${say('rehearse.typing.rest')}</em></h2>
      <table class="figures"><thead><tr><th>${say('people.number')}</th><th>${say('rehearse.papers')}</th>
        <th>${say('rehearse.time')}</th><th>${say('rehearse.differing')}</th></tr></thead><tbody>${this.typists.map(
          ({ account, papers, fields, differing, seconds }) => html`<tr><td><b>${account}</b></td><td>${papers}</td>
            <td>${say('rehearse.seconds', { n: Math.round(seconds / Math.max(1, papers)) })}</td>
            <td>${number(Math.round((1000 * differing) / Math.max(1, fields)) / 10)}</td></tr>`,
        )}</tbody></table>`;
  }
}
