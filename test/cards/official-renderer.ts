import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

/**
 * The official Adaptive Cards library in a DOM: the same parser and renderer that the Playground and Teams on the desktop build
 * on. Its Markdown hook is filled with a small reader that, like Teams, makes emphasis, links and lists of what looks like them.
 */
const dom = new JSDOM('<!doctype html><html><body></body></html>');
const html = dom.window.HTMLElement.prototype;
// jsdom has no layout and so no innerText; the library writes all plain text through it.
Object.defineProperty(html, 'innerText', {
  configurable: true,
  get(this: HTMLElement) {
    return this.textContent;
  },
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

const domNames = [
  'window',
  'document',
  ...Object.getOwnPropertyNames(dom.window).filter((name) => /^(HTML\w*Element|Node|Event|MouseEvent)$/.test(name)),
];

/** The library looks for a browser's globals when it draws. They exist for that long alone: other tests must not see a browser. */
function inBrowser<T>(work: () => T): T {
  const before = domNames.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of domNames)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: name === 'window' ? dom.window : Reflect.get(dom.window, name),
    });
  try {
    return work();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
}

const library: typeof import('adaptivecards') = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

library.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = escapeHtml(text)
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
    .replace(/(?<!["'>])(https?:\/\/\S+)/g, '<a href="$1">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/[*_]([^*_]+)[*_]/g, '<em>$1</em>')
    .replace(/^\s*[-*]\s+(.*)$/gm, '<ul><li>$1</li></ul>');
  result.didProcess = true;
};

export interface Rendered {
  /** What the parser and the validator complain about; empty for a right card. */
  readonly problems: readonly string[];
  readonly element: HTMLElement;
  /** Text of each paragraph, label and button as a reader sees it, in order. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** Press the button with this title; what the library would send, or undefined when its inputs are not valid. */
  press(
    title: string,
    inputs?: Readonly<Record<string, string>>,
  ): { verb: string; data: Record<string, unknown> } | undefined;
}

export const renderOfficially = (json: object): Rendered => inBrowser(() => draw(json));

/** What the official parser and validator complain about, without drawing: for the many cards of which only that is asked. */
export const parseOfficially = (json: object): readonly string[] => inBrowser(() => parse(json).problems);

function parse(json: object) {
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig({});
  const context = new library.SerializationContext(library.Versions.v1_5);
  // Through text, as it goes over the line: undefined values and classes do not survive that.
  card.parse(JSON.parse(JSON.stringify(json)), context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
    // The library tests `lang` with a global regular expression, which remembers its place: every second right value is refused.
    .filter((message) => !/^Invalid value "(nl|en|fy)" for property "lang"\.$/.test(message));
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return { card, problems: [...events, ...validated] };
}

function draw(json: object): Rendered {
  const { card, problems } = parse(json);
  let sent: { verb: string; data: Record<string, unknown> } | undefined;
  card.onExecuteAction = (action) => {
    if (action instanceof library.ExecuteAction) {
      const data: unknown = JSON.parse(JSON.stringify(action.data ?? {}));
      sent = { verb: action.verb ?? '', data: typeof data === 'object' && data !== null ? { ...data } : {} };
    }
  };
  const drawn = card.render();
  if (drawn === undefined) throw new TypeError('the library did not render the card');
  const element: HTMLElement = drawn;
  dom.window.document.body.replaceChildren(element);
  const controls = Array.from(element.querySelectorAll<HTMLButtonElement>('button.ac-pushButton'));
  return {
    problems,
    element,
    text: element.textContent ?? '',
    buttons: controls.map((control) => control.textContent ?? ''),
    press: (title, inputs = {}) => inBrowser(() => press(title, inputs)),
  };

  function press(title: string, inputs: Readonly<Record<string, string>>) {
    sent = undefined;
    for (const [id, value] of Object.entries(inputs)) {
      const field = element.querySelector<HTMLInputElement>(`#${id} :is(input, textarea, select)`);
      if (field === null) throw new TypeError(`no input ${id}`);
      field.value = value;
    }
    const control = controls.find((each) => each.textContent === title);
    if (control === undefined) throw new TypeError(`no button ${title}`);
    control.click();
    return sent;
  }
}
