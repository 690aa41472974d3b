// Validates state machine definitions with two validators: node machines.mjs FILE... prints JSON, findings by file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The packages lie where `install` put them, not beside this file.
const require = createRequire(pathToFileURL(`${process.env.NODE_MODULES_OF}/`));
const validate = require('asl-validator');
const { getLanguageService, TextDocument } = require('amazon-states-language-service');
const service = getLanguageService({});

async function findings(file) {
  const text = readFileSync(file, 'utf8').replace(/\$\{(\w+)}/g, 'arn:aws:lambda:us-east-1:123456789012:function:$1');
  const structure = await validate(JSON.parse(text), { checkPaths: true, checkArn: true });
  const document = TextDocument.create(file, 'asl', 1, text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return [
    ...structure.errors.map((error) => `asl-validator: ${error.Message ?? error.message} ${error.path ?? ''}`),
    ...diagnostics.map(({ message, range }) => `amazon-states-language-service: line ${range.start.line + 1}: ${message}`),
  ];
}

const results = {};
for (const file of process.argv.slice(2)) {
  results[file] = await findings(file).catch((thrown) => [`no definition: ${thrown.message}`]);
}
console.log(JSON.stringify(results));
