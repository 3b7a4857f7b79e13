/** Run by mongo-server.test.ts as a process of its own, which holds nothing but the server it stops. Prints what it did. */
import { startMongo, stopMongo } from './mongo-server.ts';

const mongo = await startMongo();
await stopMongo();
process.stdout.write('unavailable' in mongo ? mongo.unavailable : 'stopped');
