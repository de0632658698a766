import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Alert } from '../model/alerts';
import { fromFiles } from '../model/asking';
import { hearAlerts } from '../model/hearing';
import { Part } from '../model/part';
import { number, say } from '../words/words';
import { jurisdictionName } from './reading';

/** The address of a page ends so for those who have a token of its desk. */
const FOR_THE_DESK = '#desk';

/**
 * What could change who wins, for those who hold a token of the desk. To everybody else it is not there. The token is
 * kept as long as the page is open, and nowhere else.
 */
@customElement('a-alerts')
export class Alerts extends Part {
  @state() private alerts: Alert[] | undefined;
  @state() private fault = '';
  @state() private away = false;
  private token = '';
  private heard = '';
  private listening?: AbortController;
  private readonly moved = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
    this.listening?.abort();
  }

  override render() {
    const { scene } = this;
    if (fromFiles || !scene.live) return nothing;
    if (this.token) {
      this.hear();
      return this.strip();
    }
    if (location.hash !== FOR_THE_DESK) return nothing;
    return html`<form class="desk" @submit=${this.show}><label>${say('alerts.token')}
      <input name="token" type="password" required autocomplete="off" spellcheck="false"></label>
      <button type="submit" class="under">${say('alerts.show')}</button>
      ${this.fault ? html`<span role="alert">${this.fault}</span>` : nothing}</form>`;
  }

  private readonly show = (event: Event) => {
    event.preventDefault();
    this.token = String(new FormData(event.target as HTMLFormElement).get('token')).trim();
    this.fault = '';
    this.heard = '';
    this.requestUpdate();
  };

  /** Listens to the election at hand. */
  private hear(): void {
    const { election } = this.scene;
    if (this.heard === election) return;
    this.heard = election;
    this.listening?.abort();
    const mine = (this.listening = new AbortController());
    const tell = (alerts: Alert[]) => {
      this.alerts = alerts;
      this.away = false;
    };
    const away = () => {
      this.away = true;
    };
    hearAlerts(election, this.token, tell, away, mine.signal).catch((fault: Error) => {
      this.token = '';
      this.alerts = undefined;
      this.fault = fault.message;
    });
  }

  private strip() {
    const open = (this.alerts ?? []).filter((alert) => !alert.cleared);
    return html`<section class="desk ${open.length ? 'alerted' : ''}" aria-label=${say('alerts')} role="status"><ul>
      ${
        this.away || !this.alerts
          ? html`<li>${say('alerts.away')}</li>`
          : open.length
            ? open.map((alert) => html`<li><b>${this.place(alert)}</b> ${inWords(alert)}</li>`)
            : html`<li>${say('alerts.none')}</li>`
      }</ul></section>`;
  }

  private place(alert: Alert): string {
    return alert.unit === 'US' ? say('alerts.nation') : jurisdictionName(this.scene, alert.unit);
  }
}

/** The sum of an alert in a sentence. */
function inWords(alert: Alert): string {
  const parts: string[] = [];
  if (alert.unit === 'US') parts.push(say('alerts.electors', { n: alert.kept }));
  else if (alert.rows.length) parts.push(say('alerts.kept', { votes: number(alert.kept), n: alert.rows.length }));
  if (alert.outstanding !== undefined) parts.push(say('alerts.outstanding', { votes: number(alert.outstanding) }));
  if (alert.atStake !== undefined) parts.push(say('alerts.stake', { votes: number(alert.atStake) }));
  if (alert.allAtStake) parts.push(say('alerts.all'));
  parts.push(margin(alert));
  return `${parts.join('; ')}: ${say(alert.could === 'unknown' ? 'alerts.unknown' : 'alerts.change')}`;
}

function margin({ unit, margin: by }: Alert): string {
  if (by === undefined) return say('alerts.nomargin');
  if (unit !== 'US') return say('alerts.margin', { votes: number(by) });
  return say(by < 0 ? 'alerts.lacks' : 'alerts.beyond', { n: Math.abs(by) });
}
