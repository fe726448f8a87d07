import { textAt } from '../../javascript/text';
import type { HostValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import { isDataType, typeHost } from './data-type';
import { FRAGMENTS } from './fragment';
import { OPERATOR } from './where';

/** `Sequelize` and `DataTypes`: the types, operators and fragments. */
export function libraryHost(connection: () => Value, model: () => Value): HostValue {
  const operators: Value = {
    kind: 'host',
    host: { name: 'Op', read: (key, { at }) => textAt(`${OPERATOR}${key}`, at) },
  };
  const types = new Map<string, Value>();
  const library: HostValue = {
    kind: 'host',
    host: {
      name: 'Sequelize',
      construct: connection,
      read: (key, { at }) => {
        if (isDataType(key)) {
          const type = types.get(key) ?? typeHost(key);
          types.set(key, type);
          return type;
        }
        if (Object.hasOwn(FRAGMENTS, key)) return FRAGMENTS[key];
        switch (key) {
          case 'DataTypes':
          case 'DataType':
          case 'Sequelize':
          case 'default':
            return library;
          case 'Op':
            return operators;
          case 'QueryTypes':
            return { kind: 'host', host: { name: 'QueryTypes', read: (name) => textAt(name, at) } };
          case 'Deferrable':
            return deferrable;
          case 'Transaction':
          case 'ISOLATION_LEVELS':
            return { kind: 'host', host: { name: key, read: (name) => textAt(name, at), keys: () => [] } };
          case 'Model':
            return model();
          case 'Utils':
            return unknownAt(at, 'it is not followed', 'Sequelize.Utils');
        }
        return undefined;
      },
    },
  };
  return library;
}

const deferrable: Value = {
  kind: 'host',
  host: {
    name: 'Deferrable',
    read: (key, { at }) => {
      const words: Readonly<Record<string, string>> = {
        INITIALLY_DEFERRED: 'DEFERRABLE INITIALLY DEFERRED',
        INITIALLY_IMMEDIATE: 'DEFERRABLE INITIALLY IMMEDIATE',
        NOT: 'NOT DEFERRABLE',
      };
      const text = words[key];
      const made: HostValue = {
        kind: 'host',
        host: { name: key, text: () => textAt(text ?? '', at), call: () => made, construct: () => made },
      };
      return text === undefined ? undefined : made;
    },
  },
};
