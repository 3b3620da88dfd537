import { test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { openDatabase, inTransaction } from '#lib/server/db/open.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { appendAudit } from '#lib/server/audit/audit.repo.ts';
import { verifyTrail } from '#lib/server/audit/verify-trail.ts';
test('bench it now', () => {
 const dir = mkdtempSync('/tmp/chain-'); const db = openDatabase(dir + '/a.db'); migrateDatabase(db);
 const ctx = { db, actor: {kind:'system', name:'x'} as const, now: new Date() };
 const after = { narrative: 'Een tekst van een gewone lengte, zoals mensen die schrijven. '.repeat(6), level: 'groen', state: 'draft', version: 3 };
 let t = performance.now();
 const N = 1_000_000;
 for (let b=0;b<N/10000;b++) inTransaction(db,'immediate',()=>{for(let i=0;i<10000;i++) appendAudit(ctx,'status.save',null,{entity:'status',entityId:i,before:after,after});});
 const s=(performance.now()-t)/1000; console.log('append', N, s, 'us per row', s/N*1e6);
 const m0 = process.memoryUsage().rss; t=performance.now(); const c = verifyTrail(ctx,{}); const v=(performance.now()-t)/1000;
 console.log('verify', c.rows, v, 's', Math.round(c.rows/v),'/s rss growth MB', (process.memoryUsage().rss-m0)/1e6, c.broken);
 for (let r=0;r<2;r++){
 t=performance.now(); for(let i=0;i<300;i++) inTransaction(db,'immediate',()=>appendAudit(ctx,'status.save',null,{entity:'status',entityId:i,before:after,after})); console.log('alone', (performance.now()-t)/300,'ms each');
 t=performance.now(); const ins=db.$client.prepare("insert into audit(at,actor_name,action,entity,entity_id,before,after,hash) values (1,'x','a','b','1',?,?,'q')"); const j=JSON.stringify(after); for(let i=0;i<300;i++) inTransaction(db,'immediate',()=>ins.run(j,j)); console.log('alone plain', (performance.now()-t)/300,'ms each');
 }
 db.$client.close(); rmSync(dir,{recursive:true});
}, 300000);
