import type { CredentialsFactory } from '../../bot/adapter.ts';
import { readConfig } from '../../bot/config.ts';
import { openHouse } from '../../bot/house.ts';
import { createLog } from '../../bot/log.ts';

/**
 * The bot as in production, in a process of its own, except for one thing: what it shows to the connector is a fixed token, since
 * Microsoft's sign-in is not here. Who comes in is checked in full.
 */
const outcome = readConfig(process.env);
if (outcome.kind === 'refused') throw new TypeError(outcome.sentence);
const { config } = outcome;
const ownAppId = config.signIn.kind === 'registration' ? config.signIn.appId : '';

const credentials: CredentialsFactory = {
  isValidAppId: async (appId) => appId === ownAppId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer uitgaand-bewijs');
      return request;
    },
  }),
};

const log = createLog({ level: config.logLevel });
const house = await openHouse(config, log, { credentials });
log.event('started', { port: Number(new URL(house.address).port) });
process.once('SIGTERM', () => void house.stop());
