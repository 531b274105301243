// Which part of the house may use which; `npm run lint` holds every import against it, those of types alone too.
// dependency-cruiser, because ESLint's rules know circles but no layers; it reads all files in seconds.

/** The parts of server/src from the top down: each may use those below it. Parts of one line do not know each other. */
const layers = [
	['main'],
	['serve'],
	['options'],
	['http', 'cli'],
	['access'],
	['codes'],
	['worker'],
	['documents'],
	['engine'],
	['files'],
	['image'],
	['page'],
];

/** A part is a folder, or a file of its own. */
const pathOf = (parts) => `^server/src/(?:${parts.join('|')})(?:/|\\.mts$)`;

const layerRules = layers.slice(1).flatMap((parts, i) =>
	parts.map((part) => {
		const above = layers.slice(0, i + 1).flat();
		const beside = parts.filter((other) => other !== part);
		return {
			name: `layer-${part}`,
			comment: `server/src/${part} uses what stands above or beside it`,
			severity: 'error',
			from: { path: pathOf([part]) },
			to: { path: pathOf([...above, ...beside]) },
		};
	}),
);

const tests = '^(?:server/test|test/(?:unit|engine|e2e))/';
const benchmarks = '^(?:server|test)/bench/';
/** Everything but what is published of the server. */
const around =
	'^(?:benchmark|credentials|nodes|samples|sandbox|scripts|test|server/(?:bench|test|testing))/';

export default {
	forbidden: [
		{
			name: 'no-circle',
			comment: 'Files that need each other cannot be understood, or moved, alone',
			severity: 'error',
			from: { pathNot: '^server/src/' },
			to: { circular: true },
		},
		// A circle over several parts has an import against the layers, which says it in one line instead of a hundred.
		{
			name: 'no-circle-in-part',
			comment: 'Files that need each other cannot be understood, or moved, alone',
			severity: 'error',
			from: { path: '^server/src/([^/]+)/' },
			to: { circular: true, viaOnly: { path: '^server/src/$1/' } },
		},
		...layerRules,
		{
			name: 'layer-unknown',
			comment: 'A new part of server/src has no place in the layers yet',
			severity: 'error',
			from: { path: '^server/' },
			to: { path: '^server/src/', pathNot: pathOf(layers.flat()) },
		},
		{
			name: 'access-alone',
			comment: 'Keys and limits know nothing of pictures',
			severity: 'error',
			from: { path: pathOf(['access']) },
			to: { path: '^server/src/', pathNot: pathOf(['access', 'codes']) },
		},
		{
			name: 'server-alone',
			comment: 'server/src is published: it uses nothing of the repository around it',
			severity: 'error',
			from: { path: '^server/src/' },
			to: { path: around },
		},
		{
			name: 'nodes-alone',
			comment: 'The nodes are published without a dependency, and n8n allows them nothing else',
			severity: 'error',
			from: { path: '^(?:nodes|credentials)/' },
			to: { pathNot: '^(?:nodes/|credentials/|node_modules/n8n-workflow/|crypto$)' },
		},
		{
			name: 'shared-knows-no-api',
			comment: 'nodes/shared works from an OcrApi and knows none by name',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(?!shared/)' },
		},
		{
			name: 'testing-for-tests',
			comment: 'server/testing is for tests, benchmarks and what makes the samples',
			severity: 'error',
			from: { pathNot: ['^server/testing/', '^samples/make/', tests, benchmarks] },
			to: { path: '^server/testing/' },
		},
		{
			name: 'support-below-tests',
			comment: 'What tests and benchmarks share uses neither',
			severity: 'error',
			from: { path: '^(?:server/testing|test/support)/' },
			to: { path: [tests, benchmarks] },
		},
		{
			name: 'tests-without-benchmarks',
			comment: 'What both need stands in server/testing or test/support',
			severity: 'error',
			from: { path: tests },
			to: { path: benchmarks },
		},
		{
			name: 'benchmarks-without-tests',
			comment: 'What both need stands in server/testing or test/support',
			severity: 'error',
			from: { path: benchmarks },
			to: { path: tests },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(?:^|/)dist/' },
		tsPreCompilationDeps: true,
	},
};
