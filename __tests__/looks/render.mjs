// Markdown as GitHub shows it, near enough: reads {name: markdown} as JSON, writes {name: html}.
import { text } from 'node:stream/consumers';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

// GitHub lets <wbr> through (html-pipeline: sanitization_filter); this schema forgot it.
const schema = { ...defaultSchema, tagNames: [...defaultSchema.tagNames, 'wbr'] };

const html = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

const documents = JSON.parse(await text(process.stdin));
const rendered = Object.entries(documents).map(([name, markdown]) => [
  name,
  String(html.processSync(markdown)),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(rendered)));
