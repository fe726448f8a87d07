import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Test packages with a package.json of their own can be read only where their packages are installed.
const folders = [...readdirSync(`${import.meta.dirname}/__tests__`), 'metadata/github'];
const absent = folders
  .map((folder) => `__tests__/${folder}`)
  .filter((folder) => isThere(`${folder}/package.json`) && !isThere(`${folder}/node_modules`));

function isThere(path) {
  return existsSync(`${import.meta.dirname}/${path}`);
}

export default defineConfig([
  globalIgnores([
    '**/node_modules/',
    'build/',
    'dist/',
    'fixtures/',
    '**/*.generated.ts',
    ...absent.map((folder) => `${folder}/**`),
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  {
    files: ['scripts/**/*.ts', '__tests__/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['__tests__/**/*.mjs'],
    languageOptions: { globals: { URL: 'readonly', process: 'readonly' } },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        process: 'readonly',
        console: 'readonly',
        WebAssembly: 'readonly',
      },
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
]);
