import { writeSync } from 'node:fs';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/** What the same libraries can do when there is nothing to answer: the measure of a turn (run.ts). No sign-in, the SDK's own client. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () =>
  writeSync(1, `${JSON.stringify({ event: 'started', port: server.address().port })}\n`),
);
