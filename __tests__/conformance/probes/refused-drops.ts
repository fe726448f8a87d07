import type { ProbeGroup } from './probe-group';

/** Objects that are no relations, and what stands on them. */
export const REFUSED_DROPS: ProbeGroup = {
  setup: `CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE SERVER unused FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE logs (line text) SERVER files OPTIONS (filename '/dev/null');
CREATE FOREIGN DATA WRAPPER own_wrapper;
CREATE SERVER own_server FOREIGN DATA WRAPPER own_wrapper;
CREATE FOREIGN DATA WRAPPER lonely;
CREATE COLLATION german (LOCALE = 'C');
CREATE COLLATION indexed (LOCALE = 'C');
CREATE COLLATION idle (LOCALE = 'C');
CREATE TABLE names (name text COLLATE german, plain text);
CREATE INDEX names_plain ON names (plain COLLATE indexed);`,
  statements: {
    'drops/server-used': 'DROP SERVER files',
    'drops/server-unused': 'DROP SERVER unused',
    'drops/server-among': 'DROP SERVER unused, files',
    'drops/wrapper-used': 'DROP FOREIGN DATA WRAPPER own_wrapper',
    'drops/wrapper-unused': 'DROP FOREIGN DATA WRAPPER lonely',
    'drops/wrapper-cascade': 'DROP FOREIGN DATA WRAPPER own_wrapper CASCADE',
    'drops/wrapper-of-extension': 'DROP FOREIGN DATA WRAPPER file_fdw CASCADE',
    'drops/collation-of-column': 'DROP COLLATION german',
    'drops/collation-of-index': 'DROP COLLATION indexed',
    'drops/collation-unused': 'DROP COLLATION idle',
    'drops/language': 'DROP LANGUAGE sql',
    'drops/language-of-extension': 'DROP LANGUAGE plpgsql CASCADE',
  },
};
