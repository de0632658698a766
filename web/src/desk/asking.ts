// How the page of the desk asks: in the name of whoever is signed in, by the cookie that no script reads.

/** Which this server's own pages send with each act, and no form of another's page can. */
const OWN = { 'X-Ascertain': '1' };

/** What a page asks by itself keeps no session open. */
const IDLE = { 'X-Ascertain-Idle': '1' };

/** Why something was not done, in the server's words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly code?: string,
    readonly advice?: string,
    readonly path?: string,
  ) {
    super(detail);
  }
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  const { title = String(response.status), detail = title, code, advice, path } = told;
  throw new Refusal(response.status, title, detail, code, advice, path);
}

/** Does something, as a person. */
export async function act<T>(method: string, url: string, body?: unknown): Promise<T> {
  const headers = body === undefined ? OWN : { ...OWN, 'Content-Type': 'application/json' };
  return (await answered(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })).json();
}

/** Hands a file in, as it is. */
export const send = async <T>(url: string, file: File): Promise<T> =>
  (await answered(url, { method: 'POST', headers: { ...OWN, 'Content-Type': file.type }, body: file })).json();

/** Reads a file. */
export const fileAt = async (url: string): Promise<Blob> => (await answered(url, {})).blob();

/** Reads something because a person went there. */
export const look = async <T>(url: string): Promise<T> =>
  (await answered(url, { headers: { Accept: 'application/json' } })).json();

/** Reads something again, because it has changed. */
export const lookAgain = async <T>(url: string): Promise<T> =>
  (await answered(url, { headers: { Accept: 'application/json', ...IDLE } })).json();

/** Reads lines of JSON as they were sent. */
export const rawLines = async (url: string): Promise<string[]> =>
  (await (await answered(url, {})).text()).split('\n').filter(Boolean);

/** Reads lines of JSON. */
export const lines = async <T>(url: string): Promise<T[]> => (await rawLines(url)).map((line) => JSON.parse(line));

/** Server-sent events, each as its data; ends when the server ends it, fails when it cannot be asked. */
export async function hear<T>(url: string, tell: (data: T) => void, signal: AbortSignal): Promise<void> {
  const response = await answered(url, { headers: { Accept: 'text/event-stream', ...IDLE }, signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const events = (waiting + piece.value).split('\n\n');
    waiting = events.pop()!;
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) tell(JSON.parse(data.slice('data: '.length)));
    }
  }
}
