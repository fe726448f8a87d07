import * as babel from '@babel/parser';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Client } from 'pg';
import { describeCatalog } from '../../../src/analysis/catalog/describe';
import { emptySession } from '../../../src/analysis/session';
import type { Session } from '../../../src/analysis/session';
import { discover } from '../../../src/changes/discover';
import { createScripts } from '../../../src/tools/script-readers';
import { isGap } from '../../../src/sql/gap';
import { loadParser } from '../../../src/sql/parse';
import type { ParsedStatement, Parser } from '../../../src/sql/parse';
import { decodeSource, filePath } from '../../../src/sql/source';
import type { FilePath } from '../../../src/sql/source';
import { TOOLS } from '../../../src/tools/registry';
import type { Tree } from '../../../src/tools/tool';
import { disagreements, objectsOf } from '../harness/catalog-objects';
import { foldOne } from '../harness/folding';
import { selectedMajors } from '../harness/majors';
import { describeServer } from '../harness/server-catalog';
import type { Server } from '../harness/server';
import { startServer } from '../harness/server';
import { LockWatch } from './lock-watch';
import { NAMED_BY_THE_DAY } from './named-by-the-day';

// Replays the migrations of a folder (one repository in each subfolder) on a server and through our fold, and compares the two
// catalogs; with --locks what each statement locks, too. What the server refuses is left out on both sides and counted by its cause.
// PGFENCE_MAJORS chooses the servers.
//   npm run replay -- FOLDER [--only PART] [--locks] [--trace] [--refused]
void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const [folder] = args;
  if (folder === undefined) throw new Error('Say which folder to replay');
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
  const parser = await loadParser();
  for (const major of selectedMajors(process.env['PGFENCE_MAJORS'])) {
    const server = await startServer(major);
    for (const name of readdirSync(folder).filter((each) => each.includes(only))) {
      if (!statSync(join(folder, name)).isDirectory()) continue;
      await replay(server, parser, join(folder, name), name, args);
    }
    await server.stop();
  }
}

async function replay(
  server: Server,
  parser: Parser,
  folder: string,
  name: string,
  args: readonly string[],
): Promise<void> {
  for (const sequence of sequencesOf(folder, parser)) {
    const administrator = await server.connect();
    await administrator.query('DROP DATABASE IF EXISTS replayed');
    await administrator.query('CREATE DATABASE replayed');
    const client = await server.connect('replayed');
    await client.query("SET client_min_messages = 'error'");
    const run = new Replay(
      client,
      parser,
      server.major,
      args.includes('--locks') ? await LockWatch.on(client) : null,
    );
    for (const { path, statements } of sequence.migrations) {
      await run.migration(statements);
      if (args.includes('--trace')) await run.trace(path);
    }
    await run.report(`${name} ${sequence.tool} on ${server.major}`, args.includes('--refused'));
    await client.end();
    await administrator.query('DROP DATABASE replayed');
    await administrator.end();
  }
}

/** One run of migrations on a server and through our fold. */
class Replay {
  private session: Session;
  private ran = 0;
  private readonly refused = new Map<string, number>();
  private readonly overcautious: string[] = [];
  private readonly traced = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly parser: Parser,
    private readonly major: number,
    private readonly watch: LockWatch | null,
  ) {
    this.session = emptySession(major, true);
  }

  async migration(statements: readonly ParsedStatement[]): Promise<void> {
    for (const statement of statements) await this.statement(statement);
    if (this.session.transaction !== null) await this.client.query('COMMIT').catch(() => undefined);
    while (this.session.transaction !== null) this.session = { ...this.session, transaction: null };
  }

  private async statement(statement: ParsedStatement): Promise<void> {
    const folding = foldOne(this.session, statement, this.parser);
    const error =
      this.watch === null || !LOCKS.test(statement.text)
        ? await this.runs(statement.text)
        : await this.watch.around(folding, statement.text, (sql) => this.runs(sql));
    if (error !== null) {
      this.refused.set(error, (this.refused.get(error) ?? 0) + 1);
      return;
    }
    this.ran += 1;
    if (folding.execution.refusals.length > 0 || (folding.requires ?? 0) > this.major) {
      const why = folding.execution.refusals[0]?.reason ?? `it needs ${String(folding.requires)}`;
      this.overcautious.push(`${why}: ${statement.text.slice(0, 200)}`);
    }
    this.session = folding.after;
  }

  /** Null, or why the server refuses it. Inside of a transaction a refusal must not end all. */
  private async runs(sql: string): Promise<string | null> {
    const inside = this.session.transaction !== null && !/^(commit|rollback|end)\b/i.test(sql);
    try {
      if (inside) await this.client.query('SAVEPOINT replayed');
      await this.client.query(sql);
      if (inside && !/^(savepoint|release|rollback|commit|end)\b/i.test(sql))
        await this.client.query('RELEASE replayed');
      return null;
    } catch (error) {
      if (inside) await this.client.query('ROLLBACK TO replayed');
      if (!(error instanceof Error)) throw error;
      return error.message.replaceAll(/"[^"]*"/g, '"…"');
    }
  }

  async trace(path: string): Promise<void> {
    for (const { object, server, ours } of await this.compare()) {
      const line = `  ${object}\n    server: ${String(server)}\n    ours:   ${String(ours)}`;
      if (!this.traced.has(line)) console.log(`${path}\n${line}`);
      this.traced.add(line);
    }
  }

  async report(name: string, listsRefused: boolean): Promise<void> {
    const theirs = new Map(objectsOf(await describeServer(this.client, this.major)));
    const ours = objectsOf(describeCatalog(this.session.catalog, this.major));
    const ofToday = [...theirs.keys()].filter((object) => NAMED_BY_THE_DAY.test(object) && !ours.has(object));
    for (const object of ofToday) theirs.delete(object);
    const wrong = disagreements(theirs, ours);
    const all = new Set([...theirs.keys(), ...ours.keys()]).size;
    if (ofToday.length > 0)
      console.log(
        `${name}: ${String(ofToday.length)} objects with the day of the run in their names are left out`,
      );
    const refused = [...this.refused.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `${name}: ${String(all - wrong.length)} of ${String(all)} objects agree (${((100 * (all - wrong.length)) / all).toFixed(2)} %), ` +
        `${String(this.ran)} statements ran, ${String(refused)} refused by the server, ${String(this.overcautious.length)} by us alone`,
    );
    for (const { object, server, ours: said } of wrong)
      console.log(`  ${object}\n    server: ${String(server)}\n    ours:   ${String(said)}`);
    for (const line of this.overcautious) console.log(`  we refuse: ${line}`);
    this.watch?.report();
    if (!listsRefused) return;
    for (const [cause, count] of this.refused) console.log(`  server refuses ${String(count)}: ${cause}`);
  }

  private async compare(): Promise<ReturnType<typeof disagreements>> {
    const theirs = new Map(objectsOf(await describeServer(this.client, this.major)));
    return disagreements(theirs, objectsOf(describeCatalog(this.session.catalog, this.major)));
  }
}

/** What opens and ends transactions locks nothing, and what is autocommit-only cannot be looked at before it has ended. */
const LOCKS =
  /^(?!\s*(?:begin|start|commit|end|rollback|abort|savepoint|release|vacuum)\b)(?![^;]*\bconcurrently\b)/i;

interface ReplayedSequence {
  readonly tool: string;
  readonly migrations: readonly { readonly path: string; readonly statements: readonly ParsedStatement[] }[];
}

/** What each tool of the folder would run, in its order. */
function sequencesOf(folder: string, parser: Parser): readonly ReplayedSequence[] {
  const tree = treeOf(folder);
  const javascript = createScripts(babel);
  return discover(tree, TOOLS).map(({ tool, migrations }) => ({
    tool: tool.name,
    migrations: migrations.flatMap(({ claim }) => {
      if (claim.direction === 'down') return [];
      const text = tree.read(claim.path);
      if (text === null) return [];
      const context = { direction: 'up', path: claim.path, tree, transaction: null, javascript } as const;
      const { fragments } = tool.extract({ path: claim.path, text }, context);
      const statements = fragments.flatMap((fragment) => parser.parse(fragment)).filter((one) => !isGap(one));
      return [{ path: claim.path, statements }];
    }),
  }));
}

function treeOf(folder: string): Tree {
  const root = resolve(folder);
  const paths = files(root).map((path) => filePath(relative(root, path)));
  const known = new Set(paths);
  return {
    paths: paths.sort(),
    read(path: FilePath) {
      if (!known.has(path)) return null;
      const source = decodeSource(path, readFileSync(join(root, path)));
      return isGap(source) ? null : source.text;
    },
  };
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}
