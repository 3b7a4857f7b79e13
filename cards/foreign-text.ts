import type { OwnText } from './own-text.ts';

/**
 * The one door for text that others wrote: titles, names, questions, sentences of the engine. What comes through is shown in a
 * TextRun, a button title or an input label, which no client reads as Markdown; a TextBlock refuses it at compile time.
 * What a client could still act on (dates in braces, tags, entities, bare addresses, characters that nobody sees) is taken
 * apart with a space or taken out: it reads the same and does nothing.
 */
declare const passed: unique symbol;
export type PlainText = string & { readonly [passed]: 'foreign' };

/** Text that may stand in a TextRun or on a button. */
export type CardText = OwnText | PlainText;

const spaces = /[\s\p{Zl}\p{Zp}]+/gu;
const formatting = /\p{Cf}/gu;
const control = /\p{Cc}/gu;
const invisibleExceptLines = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;
const loneSurrogate = /\p{Cs}/gu;
const stackedMarks = /(\p{M}{3})\p{M}+/gu;
const entity = /&(?=#|[a-z])(?=[#a-z0-9]{1,32};)/gi;
const tag = /<(?=[a-z/!?])/gi;
const templateOpens = /([{$])(?=\{)/g;
const scheme = /:(?=\/\/)/g;
const bareHost = /www(?=\.)/gi;

/** First characters, never half of one; an ellipsis shows that there was more. `maxLength` in UTF-16 units, as Teams counts. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = Math.max(maxLength - 1, 0);
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}…`;
}

/** Twice the length is looked at before cleaning: enough for what is taken out, and never a megabyte. */
const beforehand = (text: string, maxLength: number): string => text.slice(0, maxLength * 2 + 64);

/**
 * One line of foreign text, at most `maxLength` UTF-16 units (plus the few spaces that take links and tags apart). Never throws;
 * nothing visible in it gives ''.
 */
export function plain(text: string, maxLength = 200): PlainText {
  const line = beforehand(text, maxLength)
    .replace(loneSurrogate, '\ufffd')
    .replace(formatting, '')
    .replace(spaces, ' ')
    .replace(control, '')
    .replace(stackedMarks, '$1')
    .trim();
  return cut(line, maxLength)
    .replace(templateOpens, '$1 ')
    .replace(entity, '& ')
    .replace(tag, '< ')
    .replace(scheme, ': ')
    .replace(bareHost, (www) => `${www} `) as PlainText;
}

/** More paragraphs than this would be more frame than text; what follows joins the last one. */
const mostLines = 30;

/** Foreign text of several lines, as one PlainText for each line that holds something; at most `maxLength` together. */
export function paragraphs(text: string, maxLength = 1500): readonly PlainText[] {
  const lines = cut(text, maxLength)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => plain(line, maxLength))
    .filter((line) => line !== '');
  const rest = lines.slice(mostLines - 1);
  return rest.length <= 1 ? lines : [...lines.slice(0, mostLines - 1), mixed`${plain(rest.join(' '), maxLength)}`];
}

/** A sentence of a language file with foreign text in it: mixed`Gekoppeld aan ${plain(naam)}.` */
export const mixed = (parts: TemplateStringsArray, ...values: readonly (number | CardText)[]): PlainText =>
  String.raw({ raw: parts }, ...values) as PlainText;

/** Several texts in one run: `joinedPlain(parties, own`, `)`. */
export const joinedPlain = (texts: readonly CardText[], separator: OwnText): PlainText =>
  texts.filter((text) => text !== '').join(separator) as PlainText;

declare const typed: unique symbol;
/** What an input holds when the card opens. Inputs read nothing as Markdown, and what was typed must come back as it was. */
export type InputText = string & { readonly [typed]: 'input' };

/** What somebody typed before, put back into an input: lines kept, characters that nobody sees taken out. */
export const inputText = (text: string, maxLength: number): InputText =>
  beforehand(text, maxLength)
    .replace(loneSurrogate, '\ufffd')
    .replace(invisibleExceptLines, '')
    .slice(0, maxLength)
    .replace(loneSurrogate, '') as InputText;

declare const secure: unique symbol;
export type HttpsUrl = string & { readonly [secure]: 'https' };

const longestUrl = 600;
const unfitForUrl = /[\s\p{Cc}\p{Cf}\\]/u;

/** The address in its normal form when it is an https address without a user name; undefined for everything else. */
export function httpsUrl(text: string | undefined): HttpsUrl | undefined {
  if (text === undefined || text.length > longestUrl || unfitForUrl.test(text.trim())) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= longestUrl * 3 ? (url.href as HttpsUrl) : undefined;
}
