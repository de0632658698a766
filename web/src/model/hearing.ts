import { alertsIn, type Alert } from './alerts';
import { address, Refused } from './asking';

/** Who was cut off comes back after so long. */
const AGAIN = 3_000;

/**
 * Hears the alerts of a desk, all of them each time they change, until the signal ends it.
 * A browser's own event source cannot show a token, so the stream is read here.
 */
export async function hearAlerts(
  election: string,
  token: string,
  tell: (alerts: Alert[]) => void,
  away: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await listen(election, token, tell, signal);
    } catch (fault) {
      if (fault instanceof Refused && fault.status < 500) throw fault;
    }
    if (signal.aborted) return;
    away();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

async function listen(
  election: string,
  token: string,
  tell: (alerts: Alert[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(address(election, 'alerts'), {
    headers: { Accept: 'text/event-stream', Authorization: `Bearer ${token}` },
    signal,
  });
  if (!response.ok || !response.body) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.detail || problem.title || String(response.status));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = alertsIn(tell);
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) read(piece.value);
}
