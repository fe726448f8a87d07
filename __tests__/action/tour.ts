import { runAction } from './run-action';
import { scenario } from './scenario';
import { dispatchPayload, pullRequestPayload } from './payloads';
const base = { 'db/migrations/0001_orders.sql': 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, status text);\n' };
const change = { 'db/migrations/0002_order_status.sql': "SET lock_timeout = '2s';\nALTER TABLE users ADD COLUMN locale text;\nCREATE INDEX orders_status_idx ON orders (status);\n" };
const show = (name: string, run: any, at: any) => {
  console.log(`\n######## ${name} — exit ${run.status} ${run.milliseconds} ms\n${run.stdout}${run.stderr ? 'STDERR ' + run.stderr : ''}\n--- outputs ${JSON.stringify(run.outputs)}\n--- summary\n${run.summary.slice(0, 700)}\n--- comments ${at.state.comments.map((c: any) => c.body.split('\n').slice(2, 5).join(' | ')).join('\n')}`);
};
void (async () => {
  const at = await scenario({ base, change });
  const only = process.argv[2];
  const want = (n: string) => only === undefined || only === n;
  if (want('pr')) show('pull_request', await at.pullRequest(), at);
  if (want('fork')) { at.state.comments.length = 0; at.state.permissions = { contents: 'read', 'pull-requests': 'read' }; show('fork', await at.pullRequest({ origin: 'fork' }), at); at.state.permissions = { contents: 'read', 'pull-requests': 'write', 'security-events': 'write' }; }
  if (want('mg')) show('merge_group', await at.mergeGroup(), at);
  if (want('push')) show('push default', await at.push('refs/heads/main', at.base, at.merge), at);
  if (want('dispatch')) show('dispatch', await runAction({ state: at.state, server: at.server, event: 'workflow_dispatch', payload: dispatchPayload(), sha: at.merge, ref: 'refs/heads/main', workspace: at.checkout(at.merge).folder }), at);
  if (want('target')) show('target', await runAction({ state: at.state, server: at.server, event: 'pull_request_target', payload: pullRequestPayload({ number: 12, head: at.head, base: at.base, origin: 'fork' }), sha: at.base, ref: 'refs/heads/main', workspace: at.checkout(at.base).folder }), at);
  if (want('wr')) { at.state.comments.length = 0; const f = await at.pullRequest({ inputs: { comment: 'never' } }); show('workflow_run', await at.workflowRun('report.json', f.files['report.json'] ?? ''), at); }
  if (want('none')) { const b = await scenario({ base, change: { 'README.md': 'x' } }); show('no migration', await b.pullRequest(), b); await b.stop(); }
  if (want('bad')) { show('bad input', await at.pullRequest({ inputs: { 'fail-on': 'severe' } }), at); show('bad glob', await at.pullRequest({ inputs: { paths: 'nothing/*.sql' } }), at); }
  if (want('nothing')) { at.state.permissions = {}; at.server.script(/^git /, { status: 403 }); show('no permission', await at.pullRequest(), at); }
  await at.stop();
})();
