import { Fault } from '../fault.ts';

/** Per setting of a MongoDB URI (in lower case) the values that keep what the store promises; any other is refused. */
const safeValues: Readonly<Record<string, readonly string[]>> = {
  w: ['majority'],
  j: ['true'],
  journal: ['true'],
  readpreference: ['primary'],
  readconcernlevel: ['majority', 'linearizable'],
};

/**
 * Refuses a URI that weakens what an acknowledged write means. The store sets majority, journal and primary itself; somebody who
 * writes the opposite in the URI must hear that it does not happen, not find out later.
 *
 * @throws Fault `opslag-uri-weak` naming the setting, never the URI, which holds a password; `opslag-uri` when it is no MongoDB URI
 */
export function checkMongoUri(uri: string): void {
  if (!/^mongodb(\+srv)?:\/\/[^/?]/.test(uri)) throw new Fault('opslag-uri', 'never', 'not a MongoDB URI');
  const question = uri.indexOf('?');
  if (question < 0) return;
  for (const [name, value] of new URLSearchParams(uri.slice(question + 1))) {
    const safe = safeValues[name.toLowerCase()];
    if (safe !== undefined && !safe.includes(value.toLowerCase())) {
      const expected = safe.join(' or ');
      throw new Fault('opslag-uri-weak', 'never', `the MongoDB URI sets ${name}; leave it out or make it ${expected}`);
    }
  }
}
