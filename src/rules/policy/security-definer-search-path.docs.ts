import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A \`SECURITY DEFINER\` function runs with the rights of its owner. Which \`orders\` or \`now()\` it means is decided by the \`search_path\` of the caller, who can put objects of his own in
front: his code then runs with the owner's rights.`,
  solution: `Give the function a path of its own, \`SET search_path = ''\`, and write schemas in its body.`,
  reported: [
    {
      sql: 'CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;',
      message:
        '"total" runs with the rights of its owner and the search_path of its caller: who may create a schema decides which tables and functions it uses',
    },
    {
      history: 'CREATE FUNCTION total(bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'ALTER FUNCTION total(bigint) SECURITY DEFINER;',
      message:
        '"total" runs with the rights of its owner and the search_path of its caller: who may create a schema decides which tables and functions it uses',
    },
  ],
  accepted: [
    {
      why: 'The path is set by a later statement',
      sql: "CREATE FUNCTION total(bigint) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;\nALTER FUNCTION total(bigint) SET search_path = '';",
    },
    {
      why: 'It has had a path of its own since it was made',
      history:
        "CREATE FUNCTION total(bigint) RETURNS bigint LANGUAGE sql SET search_path = '' AS $$ SELECT 1 $$;",
      sql: 'ALTER FUNCTION total(bigint) SECURITY DEFINER;',
    },
    {
      why: 'It has a path of its own',
      sql: "CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;",
    },
    {
      why: 'It runs with the rights of its caller',
      sql: 'CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;',
    },
  ],
};
