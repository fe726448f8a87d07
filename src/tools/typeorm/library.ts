import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import { toolFunction } from '../../javascript/tool-host';
import type { HostValue, ObjectValue, Value } from '../../javascript/value';
import { objectOf } from '../../javascript/value';
import { connectionHost, repositoryHost, sendQuery } from './connection';
import { entityMethods } from './entity-methods';
import { queryRunner } from './query-runner';

/** Classes whose instances are what they are given: `new Table({ … })`. */
const DESCRIPTIONS = [
  'Table',
  'TableColumn',
  'TableForeignKey',
  'TableIndex',
  'TableUnique',
  'TableCheck',
  'TableExclusion',
  'View',
  'EntitySchema',
];

/** What importing TypeORM gives a migration, besides types and decorators. */
export function typeormPackage(recorder: Recorder): Value {
  const pool = recorder.elsewhere();
  const connection = (): HostValue => connectionHost(recorder, queryRunner);
  const repository = toolFunction('getRepository', ([entity]) => {
    return repositoryHost(pool, sendQuery(pool), entity);
  });
  const made = DESCRIPTIONS.map((name): [string, Value] => [
    name,
    { kind: 'host', host: { name, construct: described } },
  ]);
  return objectOf([
    ...made,
    ['DataSource', { kind: 'host', host: { name: 'DataSource', construct: connection } }],
    ['Connection', { kind: 'host', host: { name: 'Connection', construct: connection } }],
    ['createConnection', toolFunction('createConnection', connection)],
    ['getConnection', toolFunction('getConnection', connection)],
    ['getManager', toolFunction('getManager', (_args, site) => readProperty(connection(), 'manager', site))],
    ['getRepository', repository],
    ['getCustomRepository', repository],
    ['getTreeRepository', repository],
    ['BaseEntity', baseEntity(pool)],
  ]);
}

function described([options]: readonly Value[]): Value {
  return options?.kind === 'object'
    ? { ...options, entries: new Map(options.entries) }
    : (options ?? objectOf([]));
}

/** The class above entities that read and write themselves: the class does what a repository does, a row saves itself. */
function baseEntity(pool: Recorder): Value {
  return {
    kind: 'host',
    host: {
      name: 'BaseEntity',
      read: (key, _site, self) => {
        const entity = self?.kind === 'object' ? entityOf(self) : self;
        const methods = entityMethods(pool, 'entity', entity);
        const method = Object.hasOwn(methods, key) ? methods[key] : undefined;
        return method === undefined ? undefined : toolFunction(`entity.${key}`, method);
      },
    },
  };
}

function entityOf({ instanceOf }: ObjectValue): Value | undefined {
  return instanceOf;
}
