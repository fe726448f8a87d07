import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `The statement uses something that came with a later version of PostgreSQL than the oldest one in use, or that has been taken away. The migration fails there with a syntax error or
an unknown function.`,
  solution: `Use the older form, or update the server first. The version in use is what \`postgres\` in the configuration, \`--postgres\`, or a compose file says; without any of them it is taken to be the newest.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigint, net numeric, gross numeric GENERATED ALWAYS AS (net * 1.2) STORED);',
      postgres: 11,
      message: 'The migration fails here on PostgreSQL 11: GENERATED ALWAYS AS … STORED needs PostgreSQL 12',
    },
    {
      sql: 'CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());',
      postgres: 12,
      message: 'The migration fails here on PostgreSQL 12: gen_random_uuid() needs PostgreSQL 13',
    },
    {
      sql: 'ALTER TABLE orders ADD COLUMN double int GENERATED ALWAYS AS (total * 2) VIRTUAL;',
      postgres: 17,
      message: 'The migration fails here on PostgreSQL 17: a virtual generated column needs PostgreSQL 18',
    },
  ],
  accepted: [
    {
      why: 'The server knows it',
      sql: 'CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());',
      postgres: 13,
    },
    {
      why: 'A function of a schema is not the system’s',
      sql: 'CREATE TABLE orders (id uuid DEFAULT extensions.gen_random_uuid());',
      postgres: 12,
    },
    {
      why: 'An extension brings it',
      history: 'CREATE EXTENSION pgcrypto;',
      sql: 'CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());',
      postgres: 12,
    },
    {
      why: 'The project has a function of that name',
      history:
        'CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $$ SELECT gen_random_uuid() $$;',
      sql: 'CREATE TABLE orders (id uuid DEFAULT uuidv7());',
      postgres: 17,
    },
    {
      why: 'No version is configured, so the newest is assumed',
      sql: 'CREATE TABLE orders (id uuid DEFAULT uuidv7());',
    },
  ],
};
