import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { given } from '../model/moments';
import { say } from '../words/words';
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

/** What became of the faults that are planted in a rehearsal: what waits is counted, and not named. */
@customElement('a-rehearse')
export class Rehearse extends Screen {
  @state() private score?: Score;
  private asked = '';

  protected override willUpdate(): void {
    const now = `${desk.standing?.entries} ${desk.kept.map((each) => each.version).join()}`;
    if (now === this.asked) return;
    this.asked = now;
    void this.doing('score', async () => {
      this.score = await lookAgain<Score>(desk.at('rehearsal'));
    });
  }

  override render(): TemplateResult {
    const { score } = this;
    if (!score) return html`${this.heading(say('rehearse.begins'))}${this.refused('score')}`;
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
        )}</tbody></table>${this.refused('score')}`;
  }
}
