/** A process that takes a database as a server does, says whether it could, and waits to be ended. */
import { holdDatabase } from '#lib/server/db/one-server.ts';

holdDatabase(process.argv[2] ?? '', 0);
process.send?.('held');
setInterval(() => undefined, 60_000);
