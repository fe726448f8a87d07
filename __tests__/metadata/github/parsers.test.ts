import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';

const root = join(__dirname, '../../..');
const workflows = join(root, '.github/workflows');

test.each(readdirSync(workflows))('GitHub reads %s', async (name) => {
  expect(await workflowErrors(name, readFileSync(join(workflows, name), 'utf8'))).toEqual([]);
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/<!-- ([a-z0-9-]+) -->\n\n```yaml\n([\s\S]*?)```/g)];

test.each(blocks.map(([, name = '', text = '']) => [name, text] as const))(
  'GitHub reads the workflow %s of the README',
  async (name, text) => {
    expect(await workflowErrors(`${name}.yml`, text)).toEqual([]);
  },
);

test('GitHub reads action.yml', () => {
  expect(actionErrors(readFileSync(join(root, 'action.yml'), 'utf8'))).toEqual([]);
});

test('the parsers can fail', async () => {
  const workflow =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions:\n      content: read\n    steps: []\n';
  expect(await workflowErrors('wrong.yml', workflow)).not.toEqual([]);
  expect(actionErrors('name: a\ndescription: b\nruns:\n  using: node99\n  main: c.js\n')).not.toEqual([]);
});

async function workflowErrors(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

function actionErrors(content: string): readonly string[] {
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}
