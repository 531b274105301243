import type { INodeProperties } from 'n8n-workflow';

const pages: INodeProperties = {
	displayName: 'Pages',
	name: 'pages',
	type: 'fixedCollection',
	default: { selection: { which: 'all', range: '' } },
	description: 'Which pages of a file of several pages are read, with a self-hosted server',
	options: [
		{
			displayName: 'Selection',
			name: 'selection',
			values: [
				{
					displayName: 'Pages to Read',
					name: 'which',
					type: 'options',
					options: [
						{
							name: 'All',
							value: 'all',
							description: 'Every document of the file is an item, or has rows, of its own',
						},
						{
							name: 'First',
							value: 'first',
							description: 'The first page, or the first file of a ZIP',
						},
						{ name: 'Range', value: 'range', description: 'The pages in Page Range' },
					],
					default: 'all',
					description:
						'Which pages of a PDF, TIFF, OFD or ZIP file are read. Only a self-hosted server reads such files; any other picture has one page.',
				},
				{
					displayName: 'Page Range',
					name: 'range',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2-5 or 1,3',
					description: 'The numbers of the pages, counted from 1',
					displayOptions: { show: { which: ['range'] } },
				},
			],
		},
	],
};

/** What is seldom changed, by the names that people see, from A to Z. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Field Names',
			name: 'fieldNames',
			type: 'options',
			options: [
				{
					name: 'As Returned',
					value: 'original',
					description: "The API's own names, with values exactly as returned",
				},
				{
					name: 'English',
					value: 'english',
					description: 'English names, with amounts as numbers and dates as YYYY-MM-DD',
				},
			],
			default: 'english',
			description: 'How the columns are named and whether values are converted',
		},
		{
			displayName: 'Include Input Fields',
			name: 'includeInputFields',
			type: 'boolean',
			default: false,
			description:
				'Whether to add the fields of the input item, such as the sender of an email, behind the columns',
		},
		{
			displayName: 'Keep Image',
			name: 'keepImage',
			type: 'boolean',
			default: false,
			description: 'Whether to attach the image to each of its output items',
		},
		{
			displayName: 'Max Concurrent Requests',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 3,
			description: 'How many images are recognised at the same time',
		},
		{
			displayName: 'Minimum Interval (Ms)',
			name: 'minInterval',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many milliseconds to wait at least between the starts of two requests',
		},
		pages,
		{
			displayName: 'Retries on Rate Limit',
			name: 'rateLimitRetries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10 },
			default: 3,
			description:
				'How often to try again when the server says that there were too many requests, or when it could not be reached. Such retries are never billed twice.',
		},
		{
			displayName: 'Retry Uncertain Requests',
			name: 'retryUncertain',
			type: 'boolean',
			default: false,
			description:
				'Whether to try again after a timeout, a broken connection or a server error. Such a retry may be billed twice, because nobody can tell whether the first request was.',
		},
		{
			displayName: 'Reuse Results for Identical Images',
			name: 'reuseResults',
			type: 'boolean',
			default: true,
			description:
				'Whether an image that was recognised within the last hour is answered from memory instead of being paid for again',
		},
		{
			displayName: 'Review Checks',
			name: 'reviewChecks',
			type: 'boolean',
			default: true,
			description:
				'Whether to compare the values of each document with one another and to report contradictions in needsReview and reviewReasons',
		},
		{
			displayName: 'Timeout (S)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 600 },
			default: 60,
			description:
				'How many seconds one request may take until it is answered, and the download of an image from a URL in all',
		},
		{
			displayName: 'Unsupported Files',
			name: 'unsupportedFiles',
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description: 'A file that is no supported image is an error',
				},
				{
					name: 'Skip',
					value: 'skip',
					description:
						'Such files, and pictures too small for a document, are passed over and named in a hint on the output',
				},
				{
					name: 'Skip Logos Only',
					value: 'skipNoise',
					description:
						'Pictures too small for a document, such as logos and tracking pixels, are passed over and named in a hint; a document that cannot be read is an error',
				},
			],
			default: 'fail',
			description:
				'What to do with files that this API cannot read, such as PDFs with Juhe Cloud, and with the logos and signature pictures of e-mails',
		},
	],
};
